"""Codes of an app, a code on paper, a browser's own key, proof of minutes ago: against thieves and editors of rows."""

from functools import partial

import pytest
from django.utils import timezone

from kring.vault import code_app, paper, sessions, slots
from kring.vault import server_keys as kept
from kring.vault.acts import acting
from kring.vault.models import CodeApp, SessionKey, Slot
from kring.vault.primitives import new_id, new_key, time_code
from kring.vault.rows import MacedModel
from kring.vault.tests.attacker import put_back, raw, refused
from kring.vault.tests.conftest import PASSWORD, World

NOW = 1_900_000_000
STEP = NOW // code_app.STEP_SECONDS


class Clock:
    """It is always now."""

    @staticmethod
    def time() -> float:
        return NOW


@pytest.fixture
def secret(world: World, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Noor's password asks a code of her app."""
    monkeypatch.setattr(code_app, "time", Clock)
    made = code_app.new_secret()
    with acting("test.app", by=world.noor.person) as act:
        slots.remove_slot(act, Slot.objects.get(person=world.noor.person))
        again = slots.Opened(world.noor.person, 2, world.noor.private)
        slots.add_password(act, again, PASSWORD, with_code=True)
        code_app.set_app(act, world.noor.person, again.session().private, made, step=STEP - 1)
    return made


def opens(world: World, code: str) -> bool:
    return not refused(partial(slots.open_password, world.noor.person, PASSWORD, code))


def test_a_code_opens_once_and_an_earlier_one_never(world: World, secret: bytes) -> None:
    assert not opens(world, "")
    assert not opens(world, time_code(secret, STEP - 1)), "used at the beginning"
    assert not opens(world, time_code(secret, STEP + 2))
    assert opens(world, time_code(secret, STEP))
    assert not opens(world, time_code(secret, STEP))
    assert opens(world, time_code(secret, STEP + 1))


def test_a_used_step_put_back_in_the_database_opens_nothing(world: World, secret: bytes) -> None:
    assert opens(world, time_code(secret, STEP))
    raw(CodeApp).update(step=0)
    assert not opens(world, time_code(secret, STEP))
    raw(CodeApp).all().delete()
    assert not opens(world, time_code(secret, STEP))
    assert not opens(world, "")


def test_the_kind_of_a_password_is_part_of_its_slot(
    world: World, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with the MACs patched away, a slot that asks a code does not open as one that asks none."""
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    raw(Slot).filter(person=world.noor.person).update(kind=Slot.Kind.PASSWORD)
    assert not opens(world, "")


def on_paper(world: World) -> str:
    code = paper.code_of(world.noor.person, new_id())
    with acting("test.paper", by=world.noor.person) as act:
        paper.add_paper(act, world.noor, code)
    return code


def test_paper_opens_its_owner_alone(world: World) -> None:
    code = on_paper(world)
    assert paper.open_paper(code.lower()).person == world.noor.person
    assert paper.open_paper(code, whom=world.noor.person).private == world.noor.private
    assert refused(partial(paper.open_paper, code, whom=world.samir.person))
    assert refused(partial(paper.open_paper, code[:-1]))
    assert refused(partial(paper.open_paper, ""))


def test_paper_with_the_database_needs_the_key_file(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    code = on_paper(world)
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    stolen = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: stolen)
    assert refused(partial(paper.open_paper, code))


ANSWER = new_key()


def by_device(world: World) -> str:
    """The cookie of a locked session that a browser's own key may unlock."""
    opened = slots.open_password(world.noor.person, PASSWORD)
    cookie = sessions.start(opened)
    sessions.let_device_unlock(cookie, opened, new_id(), ANSWER)
    sessions.lock(SessionKey.objects.get(lookup=sessions._lookup(cookie)).id)
    return cookie


def test_a_browsers_own_key_unlocks_its_own_session(world: World) -> None:
    cookie, other = by_device(world), by_device(world)
    opened, device = sessions.open_by_device(cookie, ANSWER)
    assert opened.private == world.noor.private
    assert device == sessions.device_of(cookie) != sessions.device_of(other)
    assert refused(partial(sessions.open_by_device, cookie, new_key()))
    assert refused(partial(sessions.open_by_device, "another cookie", ANSWER))


def test_an_open_session_is_not_opened_again(world: World) -> None:
    cookie = by_device(world)
    sessions.unlock(cookie, world.noor)
    assert refused(partial(sessions.open_by_device, cookie, ANSWER))


def test_five_tries_and_the_database_gives_none_back(world: World) -> None:
    cookie = by_device(world)
    for _ in range(sessions.DEVICE_TRIES):
        assert refused(partial(sessions.open_by_device, cookie, new_key()))
    assert refused(partial(sessions.open_by_device, cookie, ANSWER))
    assert sessions.device_of(cookie) == ""
    raw(SessionKey).update(device_tries=sessions.DEVICE_TRIES)
    assert refused(partial(sessions.open_by_device, cookie, ANSWER))


def test_the_key_of_a_device_is_of_one_cookie_epoch_and_key_file(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = by_device(world)
    epoch = SessionKey.objects.get().epoch
    mine = sessions._device_key(cookie, epoch, ANSWER)
    assert mine != sessions._device_key("another", epoch, ANSWER)
    assert mine != sessions._device_key(cookie, epoch, new_key())
    assert mine != sessions._key(cookie, epoch)
    rows = list(SessionKey.objects.all())
    sessions.end_all(world.noor.person)
    put_back(rows)
    monkeypatch.setattr("kring.vault.sessions.epoch_secret", lambda name: None)
    assert refused(partial(sessions.open_by_device, cookie, ANSWER))


def test_somebody_else_sets_no_device_on_my_session(world: World) -> None:
    cookie = by_device(world)
    mine = sessions.start(world.noor)
    assert refused(partial(sessions.let_device_unlock, mine, world.samir, new_id(), ANSWER))
    sessions.let_device_unlock(mine, world.noor, new_id(), ANSWER)
    assert refused(partial(sessions.let_device_unlock, cookie, world.noor, new_id(), ANSWER)), "it is locked"


def test_proof_lasts_minutes_and_cannot_be_written_in_the_database(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = slots.open_password(world.noor.person, PASSWORD)
    plain, proved = sessions.start(opened), sessions.start(opened, proved=True)
    assert sessions.proven(plain) is None
    shown = sessions.proven(proved)
    assert shown is not None
    assert shown.private == world.noor.private
    raw(SessionKey).filter(lookup=sessions._lookup(plain)).update(proved_at=timezone.now())
    assert sessions.proven(plain) is None
    later = timezone.now() + sessions.PROOF
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: later)
    assert sessions.proven(proved) is None
