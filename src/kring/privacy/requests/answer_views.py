"""The page of one request that is not for a copy: what was asked, and the answer to it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kring.privacy.access.items import OpenFile, open_file
from kring.privacy.requests import actions, answering
from kring.privacy.requests.answering import FROZEN, NOT, THAWED
from kring.privacy.requests.forms import AnswerForm, answer_form
from kring.privacy.requests.models import PersonRequest
from kring.privacy.requests.queries import Known
from kring.privacy.requests.views import HERE, OUTCOMES, line
from kring.privacy.retention import early
from kring.privacy.retention.batches import NotNow
from kring.support.desk.parts import FACES
from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

Kind = PersonRequest.Kind
LENGTH = 60


@door("privacy.answer")
@require_http_methods(["GET", "POST"])
def answer(request: KeyedRequest, dossier: str, asked: str) -> HttpResponse:
    """Answer a request, or lift what it froze."""
    file = open_file(request.signed_in, dossier, act="privacy.answer")
    known = actions.find(file.opened, asked)
    if known.row.kind == Kind.ACCESS:
        raise Refused
    if request.method == "GET":
        return _page(request, file, known)
    which = request.POST.get("which", "")
    if which not in _of_kind(known):
        raise Refused
    form = _form(request.POST, which, file, known)
    if not form.is_valid():
        return _page(request, file, known, form, which, late=which not in _open_to(known))
    try:
        _do(file, known, which, form.cleaned_data)
    except NotNow as why:
        form.add_error(None, str(why.sentence))
        return _page(request, file, known, form, which)
    except Conflict:
        return _page(request, file, actions.find(file.opened, asked), form, which, late=True)
    drafts.accepted(request)
    return HttpResponseRedirect(reverse("privacy:answer", args=[dossier, asked]))


def _do(file: OpenFile, known: Known, which: str, given: dict[str, Any]) -> None:
    opened, once = file.opened, given["once"]
    if which == Kind.RECTIFICATION:
        called = dict(_texts(file)).get(given["of"], "") if given["of"] else ""
        answering.put_beside(opened, known, words=given["words"], of=given["of"], called=called, once=once)
    elif which == Kind.RESTRICTION:
        answering.freeze(opened, known, part=given["part"], once=once)
    elif which == THAWED:
        answering.lift(opened, known, why=given["why"], once=once)
    elif which == Kind.ERASURE:
        early.grant(opened, known, why=given["why"], once=once)
    else:
        answering.answer(opened, known, outcome=given.get("outcome", NOT), why=given["why"], once=once)


def _open_to(known: Known) -> tuple[str, ...]:
    """Which answers may be given now."""
    if known.content.outcome == FROZEN:
        return (THAWED,)
    if known.row.done_on is not None:
        return ()
    if known.row.kind == Kind.ERASURE and early.waits(known.row.number):
        return (NOT,)
    return tuple(one for one in _of_kind(known) if one != THAWED)


def _of_kind(known: Known) -> tuple[str, ...]:
    """Which answers there are to such a request: one that comes a second time is answered as the first."""
    kind = known.row.kind
    return {Kind.OBJECTION: (kind,), Kind.RESTRICTION: (kind, NOT, THAWED)}.get(Kind(kind), (kind, NOT))


def _form(given: Any, which: str, file: OpenFile, known: Known) -> AnswerForm:
    there = {*answering.there(file.dossier.id), known.content.part} if which == Kind.RESTRICTION else ()
    choices: dict[str, list[tuple[str, Any]]] = {
        "part": [(part, FACES[part].title) for part in answering.MAY_FREEZE if part in there],
        "of": [("", "–"), *_texts(file)],
    }
    return answer_form(given, which, choices=choices, words=known.content.words)


def _texts(file: OpenFile) -> list[tuple[str, str]]:
    """Every text one's own words may stand beside: what it is, when, how it begins."""
    found = []
    for piece in file.pieces:
        said = " ".join(text for _label, text in file.lines(piece))
        when = words.day(piece.on) if piece.on else ""
        found.append((piece.id, " · ".join(filter(None, [str(piece.title), when, said[:LENGTH]]))))
    return found


def _page(
    request: KeyedRequest,
    file: OpenFile,
    known: Known,
    tried: AnswerForm | None = None,
    which: str = "",
    *,
    late: bool = False,
) -> HttpResponse:
    early_yet = known.row.kind == Kind.ERASURE and file.dossier.state != Dossier.State.CLOSED
    offered = [one for one in _open_to(known) if one == which or not (early_yet and one == Kind.ERASURE)]
    forms = {one: tried if one == which and tried else _form(None, one, file, known) for one in offered}
    content = known.content
    shown = {
        "frame": frame(file.dossier, file.opened.summary, HERE, names=file.names),
        "one": line(known),
        "id": known.row.id,
        "forms": forms.items(),
        "close_first": early_yet and bool(offered),
        "late": late,
        "typed": tried if late else None,
        "outcome": OUTCOMES.get(content.outcome, ""),
        "part": FACES[content.part].title if content.part in FACES else "",
        "answer": content.answer,
        "answered_on": words.day(content.answered_on) if content.answered_on else "",
        "erasing": early.standing(known.row.number) if known.row.kind == Kind.ERASURE else "",
        "none": known.row.kind == Kind.RESTRICTION and not answering.there(file.dossier.id),
    }
    status = 409 if late else 422 if tried else 200
    return render(request, "privacy/requests/pages/answer.html", shown, status=status)
