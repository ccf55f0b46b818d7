"""An application as a colleague of the office opens it: its row, the project, its people. One entry in the journal.

The gate is asked with the id as it came, before a row is looked up: an id that does not exist and one that may not be
opened are one answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kring.pot.access import INITIATORS, PROJECT
from kring.pot.applying.codelists import State
from kring.pot.applying.content import InitiatorsContent, ProjectContent, SentAlong
from kring.pot.applying.models import Application, ApplicationRecord
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

A_PAGE = 24


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """An application that opened. people: None where only the project was asked for, or they went at their term."""

    row: Application
    keys: Keys
    project: ProjectContent
    people: InitiatorsContent | None
    records: Mapping[str, ApplicationRecord]


def open_application(session: Session, application: str, *, act: str) -> OpenApplication:
    """Open one application with its people. Raises `Refused`."""
    parts = [PROJECT, INITIATORS]
    keys = gate.entering(session, act=act, of=[application], parts=parts, strict=False, needed=[PROJECT])
    found = ApplicationRecord.objects.filter(application=application).exclude(kind__startswith="sent_")
    records = {one.kind: one for one in found.select_related("application__regulation")}
    if PROJECT not in records:
        raise Refused
    row = records[PROJECT].application
    row.regulation.verified()
    return _opened(row.verified(), keys, records)


def open_page(session: Session, states: list[State], *, page: int, act: str) -> tuple[list[OpenApplication], bool]:
    """A page of them with the project alone, the newest first; and whether there are older ones."""
    rows = Application.objects.filter(state__in=states).order_by("-arrived_at", "id")
    start = (page - 1) * A_PAGE
    asked = list(rows[start : start + A_PAGE + 1])
    shown = {row.id: row.verified() for row in asked[:A_PAGE]}
    keys = gate.entering(session, act=act, of=list(shown), parts=[PROJECT], strict=False)
    of = {one.application_id: one for one in ApplicationRecord.objects.filter(application__in=shown, kind=PROJECT)}
    found = [
        _opened(row, keys, {PROJECT: of[row.id]})
        for row in shown.values()
        if row.id in of and keys.holds(row.id, PROJECT)
    ]
    return found, len(asked) > A_PAGE


def sent_along(session: Session, application: str, number: int, *, act: str) -> SentAlong:
    """A file that came along. Raises `Refused`."""
    keys = gate.entering(session, act=act, of=[application], parts=[PROJECT])
    record = ApplicationRecord.objects.filter(application=application, kind=f"sent_{number}").first()
    if record is None:
        raise Refused
    return keys.open(record, SentAlong)


def _opened(row: Application, keys: Keys, records: dict[str, ApplicationRecord]) -> OpenApplication:
    people = records.get(INITIATORS)
    opens = people is not None and keys.holds(row.id, INITIATORS)
    return OpenApplication(
        row,
        keys,
        keys.open(records[PROJECT], ProjectContent),
        keys.open(people, InitiatorsContent) if opens and people else None,
        records,
    )
