"""The pages of a meeting: the list, planning one, and one meeting with its agenda, notes and agreements."""

from contextlib import suppress
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.exchange.access import colleague_in_casework
from kring.exchange.meetings import actions, ending, shown
from kring.exchange.meetings.forms import TOGETHER, AgreeForm, NotesForm, PlanForm
from kring.exchange.meetings.opening import OpenMeeting, open_meeting, open_meetings
from kring.exchange.meetings.rules import NotYet
from kring.team import queries as team
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.models import Colleague
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGES = "exchange/meetings/pages/"
DONE = {
    "planned": _("The meeting is planned. Put your question on the agenda."),
    "put": _("It stands on the agenda."),
    "written": _("Written down."),
    "agreed": _("Agreed."),
    "settled": _("Done. Thank you."),
    "ended": _("The meeting is over. What was told of a case is destroyed."),
}
EARLIER = _("A colleague was earlier. What stands there now is above; your words still stand here.")


@door("exchange.meetings", to=colleague_in_casework)
@require_GET
def meetings(request: KeyedRequest) -> HttpResponse:
    """The meetings to come and those of the last months, and what was agreed that is still open."""
    me, found = request.signed_in.person, open_meetings(request.signed_in, act="exchange.meetings")
    still = [(one, deal) for one in found for deal in one.deals if deal.content.done_on is None]
    names = team.colleagues({deal.content.owner for _one, deal in still})
    agreed = [{**line, "meeting": one.id} for one, deal in still for line in shown.deals([deal], names, me=me)]
    context = {
        "coming": [shown.line(one) for one in reversed(found) if one.row.on >= today() and not one.over],
        "earlier": [shown.line(one) for one in found if one.row.on < today() or one.over],
        "agreed": agreed,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, f"{PAGES}meetings.html", context)


@door("exchange.plan", to=colleague_in_casework)
@require_http_methods(["GET", "POST"])
def plan(request: KeyedRequest) -> HttpResponse:
    """Plan a meeting; after another one (`after`) with its hour and place."""
    circles = actions.circles_of(request.signed_in.person)
    if request.method == "GET":
        return render(request, f"{PAGES}plan.html", {"form": PlanForm(circles=circles, **_as_before(request))})
    form = PlanForm(request.POST, circles=circles)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.plan_meeting(
                request.signed_in, form.frame(), circle=form.which, on=given["on"], once=given["once"]
            )
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            drafts.accepted(request)
            return to(made, "planned")
    return render(request, f"{PAGES}plan.html", {"form": form}, status=422)


@door("exchange.meeting")
@require_GET
def meeting(request: KeyedRequest, meeting: str) -> HttpResponse:
    """One meeting."""
    return _page(request, open_meeting(request.signed_in, meeting, act="exchange.meeting"), {})


@door("exchange.notes")
@require_POST
def notes(request: KeyedRequest, meeting: str) -> HttpResponse:
    """Write the notes; where a colleague was earlier both texts stand on the page."""
    opened = open_meeting(request.signed_in, meeting, act="exchange.notes")
    form = NotesForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, {"notes": form}, status=422)
    given = form.cleaned_data
    try:
        actions.write_notes(opened, given["notes"], seen=given["seen"], once=given["once"])
    except Conflict:
        now = open_meeting(request.signed_in, meeting, act="exchange.earlier")
        form.on_top_of(now.frame.record.revision)
        form.add_error(None, str(EARLIER))
        return _page(request, now, {"notes": form}, status=409)
    drafts.accepted(request)
    return to(meeting, "written", "notes")


@door("exchange.agree")
@require_POST
def agree(request: KeyedRequest, meeting: str) -> HttpResponse:
    """Write down who does what."""
    opened = open_meeting(request.signed_in, meeting, act="exchange.agree")
    form = AgreeForm(request.POST, people=_offered(actions.participants(opened.row)[0]))
    if not form.is_valid():
        return _page(request, opened, {"agree": form}, status=422)
    actions.agree(opened, form.deal(), once=form.cleaned_data["once"])
    drafts.accepted(request)
    return to(meeting, "agreed", "agreed")


@door("exchange.settle")
@require_POST
def settle(request: KeyedRequest, meeting: str, deal: str) -> HttpResponse:
    """It was done. Who was second finds the page as it is now."""
    with suppress(Conflict):
        actions.settle(open_meeting(request.signed_in, meeting, act="exchange.settle"), deal)
    return to(meeting, "settled", "agreed")


@door("exchange.end")
@require_POST
def end(request: KeyedRequest, meeting: str) -> HttpResponse:
    """The meeting is over. Asked twice: the box says that one knows what goes."""
    opened = open_meeting(request.signed_in, meeting, act="exchange.end")
    if "sure" not in request.POST:
        return _page(request, opened, {"end": _("Tick that you know it is for good.")}, status=422)
    ending.end_meeting(opened)
    return to(meeting, "ended")


def to(meeting: str, done: str, at: str = "") -> HttpResponse:
    """Back to the page of a meeting, which says what was done."""
    place = reverse("exchange:meeting", args=[meeting])
    return HttpResponseRedirect(f"{place}?done={done}{'#' if at else ''}{at}")


def _page(request: KeyedRequest, opened: OpenMeeting, tried: dict[str, Any], *, status: int = 200) -> HttpResponse:
    inside, names = actions.participants(opened.row, shown.people_in(opened))
    context = {
        "line": shown.line(opened),
        "topics": [shown.topic(one, names) for one in opened.topics],
        "notes": opened.frame.content.notes,
        "deals": shown.deals(opened.deals, names, me=request.signed_in.person),
        "notes_form": tried.get("notes")
        or NotesForm(seen=opened.frame.record.revision, notes=opened.frame.content.notes),
        "agree_form": tried.get("agree") or AgreeForm(people=_offered(inside)),
        "end_said": tried.get("end", ""),
        "tried": next(iter(tried), ""),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "page_path": reverse("exchange:meeting", args=[opened.id]),
    }
    return render(request, f"{PAGES}meeting.html", context, status=status)


def _offered(people: list[Colleague]) -> list[tuple[str, str]]:
    return [(one.principal, one.name) for one in people]


def _as_before(request: KeyedRequest) -> dict[str, str]:
    before = request.GET.get("after", "")
    if not before:
        return {}
    opened = open_meeting(request.signed_in, before, act="exchange.plan")
    frame = opened.frame.content
    return {"at": frame.at, "place": frame.place, "circle": opened.row.circle or TOGETHER}
