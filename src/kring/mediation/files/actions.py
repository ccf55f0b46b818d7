"""What a mediator writes: the call that begins a file, the sheet of one side, and how the two talk.

Each sheet is written alone, under its own lock, on top of what was read: the words of A and of B are in no one record.
"""

from datetime import date

from kring.mediation import access
from kring.mediation.figures import telling
from kring.mediation.files import rules
from kring.mediation.files.codelists import Side
from kring.mediation.files.content import FileContent, SideContent
from kring.mediation.files.models import FileRecord, MediationFile, SideRecord
from kring.mediation.files.opening import OpenFile
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Keys, Session
from kring.vault.models import Envelope
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


def register_call(session: Session, content: FileContent, caller: SideContent, *, once: str) -> str:
    """Somebody called about neighbours: a file with two sheets, the one of B still empty; its id.

    Raises `Refused` to who is no member of the circle of mediators. Sent twice it is one file.
    """
    circle = team.circle(access.CIRCLE).principal
    gate.entering(session, act="mediation.call", of=[circle], parts=[OWN_KEY])
    with acting("mediation.call", by=session.person) as act:
        fresh = new_id()
        if (known := act.once(once, lock=circle, outcome=fresh)) is not None:
            return known
        keys = _found(act, fresh, circle)
        row = act.add(MediationFile(id=fresh, circle=circle, opened_on=today()))
        record = FileRecord(file=row)
        keys.seal(record, content, bundle=fresh, part="file")
        act.add(record)
        for side, sheet in ((Side.A, caller), (Side.B, SideContent())):
            of_side = SideRecord(file=row, side=side.value)
            keys.seal(of_side, sheet, bundle=fresh, part=side.part)
            act.add(of_side)
        act.on.append(fresh)
        telling.tell(act, keys, row, content, {Side.A: caller, Side.B: SideContent()})
    return fresh


def write_side(opened: OpenFile, side: Side, sheet: SideContent, *, seen: int, once: str) -> None:
    """Write the sheet of one party on top of what was read. Raises `Conflict`, `NotYet`.

    seen: the revision of the sheet that stood beside the form.
    """
    rules.check_side(opened.content, sheet)
    record = opened.records[side]
    with acting("mediation.side", by=opened.keys.actor, on=[opened.row.id]) as act:
        if act.once(once, lock=record.lock, outcome=record.id) is not None:
            return
        if record.revision != seen:
            raise Conflict
        opened.keys.seal(record, sheet, bundle=opened.row.id, part=side.part)
        act.rewrite(record)
        after(act, opened, with_side(opened, side, sheet), opened.content)


def write_file(opened: OpenFile, content: FileContent, *, seen: int, once: str) -> None:
    """Write how they talk, or why it does not start. Raises `Conflict`, `NotYet`."""
    rules.check_form(content, opened.sides)
    record = opened.record
    with acting("mediation.file", by=opened.keys.actor, on=[opened.row.id]) as act:
        if act.once(once, lock=record.lock, outcome=record.id) is not None:
            return
        if record.revision != seen:
            raise Conflict
        opened.keys.seal(record, content, bundle=opened.row.id, part="file")
        act.rewrite(record)
        after(act, opened, dict(opened.sides), content)


def with_side(opened: OpenFile, side: Side, sheet: SideContent) -> dict[Side, SideContent]:
    """Both sheets, with this one in its place."""
    return {**opened.sides, side: sheet}


def after(act: Act, opened: OpenFile, sides: dict[Side, SideContent], content: FileContent) -> None:
    """What follows from what was written: the fact of the file, and the day on which both are asked how it is."""
    telling.tell(act, opened.keys, opened.row, content, sides)
    due: date | None = rules.follow_up_on(content, sides)
    if due != opened.row.follow_up_on:
        act.change(opened.row, follow_up_on=due)


def _found(act: Act, file: str, circle: str) -> Keys:
    """A lock a part; the circle holds each by work, two trustees can give it again."""
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    holders = [*sharing.holders([circle]), *behind]
    return sharing.found(act, bundle=file, parts=dict.fromkeys(access.NEED_TO_KNOW, holders))
