"""The letters to a head: the list, one with its answer, and passing it one step further up by a new decision."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.support.disclosure.briefing import actions, queries, readers
from kring.support.disclosure.briefing.author_views import PAGES, done
from kring.support.disclosure.briefing.forms import AnswerForm, FurtherForm
from kring.support.disclosure.briefing.models import Briefing
from kring.support.disclosure.briefing.queries import Kept
from kring.support.disclosure.briefing.shown import shown
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused


@door("briefing.list", to=readers.may_be_asked)
@require_GET
def briefings(request: KeyedRequest) -> HttpResponse:
    """What is asked of me and still opens."""
    found = queries.for_reader(request.signed_in)
    names = team.colleagues({one.letter.by for one in found})
    return render(request, f"{PAGES}/briefings.html", {"letters": [shown(one, names) for one in found]})


@door("briefing.read", to=readers.may_be_asked)
@require_http_methods(["GET", "POST"])
def briefing(request: KeyedRequest, briefing: str) -> HttpResponse:
    """One letter, and a word back."""
    kept = queries.one(request.signed_in, briefing, act="briefing.read")
    asked = kept.row.reader == request.signed_in.person
    if request.method == "POST" and not asked:
        raise Refused
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        here = HttpResponseRedirect(reverse("disclosure:briefing", args=[briefing]))
        try:
            actions.answer(kept, form.cleaned_data["words"], once=form.key)
        except Conflict:
            form.add_error(None, gettext("A colleague was earlier. Look again."))
        else:
            drafts.accepted(request)
            return here
    return render(request, f"{PAGES}/briefing.html", _context(kept) | {"form": form if asked else None})


@door("briefing.further", to=readers.heads_the_service)
@require_http_methods(["GET", "POST"])
def further(request: KeyedRequest, briefing: str) -> HttpResponse:
    """A new decision: a letter of its own to the head of department, on a ground of its own."""
    kept = queries.one(request.signed_in, briefing, act="briefing.further")
    there = HttpResponseRedirect(reverse("disclosure:briefing", args=[briefing]))
    if kept.row.above or kept.row.reader != request.signed_in.person:
        raise Refused
    letter, given = kept.letter, request.POST if request.method == "POST" else None
    form = FurtherForm(letter.items, readers.heads(readers.FURTHER), given, question=letter.question)
    if form.is_bound and outcome_of(form.key, actor=letter.to, lock=kept.row.id) is not None:
        return there
    if letter.passed_on:
        return there
    if form.is_bound and form.is_valid():
        written, told = form.letter(letter.to), form.told(letter.to)
        if done(form, lambda: actions.pass_on(kept, written, told, secrecy=form.secrecy, once=form.key)):
            drafts.accepted(request)
            return there
    return render(request, f"{PAGES}/further.html", _context(kept) | {"form": form})


def _context(kept: Kept) -> dict[str, object]:
    went = Briefing.objects.filter(above=kept.row.id).values_list("id", flat=True) if kept.letter.passed_on else []
    return {"letter": shown(kept, team.colleagues({kept.letter.by, kept.letter.to})), "went": list(went)}
