"""Receiving an application: sealed at once for the office, readable to nobody without its key.

The two locks are made here and given to the office and to recovery, by their public keys alone; the keys themselves are
forgotten with this call. So nothing waits in a letterbox to be filed (docs/decisions/0114).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kring.pot import access
from kring.pot.applying.codes import applicant_of, code_hash, new_code
from kring.pot.applying.content import InitiatorsContent, ProjectContent, SentAlong
from kring.pot.applying.models import Application, ApplicationRecord
from kring.pot.regulation.models import GrantRegulation
from kring.team import queries as team
from kring.vault import sharing, throttle
from kring.vault.acts import acting
from kring.vault.models import Envelope
from kring.vault.primitives import new_id

MOST, WINDOW = 20, timedelta(minutes=30)


class TooOften(Exception):
    """More came from one place than anybody types."""


@dataclass(frozen=True, slots=True)
class Received:
    """What the applicant gets to know. `new` is False when the same submission came before."""

    application: str
    code: str
    new: bool


def receive_application(
    project: ProjectContent,
    people: InitiatorsContent,
    sent: Sequence[SentAlong] = (),
    *,
    rules: GrantRegulation,
    submission: str,
    address: str = "",
) -> Received:
    """Seal an application for the office of the pot. Raises `TooOften`; `Refused` where there is no such office."""
    office, code = team.office(access.OFFICE).principal, new_code(submission)
    row = Application(id=new_id(), regulation=rules, code_hash=code_hash(code), applicant=applicant_of(people.iban))
    row.arrived_at, row.asked_euro = timezone.now(), project.asked_euro
    with acting("pot.apply", by="") as act:
        if (earlier := act.once(submission, lock=office, outcome=row.id)) is not None:
            return Received(earlier, code, new=False)
        if address and throttle.count("pot application", address, WINDOW) > MOST:
            raise TooOften
        recovery = team.recovery()
        behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
        holders = [*sharing.holders([office]), *behind]
        keys = sharing.found(act, bundle=row.id, parts=dict.fromkeys(access.NEED_TO_KNOW, holders))
        act.add(row)
        contents: list[tuple[str, str, ProjectContent | InitiatorsContent | SentAlong]] = [
            (access.PROJECT, access.PROJECT, project),
            (access.INITIATORS, access.INITIATORS, people),
            *((f"sent_{number}", access.PROJECT, one) for number, one in enumerate(sent, 1)),
        ]
        records = []
        for kind, part, content in contents:
            record = ApplicationRecord(application=row, kind=kind)
            keys.seal(record, content, bundle=row.id, part=part)
            records.append(record)
        act.add_all(records)
        act.on.append(row.id)
    return Received(row.id, code, new=True)
