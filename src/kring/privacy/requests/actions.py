"""Take a request down, decide about pieces, answer it. For holder and deputy; a request that is answered stays so."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kring.privacy.requests import rules
from kring.privacy.requests.content import PieceDecision, RequestContent
from kring.privacy.requests.models import PersonRequest, RequestRecord
from kring.privacy.requests.queries import PART, Known, of_dossier
from kring.support.dossier.actions import at_hand
from kring.support.dossier.opening import Opened, opening
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused


def enter(session: Session, dossier: str, *, act: str, parts: Iterable[str] = ()) -> Opened:
    """Open a dossier for what its person asks: for holder and deputy. Raises `Refused`."""
    opened = opening(session, dossier, act=act, parts=[PART, *parts])
    if session.person not in (opened.dossier.holder, opened.dossier.deputy):
        raise Refused
    return opened


def find(opened: Opened, request: str) -> Known:
    """One request about this dossier. Raises `Refused`."""
    found = next((one for one in of_dossier(opened) if one.row.id == request), None)
    if found is None:
        raise Refused
    return found


def take_down(opened: Opened, kind: str, content: RequestContent, *, asked_on: date, once: str) -> str:
    """Write down what was asked; its clock runs from `asked_on`. The id of the request. The same form twice is one."""
    dossier = opened.dossier
    row = PersonRequest(
        number=rules.fresh_number(), dossier=dossier.id, kind=kind, asked_on=asked_on, due_on=rules.due(asked_on)
    )
    record = RequestRecord(request=row)
    with acting("privacy.asked", by=opened.keys.actor, on=[dossier.id]) as act:
        key = f"ask {once} {digest(repr((kind, content)).encode()).hex()}"
        known = act.once(key, lock=dossier.id, outcome=row.id)
        if known is not None:
            return known
        keys = at_hand(act, opened.keys, dossier, PART)
        keys.seal(record, content, bundle=dossier.id, part=PART)
        act.add(row)
        act.add(record)
        return row.id


def decide(opened: Opened, known: Known, decisions: Iterable[PieceDecision], *, seen: int, once: str) -> None:
    """Keep what was decided of some pieces. seen: the revision the form was shown on. Raises `Conflict`, `Refused`."""
    fresh = {one.piece: one for one in decisions}
    kept = [one for one in known.content.decisions if one.piece not in fresh]
    with acting("privacy.decided", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        key = f"decide {once} {digest(repr(sorted(fresh.items())).encode()).hex()}"
        if act.once(key, lock=opened.dossier.id, outcome=known.row.id) is not None:
            return
        if known.row.done_on is not None:
            raise Refused
        if known.record.revision != seen:
            raise Conflict
        rewrite(act, opened, known, replace(known.content, decisions=(*kept, *fresh.values())))


def answered(act: Act, opened: Opened, known: Known, *, outcome: str, answer: str = "", part: str = "") -> None:
    """Within an act: the request is answered today. Raises `Conflict`."""
    lifted(act, opened, known, outcome=outcome, answer=answer, part=part)
    act.change(known.row, done_on=today())


def lifted(act: Act, opened: Opened, known: Known, *, outcome: str, answer: str, part: str = "") -> None:
    """Within an act: what came of a request now, by whom and when. Raises `Conflict`."""
    content, by = known.content, opened.keys.actor
    told = replace(content, outcome=outcome, answer=answer, answered_by=by, answered_on=today())
    rewrite(act, opened, known, replace(told, part=part or content.part))


def rewrite(act: Act, opened: Opened, known: Known, content: RequestContent) -> None:
    """Within an act: what the request says now. Raises `Conflict`."""
    opened.keys.seal(known.record, content, bundle=opened.dossier.id, part=PART)
    act.rewrite(known.record)
