"""The worksheet of a copy, page by page, and giving it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.privacy.access import export, giving
from kring.privacy.access.forms import GiveForm, PieceForm
from kring.privacy.access.giving import Work
from kring.privacy.access.words import GROUNDS, ROLES
from kring.privacy.requests import actions
from kring.privacy.requests.views import HERE, line
from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.team.drafts import actions as drafts
from kring.team.printing import CannotPrint, handed_over
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "privacy/access/pages/"
LONGEST = 6
"""Signs of the number of a page."""


@door("privacy.copy")
@require_GET
def begin(request: KeyedRequest, dossier: str, asked: str) -> HttpResponse:
    """Go on where the worksheet was left."""
    work = giving.work(request.signed_in, dossier, asked, act="privacy.copy")
    return HttpResponseRedirect(_page_url(work, work.sheet.first_undecided))


@door("privacy.worksheet")
@require_http_methods(["GET", "POST"])
def worksheet(request: KeyedRequest, dossier: str, asked: str, page: str) -> HttpResponse:
    """One page of pieces; a choice for each, kept when it is sent."""
    work = giving.work(request.signed_in, dossier, asked, act="privacy.worksheet")
    number = _number(page, work.sheet.pages)
    posted = request.POST if request.method == "POST" else None
    forms = [PieceForm(posted, one) for one in work.sheet.page(number)]
    if posted is None:
        return _page(request, work, number, forms)
    if [form for form in forms if not form.is_valid()]:  # each of them, so that each says what is wrong
        return _page(request, work, number, forms, status=422)
    try:
        decisions = [form.decision for form in forms]
        actions.decide(work.file.opened, work.known, decisions, seen=_seen(request), once=request.POST.get("once", ""))
    except Conflict:
        return _page(request, work, number, forms, status=409, late=True)
    drafts.accepted(request)
    work = giving.work(request.signed_in, dossier, asked, act="privacy.worksheet")
    return HttpResponseRedirect(_page_url(work, work.sheet.first_undecided))


@door("privacy.give")
@require_POST
def give(request: KeyedRequest, dossier: str, asked: str) -> HttpResponse:
    """Hand the copy over: paper or open JSON. Nothing leaves while a piece was not looked at."""
    form = GiveForm(request.POST)
    work = giving.work(request.signed_in, dossier, asked, act="privacy.give")
    if work.sheet.undecided:
        return HttpResponseRedirect(_page_url(work, work.sheet.first_undecided))
    if why := giving.against_now(work):
        form.add_error(None, str(why))
    if not form.is_valid():
        return _last(request, work, form)
    copy = giving.copy_of(work)
    try:
        made = _file(export.as_json(copy)) if "json" in request.POST else handed_over(export.on_paper(copy), "copy")
        giving.given(work, once=form.cleaned_data["once"])
    except CannotPrint as why:
        form.add_error(None, str(why.sentence))
        return _last(request, work, form)
    except Conflict:
        return _last(request, giving.work(request.signed_in, dossier, asked, act="privacy.give"), form, late=True)
    return made


def _last(request: KeyedRequest, work: Work, form: GiveForm, *, late: bool = False) -> HttpResponse:
    """The last page again, with what is wrong with the last question."""
    number = work.sheet.pages
    pieces = [PieceForm(None, one) for one in work.sheet.page(number)]
    return _page(request, work, number, pieces, status=409 if late else 422, late=late, give=form)


def _page(
    request: KeyedRequest,
    work: Work,
    number: int,
    forms: list[PieceForm],
    *,
    status: int = 200,
    late: bool = False,
    give: GiveForm | None = None,
) -> HttpResponse:
    sheet = work.sheet
    shown: dict[str, Any] = {
        "frame": frame(work.file.dossier, work.file.opened.summary, HERE, names=work.file.names),
        "one": line(work.known),
        "role": ROLES[sheet.role],
        "forms": [_shown(form, work) for form in forms],
        "wrong": sum(bool(form.errors) for form in forms),
        "page": number,
        "pages": sheet.pages,
        "others": [_page_url(work, at) for at in range(1, sheet.pages + 1)],
        "here": _page_url(work, number),
        "undecided": sheet.undecided,
        "going": len(sheet.going),
        "kept": [(GROUNDS[ground], count) for ground, count in sorted(sheet.kept.items())],
        "shut": work.file.shut,
        "give": give or GiveForm(initial={"once": new_id()}),
        "once": request.POST.get("once") or new_id(),
        "seen": work.known.record.revision,
        "late": late,
        "request_id": work.known.row.id,
    }
    return render(request, f"{PAGES}worksheet.html", shown, status=status)


def _shown(form: PieceForm, work: Work) -> dict[str, Any]:
    piece = form.weighed.piece
    return {
        "form": form,
        "title": piece.title,
        "on": words.day(piece.on) if piece.on else "",
        "lines": form.weighed.lines,
        "decided": form.weighed.decision is not None,
    }


def _file(content: bytes) -> HttpResponse:
    return handed_over(content, "copy", "json")


def _page_url(work: Work, number: int) -> str:
    return reverse("privacy:worksheet", args=[work.file.dossier.id, work.known.row.id, str(number)])


def _number(page: str, most: int) -> int:
    number = int(page) if page.isdecimal() and len(page) <= LONGEST else 0
    if not 1 <= number <= most:
        raise Refused
    return number


def _seen(request: KeyedRequest) -> int:
    given = request.POST.get("seen", "")
    return int(given[:9]) if given.isdecimal() else 0
