"""The link of an owner: the agreed word first, then one line and three answers. No account, nothing remembered.

Looking changes nothing, since scanners of mail follow every link. A wrong word, a link that is over, one of a closed
dossier and one that never was get one and the same answer. Whoever tries many waits.
"""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.dossier import words
from kring.support.intake.status import guesses
from kring.support.intake.status.guesses import TooMany
from kring.support.plan import word_page
from kring.support.plan.content import HowFar, NudgeAnswer, NudgeShown
from kring.support.plan.nudging import OpenNudge, answer_nudge, open_nudge
from kring.team.address import address_of
from kring.team.form_fields import text_field
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

WORD = "nudge_word"
ANSWERS = (
    (HowFar.DONE, "check", _("Done"), _("it works out, it is going")),
    (HowFar.BUSY, "clock", _("Busy with it"), _("we ask you again later")),
    (HowFar.CANNOT, "hand", _("It does not work out"), _("we call you and look for something else")),
)
UNKNOWN = "unknown"


class AnswerForm(forms.Form):
    """One of three answers, with the word once more: nothing is remembered between two pages."""

    word = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    answer = forms.ChoiceField(
        choices=[(str(one), label) for one, _icon, label, _small in ANSWERS] + [(UNKNOWN, "")],
        error_messages={"required": _("Choose one of the three.")},
    )
    words = text_field(_("One sentence, without names"), most=140, required=False)


@door("plan.nudge", public=True)
@require_http_methods(["GET", "POST"])
def nudge(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the word; with the word show the one line; with an answer drop it in the letterbox."""
    if request.method == "GET":
        return word_page.asks(request, WORD)
    try:
        guesses.check(address_of(request))
        opened = open_nudge(token, request.POST.get("word", ""))
        return _answer(request, opened) if "once" in request.POST else _line(request, opened)
    except TooMany:
        return word_page.slows_down(request, WORD)
    except (Refused, Conflict):
        if _answered(request):
            return _thanks(request)
        return word_page.refuses(request, WORD)


def _answer(request: KeyedRequest, opened: OpenNudge) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _line(request, opened, form)
    said = form.cleaned_data
    unknown = said["answer"] == UNKNOWN
    how_far = HowFar.CANNOT if unknown else HowFar(said["answer"])
    answer_nudge(opened, NudgeAnswer(how_far, said["words"], unknown), once=said["once"])
    return _thanks(request)


def _line(request: KeyedRequest, opened: OpenNudge, form: AnswerForm | None = None) -> HttpResponse:
    if form is None:
        sending = {"word": request.POST.get("word", ""), "once": f"{opened.link.principal}.{new_id()}"}
        form = AnswerForm(initial=sending)
    said = {"shown": opened.shown, "when": _when(opened.shown), "form": form, "answers": ANSWERS, "unknown": UNKNOWN}
    return word_page.shows(request, "nudge", said, status=400 if form.errors else 200)


def _when(shown: NudgeShown) -> str:
    said = []
    if shown.agreed_on:
        said.append(gettext("Agreed on %(day)s") % {"day": words.day(shown.agreed_on)})
    if shown.due_on:
        said.append(gettext("expected on %(day)s") % {"day": words.day(shown.due_on)})
    return " · ".join(said)


def _answered(request: KeyedRequest) -> bool:
    """Whether this very sending was done before: a double tap is no mistake."""
    once = request.POST.get("once", "")
    principal = once.partition(".")[0]
    return bool(principal) and outcome_of(once, actor=principal, lock=principal) is not None


def _thanks(request: KeyedRequest) -> HttpResponse:
    return word_page.shows(request, "nudge_thanks", {"answer": request.POST.get("answer", "")})
