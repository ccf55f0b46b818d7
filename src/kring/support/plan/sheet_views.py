"""The client's version: to look at together, to put into words, to choose what stands where, and on paper."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.plan import joining, sheet_shown, sheets, shown
from kring.support.plan.content import Place
from kring.support.plan.fitting import Size
from kring.support.plan.opening import OpenPlan, open_plan, read_plan
from kring.support.plan.sheet_forms import SheetForm, all_texts
from kring.team import queries as team
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.printing import CannotPrint, handed_over, prepare, printed
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "support/plan/pages"
LONGEST_NUMBER = 10


@door("plan.sheet")
@require_GET
def sheet(request: KeyedRequest, dossier: str) -> HttpResponse:
    """The whole version, to look at together; sensitive headings folded."""
    return _page(request, open_plan(request.signed_in, dossier, act="plan.sheet"))


@door("plan.sheet_at")
@require_GET
def at_place(request: KeyedRequest, dossier: str, place: str) -> HttpResponse:
    """Only what stands at one place: with who the client trusts, on paper, behind the link."""
    at = _place(place)
    prepare()
    return _page(request, open_plan(request.signed_in, dossier, act="plan.sheet_at"), at)


@door("plan.sheet_pdf")
@require_POST
def pdf(request: KeyedRequest, dossier: str, place: str) -> HttpResponse:
    """The same as a tagged PDF; when there is no engine, the page again with a sentence."""
    at = _place(place)
    opened = open_plan(request.signed_in, dossier, act="plan.sheet_pdf")
    said = _shown(opened, at)
    kind = "letter" if said.fit.size is Size.LARGE else "tight"
    try:
        with override(sheet_shown.spoken(said.language)):
            return handed_over(printed(f"{PAGES}/paper/sheet.html", {"sheet": said, "kind": kind}), "plan")
    except CannotPrint as why:
        return _page(request, opened, at, refusal=why.sentence)


@door("plan.sheet_choose")
@require_POST
def choose(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What stands where, as the client chooses."""
    opened = open_plan(request.signed_in, dossier, act="plan.sheet_choose")
    given = request.POST
    known = [one.of for one in sheet_shown.choices(opened)]
    places = {of: [at for at in Place if f"{of}-{at}" in given] for of in known}
    closed = {of: f"{of}-closed" in given for of in known}
    chosen = sheets.chosen(sheets.sheet_of(opened), places, closed)
    try:
        sheets.write_sheet(opened, chosen, seen=_number(given.get("seen", "")), once=given.get("once", "") or new_id())
    except Conflict:
        return _page(request, read_plan(opened.opened), late=True)
    return HttpResponseRedirect(f"{reverse('plan:sheet', args=[dossier])}?done=chosen#choose")


@door("plan.sheet_words")
@require_http_methods(["GET", "POST"])
def words_of(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Put it into the client's words."""
    opened = open_plan(request.signed_in, dossier, act="plan.sheet_words")
    if not opened.is_open:
        raise Refused
    if request.method == "GET":
        return _words(request, opened, SheetForm(plan=opened))
    theirs = all_texts(sheets.sheet_of(opened))
    form = SheetForm(SheetForm.kept(request.POST, theirs), plan=opened)
    if not form.is_valid():
        return _words(request, opened, form, status=400)
    try:
        before = sheets.sheet_of(opened)
        sheets.write_sheet(opened, form.sheet(before), seen=form.cleaned_data["seen"], once=form.key)
    except Conflict:
        return _words(request, *_beside(opened, form), status=409)
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('plan:sheet', args=[dossier])}?done=words")


def _beside(opened: OpenPlan, form: SheetForm) -> tuple[OpenPlan, SheetForm]:
    """The same words beside what a colleague wrote meanwhile."""
    now = read_plan(opened.opened)
    content = sheets.sheet_of(now)
    revision = now.sheet.record.revision if now.sheet else 0
    fresh = {**dict(form.data.items()), "seen": str(revision), "once": new_id()}
    again = SheetForm(fresh, plan=now)
    mine = {name: fresh.get(name, "") for name in again.fields if name not in ("once", "seen")}
    again.clashes = joining.clashes({}, all_texts(content), mine)
    return now, again


def _words(request: KeyedRequest, opened: OpenPlan, form: SheetForm, *, status: int = 200) -> HttpResponse:
    said = {"form": form, "dossier": opened.dossier.id, "label": opened.opened.summary.label}
    return render(request, f"{PAGES}/sheet_words.html", {**said, "edit": {"form": form}}, status=status)


def _page(request: KeyedRequest, opened: OpenPlan, place: Place | None = None, **more: Any) -> HttpResponse:
    names = team.colleagues(shown.people_of(opened))
    label = opened.opened.summary.label
    said = sheet_shown.of(opened, names, label, today(), place)
    context = {
        "sheet": said,
        "place": str(place or ""),
        "dossier": opened.dossier.id,
        "label": label,
        "writable": opened.is_open,
        "choices": sheet_shown.choices(opened),
        "trusted": sheets.sheet_of(opened).trusted,
        "seen": opened.sheet.record.revision if opened.sheet else 0,
        "once": new_id(),
        "done": request.GET.get("done", ""),
        **more,
    }
    with override(sheet_shown.spoken(said.language)):
        return render(request, f"{PAGES}/sheet.html", context, status=409 if more.get("late") else 200)


def _shown(opened: OpenPlan, place: Place) -> sheet_shown.SheetShown:
    names = team.colleagues(shown.people_of(opened))
    return sheet_shown.of(opened, names, opened.opened.summary.label, today(), place)


def _place(place: str) -> Place:
    if place not in set(Place):
        raise Http404
    return Place(place)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else 0
