"""A file as one mediator opens it: its row, what both may know, and both sheets. One entry in the journal.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist and
one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kring.mediation import access
from kring.mediation.files import rules
from kring.mediation.files.codelists import Phase, Side
from kring.mediation.files.content import FileContent, SideContent
from kring.mediation.files.models import FileRecord, Helper, MediationFile, SideRecord
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

PARTS = tuple(access.NEED_TO_KNOW)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that opened. `records` are the sealed rows behind `content` and `sides`."""

    row: MediationFile
    keys: Keys
    record: FileRecord
    content: FileContent
    records: Mapping[Side, SideRecord]
    sides: Mapping[Side, SideContent]

    @property
    def phase(self) -> Phase:
        """Where it stands."""
        return rules.phase(self.content, self.sides)


def open_file(session: Session, file: str, *, act: str) -> OpenFile:
    """Open one file with both sheets. Raises `Refused`."""
    keys = gate.entering(session, act=act, of=[file], parts=PARTS)
    row = MediationFile.objects.select_related("record").filter(id=file).first()
    if row is None:
        raise Refused
    return _opened(keys, row.verified(), list(SideRecord.objects.filter(file=file)))


def open_files(session: Session, *, act: str) -> list[OpenFile]:
    """Those of one's circle and those one helps on, the oldest first; each with both sheets, in few queries."""
    rows = {row.id: row for row in MediationFile.objects.select_related("record").filter(id__in=_mine(session))}
    keys = gate.entering(session, act=act, of=sorted(rows), parts=PARTS, strict=False)
    sheets: dict[str, list[SideRecord]] = {}
    for one in SideRecord.objects.filter(file__in=rows):
        sheets.setdefault(one.file_id, []).append(one)
    opened = [row for row in rows.values() if all(keys.holds(row.id, part) for part in PARTS)]
    found = [_opened(keys, row.verified(), sheets.get(row.id, [])) for row in opened]
    return sorted(found, key=lambda one: (one.row.opened_on, one.row.id))


def _mine(session: Session) -> list[str]:
    circles = [group.principal for group in team.circles_of(session.person) if group.code == access.CIRCLE]
    if circles:
        return list(MediationFile.objects.filter(circle__in=circles).values_list("id", flat=True))
    helping = Helper.objects.filter(person=session.person, ended_on=None, until_on__gte=today())
    return [row.verified().file_id for row in helping]


def _opened(keys: Keys, row: MediationFile, sheets: list[SideRecord]) -> OpenFile:
    records = {Side(one.side): one for one in sheets}
    if set(records) != set(Side):
        raise Refused
    sides = {side: keys.open(records[side], SideContent) for side in Side}
    return OpenFile(row, keys, row.record, keys.open(row.record, FileContent), records, sides)
