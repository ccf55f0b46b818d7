"""Thieves: a stolen database, an old cookie, a link that is tried, a session left open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.vault import gate, sessions, sharing, slots
from kring.vault import server_keys as kept
from kring.vault.acts import acting
from kring.vault.models import (
    Extract,
    SessionKey,
)
from kring.vault.rows import MacedModel
from kring.vault.tests.attacker import put_back, refused
from kring.vault.tests.conftest import PASSWORD, Words, World


def test_a_thief_with_the_whole_database_and_the_password_needs_the_key_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    stolen = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: stolen)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))
    assert sessions.resume(cookie) is None
    monkeypatch.undo()
    assert slots.open_password(world.noor.person, PASSWORD).person == world.noor.person


def test_without_our_macs_even_the_right_pepper_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thief patches the checks away: the slot still does not open without the pepper."""
    stolen = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: stolen)
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_an_old_cookie_and_a_back_up_open_nothing_after_sign_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    back_up = list(SessionKey.objects.all())
    assert isinstance(sessions.resume(cookie), gate.Session)
    sessions.end(back_up[0].id, world.noor.person)
    assert sessions.resume(cookie) is None
    put_back(back_up)
    monkeypatch.setattr("kring.vault.sessions.epoch_secret", lambda name: None)
    assert sessions.resume(cookie) is None


def test_a_session_ends_by_idling_by_age_and_by_its_person(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: later)
    assert isinstance(sessions.resume(cookie), sessions.Locked)
    assert SessionKey.objects.get().blob is None, "the key is gone, who it was stays"
    sessions.unlock(cookie, slots.open_password(world.noor.person, PASSWORD))
    assert isinstance(sessions.resume(cookie), gate.Session)
    late = timezone.now() + timedelta(hours=11)
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: late)
    assert sessions.resume(cookie) is None


def test_sessions_of_another_person_cannot_be_unlocked(world: World) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    with acting("attack.password", by="system") as act:
        slots.add_password(act, world.greet, "the other long password")
    other = slots.open_password(world.greet.person, "the other long password")
    assert refused(lambda: sessions.unlock(cookie, other))


def test_links_open_five_times_at_most_and_only_their_extract(world: World) -> None:
    until = timezone.now() + timedelta(days=7)
    with acting("attack.link", by=world.noor.person) as act:
        token, opened = slots.add_link(act, code="M82R-7VTC", expires_at=until)
        sharing.extract(act, Words("what we agreed"), to=sharing.holders([opened.person], expires_at=until))
    session = slots.open_link(token, "m82r 7vtc").session()
    [bundle] = sharing.bundles_of(session.person)
    keys = gate.entering(session, act="attack.link", of=[bundle], parts=[sharing.EXTRACT])
    assert keys.open(Extract.objects.get(bundle=bundle), Words) == Words("what we agreed")
    assert refused(lambda: gate.entering(session, act="attack.link", of=[world.a], parts=["notes"]))
    for _ in range(5):
        assert refused(lambda: slots.open_link(token, "wrong"))
    assert refused(lambda: slots.open_link(token, "M82R-7VTC")), "after five wrong tries also the right code"
    assert refused(lambda: slots.open_link("guessed", "M82R-7VTC"))
