"""The pages of mediation: the list, a new call, and one file with both sides beside each other. Forms alone do it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.mediation.files import actions, ending, rules, shown, volunteers
from kring.mediation.files.codelists import Side
from kring.mediation.files.forms import CallForm, HelpForm, SideForm, TalkForm
from kring.mediation.files.opening import OpenFile, open_file, open_files
from kring.mediation.files.rules import NotYet
from kring.mediation.party.filing import with_answers
from kring.team import queries as team
from kring.team.once_forms import SeenForm
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "mediation/files/pages/"
DONE = {
    "called": gettext_lazy("The call is written down. Talk with each of them alone, in any order."),
    "written": gettext_lazy("Written down."),
    "given": gettext_lazy("The volunteer has the key of this file, until that day."),
    "ended_help": gettext_lazy("The help has ended. The key is withdrawn."),
    "page_given": gettext_lazy("The link is under way. Say the word by phone."),
    "page_over": gettext_lazy("The page is over. The link opens nothing any more."),
    "gone": gettext_lazy("The file is destroyed. Nothing of the two neighbours is left."),
}
EARLIER = gettext_lazy("A colleague was earlier. What stands there now is above; your words still stand here.")


@door("mediation.files")
@require_GET
def files(request: KeyedRequest) -> HttpResponse:
    """Every file one may open, the oldest first."""
    circle = volunteers.circle_of(request.signed_in.person)
    if not circle and not volunteers.mediates(request.signed_in.person):
        raise Refused
    opened = open_files(request.signed_in, circle=circle, act="mediation.files")
    lines = [shown.line(one) for one in opened]
    context = {
        "files": [one for one in lines if not one["past"]],
        "past": [one for one in lines if one["past"]],
        "member": bool(circle),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, f"{PAGES}files.html", context)


@door("mediation.call")
@require_http_methods(["GET", "POST"])
def call(request: KeyedRequest) -> HttpResponse:
    """Write down a call about neighbours."""
    if not volunteers.circle_of(request.signed_in.person):
        raise Refused
    if request.method == "GET":
        return render(request, f"{PAGES}call.html", {"form": CallForm()})
    form = CallForm(request.POST)
    if form.is_valid():
        content, caller = form.called()
        made = actions.register_call(request.signed_in, content, caller, once=form.cleaned_data["once"])
        return _to(made, "called")
    return render(request, f"{PAGES}call.html", {"form": form})


@door("mediation.file")
@require_GET
def file(request: KeyedRequest, file: str) -> HttpResponse:
    """One file: both sides in the same words, and what comes next."""
    opened = with_answers(request.signed_in, open_file(request.signed_in, file, act="mediation.file"))
    return _page(request, opened, {})


@door("mediation.side")
@require_POST
def side(request: KeyedRequest, file: str, side: str) -> HttpResponse:
    """Write the sheet of one party."""
    opened = open_file(request.signed_in, file, act="mediation.side")
    if side not in list(Side):
        raise Refused
    which = Side(side)
    form = SideForm(which, request.POST)
    if not form.is_valid():
        return _page(request, opened, {f"side_{side}": form})
    given = form.cleaned_data
    try:
        actions.write_side(opened, which, form.sheet(opened.sides[which]), seen=given["seen"], once=given["once"])
    except NotYet as reason:
        form.add_error(reason.field, reason.sentence)
        return _page(request, opened, {f"side_{side}": form})
    except Conflict:
        return _earlier(request, file, f"side_{side}", form, which)
    return _to(file, "written", f"side-{side}")


@door("mediation.talk")
@require_POST
def talk(request: KeyedRequest, file: str) -> HttpResponse:
    """Write how they talk, or why it does not start."""
    opened = open_file(request.signed_in, file, act="mediation.talk")
    form = TalkForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, {"talk": form})
    given = form.cleaned_data
    try:
        actions.write_file(opened, form.talk(opened.content), seen=given["seen"], once=given["once"])
    except NotYet as reason:
        form.add_error(reason.field, reason.sentence)
        return _page(request, opened, {"talk": form})
    except Conflict:
        return _earlier(request, file, "talk", form, None)
    return _to(file, "written", "talk")


@door("mediation.help")
@require_http_methods(["GET", "POST"])
def give_help(request: KeyedRequest, file: str) -> HttpResponse:
    """Let a volunteer help on this file until a day."""
    opened = open_file(request.signed_in, file, act="mediation.help")
    if opened.keys.actor not in _members(opened):
        raise Refused
    people = [(one.principal, one.name) for one in volunteers.volunteers(opened.row.circle)]
    form = HelpForm(request.POST if request.method == "POST" else None, people=people)
    if form.is_valid():
        given = form.cleaned_data
        try:
            volunteers.let_help(opened, given["person"], until=given["until"], once=given["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        except Conflict:
            form.add_error("person", _("This volunteer helps on it already."))
        else:
            return _to(file, "given", "help")
    context = {"form": form, "file": file, "label": opened.content.label, "anybody": people}
    return render(request, f"{PAGES}help.html", context)


@door("mediation.end_help")
@require_POST
def end_help(request: KeyedRequest, file: str, helper: str) -> HttpResponse:
    """End the help of a volunteer today."""
    opened = open_file(request.signed_in, file, act="mediation.end_help")
    volunteers.end_help(opened, helper)
    if opened.keys.actor not in _members(opened):
        return HttpResponseRedirect(f"{reverse('mediation:files')}?done=ended_help")
    return _to(file, "ended_help", "help")


@door("mediation.end")
@require_POST
def end(request: KeyedRequest, file: str) -> HttpResponse:
    """Destroy the file. Asked twice: the box says that one knows it is for good."""
    opened = open_file(request.signed_in, file, act="mediation.end")
    if "sure" not in request.POST:
        return _page(request, opened, {"end": _("Tick that you know it is for good.")})
    try:
        ending.end_file(opened)
    except NotYet as reason:
        return _page(request, opened, {"end": reason.sentence})
    except Conflict:
        again = open_file(request.signed_in, file, act="mediation.end")
        return _page(request, again, {"end": _("A colleague wrote in it meanwhile. Read it first.")}, status=409)
    return HttpResponseRedirect(f"{reverse('mediation:files')}?done=gone")


def _earlier(request: KeyedRequest, file: str, name: str, form: SeenForm, side: Side | None) -> HttpResponse:
    """What stands there now beside what was typed; sent again it is written on top."""
    now = open_file(request.signed_in, file, act="mediation.earlier")
    form.on_top_of(now.records[side].revision if side else now.record.revision)
    form.add_error(None, str(EARLIER))
    return _page(request, now, {name: form}, status=409)


def _page(request: KeyedRequest, opened: OpenFile, tried: dict[str, Any], *, status: int = 200) -> HttpResponse:
    member = opened.keys.actor in _members(opened)
    sheets = list(shown.sides(opened, shown.pages(opened.row.id)))
    for one, which in zip(sheets, Side, strict=True):
        one["form"] = tried.get(f"side_{which.value}") or SideForm(
            which, sheet=opened.sides[which], seen=opened.records[which].revision
        )
        one["tried"] = f"side_{which.value}" in tried
    rows = volunteers.helping(opened.row.id)
    context: dict[str, Any] = {
        "file": opened.row.id,
        "line": shown.line(opened),
        "phases": shown.phases(opened),
        "about": shown.about(opened.content),
        "sides": sheets,
        "talk": tried.get("talk") or TalkForm(content=opened.content, seen=opened.record.revision),
        "helpers": shown.helpers(
            rows, team.colleagues({row.person for row in rows}) if rows else {}, me=opened.keys.actor, member=member
        ),
        "member": member,
        "may_end": member and rules.may_end(opened.content, opened.sides),
        "end_said": tried.get("end", ""),
        "tried": next(iter(tried), ""),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "page_path": reverse("mediation:file", args=[opened.row.id]),
    }
    return render(request, f"{PAGES}file.html", context, status=status)


def _members(opened: OpenFile) -> set[str]:
    return {one.principal for one in team.members_of(opened.row.circle)}


def _to(file: str, done: str, at: str = "") -> HttpResponse:
    place = reverse("mediation:file", args=[file])
    return HttpResponseRedirect(f"{place}?done={done}{'#' if at else ''}{at}")
