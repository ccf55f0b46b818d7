"""The pages of a word for a colleague: passing one on, and what arrived for me."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.contacts.rounds.opening import circle_of
from kring.support.contacts.word import actions, queries, show
from kring.support.contacts.word.forms import FileForm, WordForm
from kring.team import queries as team
from kring.team.clock import today
from kring.team.retention.queries import own_letters_months
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGE = "support/contacts/pages/words.html"
DONE: dict[str, Promise] = {
    "passed": _("Passed on. Your colleague reads it at the next opening."),
    "gone": _("Gone for good."),
    "filed": _("It stands among the contacts now."),
}


@door("word.words")
@require_http_methods(["GET", "POST"])
def words(request: KeyedRequest) -> HttpResponse:
    """What arrived for me; and passing a word on. The answer is the same whatever the colleague carries."""
    person = request.signed_in.person
    form = WordForm(
        request.POST if request.method == "POST" else None, colleagues=team.members_of(circle_of(person)), me=person
    )
    if request.method == "POST" and form.is_valid():
        once = request.POST.get("once", "")[:40] or new_id()
        actions.send_word(request.signed_in, to=form.cleaned_data["to"], word=form.word, once=once)
        return _back("passed")
    shown = {
        "form": form,
        "once": request.POST.get("once") or new_id(),
        "kept_months": own_letters_months(today()),
        "arrived": show.arrived(request.signed_in),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, PAGE, shown)


@door("word.file")
@require_http_methods(["GET", "POST"])
def file(request: KeyedRequest, letter: str) -> HttpResponse:
    """File a word with a dossier of mine, as a contact."""
    session = request.signed_in
    word = next((one for one in show.arrived(session) if one.id == letter), None)
    if word is None:
        raise Refused
    form = FileForm(request.POST if request.method == "POST" else None, dossiers=queries.own_dossiers(session))
    if request.method == "POST" and form.is_valid():
        try:
            actions.file_word(session, letter, form.cleaned_data["dossier"])
        except Conflict:
            form.add_error(None, gettext("A colleague wrote in the same moment. Send it again."))
        else:
            return _back("filed")
    return render(request, "support/contacts/pages/file_word.html", {"word": word, "form": form})


@door("word.throw_away")
@require_POST
def throw_away(request: KeyedRequest, letter: str) -> HttpResponse:
    """Take a word out of my letterbox for good."""
    actions.throw_away(request.signed_in, letter)
    return _back("gone")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('contacts:words')}?done={done}")
