"""The list of questions, a new one, and the page of one. For the statistics office and the head of service alone.

Who composes writes, orders figures, reads over; who `counts` has the key to facts too, and alone counts and freezes.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from kring.reporting.composer import actions, beginnings, counting, queries, rules, showing
from kring.reporting.composer.content import Composed, Wish
from kring.reporting.composer.forms import ApprovalForm, BeginForm, ReceivedForm
from kring.reporting.composer.queries import Open
from kring.team.access import holds_office
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "reporting/composer/pages"
composes = holds_office(*actions.OFFICES)
counts = holds_office(actions.COUNTING)


@door("composer.list", to=composes)
@require_GET
def questions(request: KeyedRequest) -> HttpResponse:
    """Every question, what is due first in front."""
    lines = [showing.line(one) for one in queries.every(request.signed_in, act="composer.list")]
    shown = {"open": [one for one in lines if not one["sent"]], "sent": [one for one in lines if one["sent"]]}
    return render(request, f"{PAGES}/questions.html", shown)


@door("composer.begin", to=composes)
@require_http_methods(["GET", "POST"])
def begin(request: KeyedRequest) -> HttpResponse:
    """A question that came in; a saved one may be where it begins."""
    if request.method == "GET":
        language = (get_language() or "nl").partition("-")[0]
        return _begin(request, BeginForm.fresh(0, asked_on=today(), language=language, year=today().year - 1))
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _begin(request, form)
    session, received = request.signed_in, form.received
    saved, year = form.cleaned_data["saved"], form.cleaned_data["year"]
    figures = beginnings.figures(saved, year) if saved else ()
    said = Composed(received, today(), session.person, figures)
    made = actions.begin(session, said, once=form.key)
    drafts.accepted(request)
    return redirect("reporting:question", made)


@door("composer.open", to=composes)
@require_GET
def question(request: KeyedRequest, question: str) -> HttpResponse:
    """One question: its figures, its text, how far it is."""
    return show(request, queries.opened(request.signed_in, question, act="composer.open"))


@door("composer.received", to=composes)
@require_http_methods(["GET", "POST"])
def received(request: KeyedRequest, question: str) -> HttpResponse:
    """The question as it came, to be mended."""
    open_ = queries.opened(request.signed_in, question, act="composer.received")
    if not rules.can_write(open_.said):
        raise Refused
    if request.method == "GET":
        return _received(request, open_, ReceivedForm.fresh(open_.row.revision, **_initial(open_)))
    form = ReceivedForm(request.POST)
    if not form.is_valid():
        return _received(request, open_, form)
    said = form.received
    figures = _in(request, open_.said, said.language)
    by = request.signed_in.person
    try:
        actions.change(
            request.signed_in,
            open_,
            lambda now: rules.written(now, by, received=said, figures=figures),
            act="composer.received",
            seen=form.cleaned_data["seen"],
            once=form.key,
        )
    except Conflict:
        open_ = queries.opened(request.signed_in, question, act="composer.received")
        return _received(request, open_, ReceivedForm(form.on_top_of(open_.row.revision)), late=True)
    drafts.accepted(request)
    return redirect("reporting:question", question)


def show(
    request: KeyedRequest, open_: Open, *, late: bool = False, refusal: str = "", approval: ApprovalForm | None = None
) -> HttpResponse:
    """The page of a question. late: a colleague wrote meanwhile. refusal: why nothing was done, as a sentence."""
    context = {
        **showing.page(
            open_,
            request.signed_in.person,
            counts=counts(request),
            citizen=request.GET.get("as") == "citizen",
            approval=approval,
        ),
        "late": late,
        "refusal": refusal,
        "going": "go" in request.GET,
    }
    return render(request, f"{PAGES}/question.html", context, status=409 if late or refusal else 200)


def seen_in(request: KeyedRequest) -> int:
    """The revision that a form of one button was written on; none there is when it says none."""
    given = request.POST.get("seen", "")
    return int(given) if given.isdecimal() and len(given) < 10 else -1


def once_in(request: KeyedRequest) -> str:
    """What tells one press of the button from another."""
    return request.POST.get("once", "")[:22]


def _begin(request: KeyedRequest, form: BeginForm) -> HttpResponse:
    return render(request, f"{PAGES}/begin.html", {"form": form})


def _received(request: KeyedRequest, open_: Open, form: ReceivedForm, *, late: bool = False) -> HttpResponse:
    context = {"form": form, "question": open_.row.id, "now": open_.said.received, "late": late}
    return render(request, f"{PAGES}/received.html", context, status=409 if late else 200)


def _initial(open_: Open) -> dict[str, Any]:
    said = open_.said.received
    return {name: getattr(said, name) for name in type(said).__slots__} | {"body": said.body.value}


def _in(request: KeyedRequest, said: Composed, language: str) -> tuple[Wish, ...]:
    """The figures in the language of the answer: to be counted again when that changes; what waits still waits."""
    there = [one for one in said.figures if one.counted]
    if language == said.received.language or not there:
        return said.figures
    if not counts(request):
        return tuple(map(counting.uncounted, said.figures))
    made = {one.id: one for one in counting.drafted(request.signed_in, there, said.as_of, language)}
    return tuple(made.get(one.id, one) for one in said.figures)
