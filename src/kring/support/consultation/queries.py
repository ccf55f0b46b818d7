"""Looks at the consultations of a dossier: all of them, and what was agreed, for the plan to take over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kring.support.consultation.content import Agreement, ConsultationContent
from kring.support.consultation.models import ClientConsultation, ConsultationRecord
from kring.support.consultation.opened import PART
from kring.vault.gate import Keys


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action that was agreed at a table: what, who (names), by when, in which life domain. id: of its record."""

    id: str
    consultation: str
    what: str
    who: tuple[str, ...]
    by_when: date | None
    domain: str
    at: datetime


def consultations(keys: Keys, dossier: str) -> list[tuple[ClientConsultation, ConsultationContent]]:
    """All consultations of a dossier, newest first; none when nothing was written or the part is shut."""
    if not keys.holds(dossier, PART):
        return []
    return read(keys, ClientConsultation.objects.filter(dossier=dossier))


def read(keys: Keys, rows: Iterable[ClientConsultation]) -> list[tuple[ClientConsultation, ConsultationContent]]:
    """The same of rows that were found already."""
    return sorted(
        ((row, keys.open(row, ConsultationContent)) for row in rows), key=lambda pair: pair[1].at, reverse=True
    )


def agreed_actions(keys: Keys, dossier: str) -> list[AgreedAction]:
    """What was agreed at any table of this dossier, oldest first, in one query. Needs the key of `minutes`.

    Nothing here says whether the plan took it over: the plan knows that by the id.
    """
    if not keys.holds(dossier, PART):
        return []
    rows = ConsultationRecord.objects.filter(consultation__dossier=dossier, kind=ConsultationRecord.Kind.AGREEMENT)
    said = [(row, keys.open(row, Agreement)) for row in rows]
    actions = [
        AgreedAction(row.id, row.consultation_id, one.what, one.names, one.by_when, one.domain, one.at)
        for row, one in said
        if not one.dropped
    ]
    return sorted(actions, key=lambda action: action.at)
