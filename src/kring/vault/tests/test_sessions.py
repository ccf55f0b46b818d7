"""Sessions against somebody who writes in the database: nothing is lengthened, revived or made genuine by our hand."""

import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from kring.vault import epochs, gate, sessions, slots
from kring.vault.acts import acting
from kring.vault.models import Principal, SessionKey
from kring.vault.primitives import Key, new_id, new_key
from kring.vault.sessions import Locked
from kring.vault.tests.attacker import put_back, raw
from kring.vault.tests.conftest import PASSWORD, World


def signed_in(world: World) -> str:
    return sessions.start(slots.open_password(world.noor.person, PASSWORD))


def later(monkeypatch: pytest.MonkeyPatch, **step: int) -> None:
    then = timezone.now() + timedelta(**step)
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: then)


def test_the_runtime_secret_is_part_of_the_key(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cookie, row and server file together open nothing with another secret of the epoch."""
    cookie = signed_in(world)
    other = new_key()
    monkeypatch.setattr("kring.vault.sessions.epoch_secret", lambda name: other)
    assert sessions.resume(cookie) is None


def test_epoch_secrets_are_made_once_and_destroyed_after_their_life(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    settings.KRING_DATA = tmp_path  # no session of another test may lose its secret here
    name = epochs.current_epoch()
    assert epochs.current_epoch() == name
    secret = epochs.epoch_secret(name)
    assert secret is not None
    assert len(secret) == 32
    path = tmp_path / "runtime" / name
    assert path.stat().st_mode & 0o077 == 0
    much_later = time.time() + epochs.LIFE_SECONDS + 2 * epochs.EPOCH_SECONDS + 60
    monkeypatch.setattr("kring.vault.epochs.time.time", lambda: much_later)
    epochs.current_epoch()
    assert not path.exists()
    assert epochs.epoch_secret(name) is None


@pytest.mark.parametrize("name", ["", "epoch-", "epoch-../server", "recovery-1", "epoch-999999999"])
def test_only_epochs_are_read(name: str) -> None:
    assert epochs.epoch_secret(name) is None


def test_another_cookie_opens_nothing(world: World) -> None:
    cookie = signed_in(world)
    assert sessions.resume(cookie[:-1] + ("A" if cookie[-1] != "A" else "B")) is None
    assert sessions.resume("") is None


def test_a_session_cannot_be_kept_alive_in_the_database(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = signed_in(world)
    later(monkeypatch, minutes=16)
    raw(SessionKey).update(seen_at=timezone.now() + timedelta(minutes=16))
    assert sessions.resume(cookie) is None


def test_a_session_cannot_be_lengthened_in_the_database(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = signed_in(world)
    raw(SessionKey).update(ends_at=timezone.now() + timedelta(days=9))
    later(monkeypatch, hours=11)
    assert sessions.resume(cookie) is None


def test_looking_now_and_then_keeps_a_session_open_until_its_end(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = signed_in(world)
    for minute in range(10, 600, 10):
        monkeypatch.undo()
        later(monkeypatch, minutes=minute)
        assert isinstance(sessions.resume(cookie), gate.Session), minute
    monkeypatch.undo()
    later(monkeypatch, minutes=601)
    assert sessions.resume(cookie) is None


def test_a_session_ends_when_the_persons_ways_in_change(world: World) -> None:
    cookie = signed_in(world)
    with acting("test.changed", by="system") as act:
        act.change(Principal.objects.get(id=world.noor.person), generation=2)
    assert sessions.resume(cookie) is None
    raw(SessionKey).update(person_generation=2)
    assert sessions.resume(cookie) is None


def test_a_session_ends_when_the_person_is_disabled(world: World) -> None:
    cookie = signed_in(world)
    with acting("test.disabled", by="system") as act:
        act.change(Principal.objects.get(id=world.noor.person), state=Principal.State.DISABLED)
    assert sessions.resume(cookie) is None
    raw(Principal).filter(id=world.noor.person).update(state=Principal.State.ACTIVE)
    assert sessions.resume(cookie) is None


def test_a_forged_session_is_never_made_genuine(world: World) -> None:
    """Tidying up idle sessions gives a row a new MAC: only when the old one was ours."""
    cookie, now = "a cookie of the attacker", timezone.now()
    forged = SessionKey(
        person_id=world.noor.person, person_generation=1, lookup=sessions._lookup(cookie), mac=b"x" * 33
    )
    forged.epoch, forged.blob, forged.seen_at = "epoch-1", b"x", now - timedelta(hours=1)
    forged.ends_at = now + timedelta(hours=9)
    put_back([forged])
    signed_in(world)
    assert sessions.resume(cookie) is None
    sessions._lock_idle()
    assert sessions.resume(cookie) is None


def test_idle_sessions_lose_their_key_when_somebody_signs_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = signed_in(world)
    later(monkeypatch, minutes=20)
    signed_in(world)
    assert SessionKey.objects.filter(blob__isnull=True).count() == 1
    assert isinstance(sessions.resume(cookie), Locked)


def test_the_key_of_one_session_is_bound_to_it(world: World) -> None:
    row = SessionKey(person_id=world.noor.person, person_generation=1)
    before = sessions._context(row)
    for column, value in (("id", new_id()), ("person_id", world.samir.person), ("person_generation", 2)):
        other = SessionKey(id=row.id, person_id=row.person_id, person_generation=row.person_generation)
        setattr(other, column, value)
        assert sessions._context(other) != before, column


def test_ending_all_sessions_ends_them(world: World) -> None:
    cookies = [signed_in(world), signed_in(world)]
    sessions.end_all(world.noor.person)
    assert [sessions.resume(cookie) for cookie in cookies] == [None, None]


def test_a_locked_session_has_no_key_left(world: World) -> None:
    cookie = signed_in(world)
    found = sessions.resume(cookie)
    assert isinstance(found, gate.Session)
    sessions.lock(found.id)
    assert isinstance(sessions.resume(cookie), Locked)
    raw(SessionKey).update(blob=Key(b"x" * 200))
    assert sessions.resume(cookie) is None


def test_the_cookie_is_part_of_the_key() -> None:
    """Who has the database and the runtime files as well still lacks what is in the browser."""
    epoch = epochs.current_epoch()
    assert sessions._key("one cookie", epoch) != sessions._key("another", epoch)


def test_a_page_that_comes_while_the_session_is_locked_leaves_it_locked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the row is nobody's any more, and what is typed while locked has no author."""
    cookie = signed_in(world)
    later(monkeypatch, minutes=5)
    stamp = sessions._stamp

    def after_locking(row: SessionKey, **values: object) -> None:
        monkeypatch.setattr(sessions, "_stamp", stamp)
        sessions.lock(row.id)
        stamp(row, **values)

    monkeypatch.setattr(sessions, "_stamp", after_locking)
    sessions.resume(cookie)
    assert isinstance(sessions.resume(cookie), Locked)
