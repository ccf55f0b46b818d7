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
    return _opened(keys, list(SideRecord.objects.filter(file=file).select_related("file__record")))


def open_files(session: Session, *, circle: str, act: str) -> list[OpenFile]:
    """Those of one's circle ("" for who is in none) or those one helps on, the oldest first; in few queries."""
    sheets = SideRecord.objects.select_related("file__record")
    of: dict[str, list[SideRecord]] = {}
    for one in sheets.filter(file__circle=circle) if circle else sheets.filter(file__in=_helped(session.person)):
        of.setdefault(one.file_id, []).append(one)
    keys = gate.entering(session, act=act, of=sorted(of), parts=PARTS, strict=False)
    found = [_opened(keys, two) for file, two in of.items() if all(keys.holds(file, part) for part in PARTS)]
    return sorted(found, key=lambda one: (one.row.opened_on, one.row.id))


def _helped(person: str) -> list[str]:
    rows = Helper.objects.filter(person=person, ended_on=None, until_on__gte=today())
    return [row.verified().file_id for row in rows]


def _opened(keys: Keys, sheets: list[SideRecord]) -> OpenFile:
    records = {Side(one.side): one for one in sheets}
    if set(records) != set(Side):
        raise Refused
    row = records[Side.A].file.verified()
    sides = {side: keys.open(records[side], SideContent) for side in Side}
    return OpenFile(row, keys, row.record, keys.open(row.record, FileContent), records, sides)
