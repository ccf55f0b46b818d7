"""Rows read in plain SQL are what the ORM reads, on either engine, and no more trusted."""

from datetime import UTC, date, datetime

import pytest

from kring.vault import reading, sessions
from kring.vault.models import Envelope, Lock, Principal, SessionKey
from kring.vault.refusals import Refused
from kring.vault.rows import GuardedModel, unguarded
from kring.vault.tests.conftest import World

OF_BUNDLE = f"SELECT {reading.columns(Envelope, 'e')} FROM vault_envelope e WHERE e.bundle = %s ORDER BY e.id"
WITH_PERSON = (
    f"SELECT {reading.columns(Principal, 'p')}, {reading.columns(SessionKey, 's')}"
    " FROM vault_principal p LEFT JOIN vault_sessionkey s ON s.person_id = p.id WHERE p.id "
)


def told(row: GuardedModel) -> dict[str, object]:
    """Every column of a row, as any reader sees it."""
    found = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in found.items()}


def test_a_row_is_as_the_orm_reads_it(world: World) -> None:
    plainly = reading.rows(Envelope, OF_BUNDLE, [world.a])
    assert len(plainly) == 2
    assert [told(row) for row in plainly] == [
        told(row) for row in Envelope.objects.filter(bundle=world.a).order_by("id")
    ]
    assert all(row.verified() is row for row in plainly)


def test_moments_come_with_their_zone_and_what_is_not_there_is_none(world: World) -> None:
    sessions.start(world.noor)
    which, ids = reading.among([world.noor.person, world.samir.person])
    found = {
        person.id: session for person, session in reading.beside([Principal, SessionKey], WITH_PERSON + which, [ids])
    }
    assert told(found[world.noor.person]) == told(SessionKey.objects.get())
    assert found[world.noor.person].seen_at.tzinfo is not None
    assert found[world.samir.person] is None


def test_nobody_is_among_none(world: World) -> None:
    which, ids = reading.among([])
    assert reading.rows(Lock, f"SELECT {reading.columns(Lock, 'l')} FROM vault_lock l WHERE l.id {which}", [ids]) == []


def test_a_row_that_somebody_changed_comes_out_and_is_refused(world: World) -> None:
    unguarded(Envelope).filter(bundle=world.a).update(holder_generation=9)
    for row in reading.rows(Envelope, OF_BUNDLE, [world.a]):
        with pytest.raises(Refused):
            row.verified()


def test_days_and_moments_are_the_same_however_an_engine_gives_them() -> None:
    on, at = date(2021, 3, 1), datetime(2021, 3, 1, 9, 30, tzinfo=UTC)
    assert [reading.day(each) for each in (on, "2021-03-01", "2021-03-01 00:00:00", None)] == [on, on, on, None]
    naive = at.replace(tzinfo=None)
    assert [reading.moment(each) for each in (at, naive, "2021-03-01 09:30:00", None)] == [at, at, at, None]
