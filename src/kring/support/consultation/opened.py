"""One consultation as a colleague opens it: through the gate with the ids as they were asked.

Who does not hold the part `minutes` gets the one refusal, as for a consultation that is not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kring.support.consultation.content import CLIENT, Agreement, ConsultationContent, TableNotes
from kring.support.consultation.models import ClientConsultation, ConsultationRecord, TableInvitation
from kring.support.dossier.opening import Opened, opening
from kring.vault.acts import Act
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

PART = "minutes"
Kind = ConsultationRecord.Kind


@dataclass(frozen=True)
class OpenTable:
    """A consultation that opened, with its dossier and keys."""

    opened: Opened
    row: ClientConsultation
    meeting: ConsultationContent

    @property
    def keys(self) -> Keys:
        """The open keys."""
        return self.opened.keys

    @cached_property
    def names(self) -> dict[str, str]:
        """Seat -> name, of everybody at the table; the client first."""
        return {CLIENT: self.opened.summary.label} | {seat.id: seat.name for seat in self.meeting.seats}

    @cached_property
    def records(self) -> list[ConsultationRecord]:
        """Its records, in one query."""
        return list(ConsultationRecord.objects.filter(consultation=self.row))

    @cached_property
    def agreements(self) -> list[tuple[ConsultationRecord, Agreement]]:
        """What was agreed, in the order it was said; what was taken off the table is left out."""
        rows = [row for row in self.records if row.kind == Kind.AGREEMENT]
        said = [(row, self.keys.open(row, Agreement)) for row in rows]
        return sorted((pair for pair in said if not pair[1].dropped), key=lambda pair: pair[1].at)

    @cached_property
    def notes(self) -> tuple[ConsultationRecord | None, TableNotes | None]:
        """The notes beside it, which never come on the shared screen."""
        row = next((row for row in self.records if row.kind == Kind.NOTES), None)
        return row, self.keys.open(row, TableNotes) if row else None

    @cached_property
    def invitations(self) -> dict[str, TableInvitation]:
        """Seat -> its living invitation."""
        rows = TableInvitation.objects.filter(consultation=self.row, state=TableInvitation.State.ASKED)
        return {row.seat: row.verified() for row in rows}

    def write(self, act: Act, meeting: ConsultationContent) -> None:
        """Store the consultation as it is now. Raises `Conflict`."""
        self.keys.seal(self.row, meeting, bundle=self.opened.dossier.id, part=PART)
        act.rewrite(self.row)

    def with_meeting(self, meeting: ConsultationContent) -> "OpenTable":
        """The same table with another state of it."""
        return replace(self, meeting=meeting)


def open_table(session: Session, dossier: str, consultation: str, *, act: str, beside: Sequence[str] = ()) -> OpenTable:
    """Open one consultation of a dossier. Raises `Refused`. beside: more parts, when they open."""
    opened = opening(session, dossier, act=act, parts=beside, needed=[PART])
    row = ClientConsultation.objects.filter(id=consultation, dossier=opened.dossier).first()
    if row is None:
        raise Refused
    return OpenTable(opened, row, opened.keys.open(row, ConsultationContent))
