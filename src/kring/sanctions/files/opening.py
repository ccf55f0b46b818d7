"""A file as an officer opens it, or as a mediator does while he is asked. One entry in the journal.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist and
one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kring.sanctions import access
from kring.sanctions.files import rules
from kring.sanctions.files.codelists import Phase
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.sanctions.files.models import SanctionFile
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

PARTS = tuple(access.NEED_TO_KNOW)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that opened; `row` brings its sealed records along. To a mediator `decision` says nothing."""

    row: SanctionFile
    keys: Keys
    person: PersonContent
    result: ResultContent
    decision: DecisionContent

    @property
    def phase(self) -> Phase:
        """Where it stands."""
        return rules.phase(self.person, self.result, self.decision)


def open_file(session: Session, file: str, *, act: str, parts: Iterable[str] = PARTS) -> OpenFile:
    """Open one file: every part of it, or those of a mediator. Raises `Refused`."""
    keys = gate.entering(session, act=act, of=[file], parts=list(parts))
    row = _files().filter(id=file).first()
    if row is None:
        raise Refused
    return _opened(keys, row)


def open_files(session: Session, *, act: str, office: str = "", circle: str = "") -> list[OpenFile]:
    """All of an office, or those a circle of mediators is asked in now; the oldest first, in few queries."""
    rows = list(_files().filter(office=office) if office else _files().filter(circle=circle, with_mediators=True))
    parts = PARTS if office else access.OF_MEDIATORS
    keys = gate.entering(session, act=act, of=sorted(one.id for one in rows), parts=parts, strict=False)
    found = [_opened(keys, row) for row in rows if all(keys.holds(row.id, part) for part in parts)]
    return sorted(found, key=lambda one: (one.row.opened_on, one.row.id))


def _files() -> QuerySet[SanctionFile]:
    return SanctionFile.objects.select_related(*PARTS)


def _opened(keys: Keys, row: SanctionFile) -> OpenFile:
    row.verified()
    sees = keys.holds(row.id, "decision")
    return OpenFile(
        row,
        keys,
        keys.open(row.person, PersonContent),
        keys.open(row.result, ResultContent),
        keys.open(row.decision, DecisionContent) if sees else DecisionContent(),
    )
