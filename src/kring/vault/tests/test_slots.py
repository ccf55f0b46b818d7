"""Ways in against somebody who writes in the database, and against guessing."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from kring.vault import kdf, sharing, slots
from kring.vault.acts import acting
from kring.vault.models import JournalEntry, Principal, Slot
from kring.vault.primitives import Cost, Key, new_pair, stretch
from kring.vault.refusals import Busy
from kring.vault.rows import MacedModel
from kring.vault.slots import Opened
from kring.vault.tests.attacker import raw, refused
from kring.vault.tests.conftest import PASSWORD, Words, World

CODE = "M82R-7VTC"


def link(world: World, **until: int) -> tuple[str, Opened]:
    expires = timezone.now() + timedelta(**until)
    with acting("test.link", by=world.noor.person) as act:
        token, opened = slots.add_link(act, code=CODE, expires_at=expires)
        sharing.extract(act, Words("what we agreed"), to=sharing.holders([opened.person], expires_at=expires))
    return token, opened


def changed(row: Any, **values: Any) -> None:
    with acting("test.change", by="system") as act:
        act.change(row, **values)


def test_a_link_ends_and_cannot_be_lengthened(world: World) -> None:
    token, opened = link(world, seconds=-1)
    assert refused(lambda: slots.open_link(token, CODE))
    assert not slots.link_exists(token)
    raw(Slot).filter(person=opened.person).update(expires_at=timezone.now() + timedelta(days=1))
    assert refused(lambda: slots.open_link(token, CODE))


def test_tries_are_counted_and_cannot_be_given_back_in_the_database(world: World) -> None:
    token, opened = link(world, days=1)
    for left in (4, 3, 2, 1, 0):
        assert refused(lambda: slots.open_link(token, "wrong"))
        assert Slot.objects.get(person=opened.person).tries_left == left
    raw(Slot).filter(person=opened.person).update(tries_left=5)
    assert refused(lambda: slots.open_link(token, CODE))


def test_the_right_code_gives_the_tries_back(world: World) -> None:
    token, opened = link(world, days=1)
    for _ in range(3):
        assert refused(lambda: slots.open_link(token, "wrong"))
        assert slots.open_link(token, CODE).person == opened.person
    assert Slot.objects.get(person=opened.person).tries_left == slots.LINK_TRIES


def test_a_try_is_taken_before_the_code_is_looked_at(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses at the same moment count one by one: whoever looks at the code has paid already."""
    token, opened = link(world, days=1)
    left: list[int | None] = []

    def look(slot: Slot, secret: bytes) -> Opened:
        left.append(Slot.objects.get(id=slot.id).tries_left)
        return opened

    monkeypatch.setattr(slots, "open_slot", look)
    slots.open_link(token, CODE)
    assert left == [slots.LINK_TRIES - 1]


def test_a_wrong_code_is_in_the_journal(world: World) -> None:
    token, opened = link(world, days=1)
    assert refused(lambda: slots.open_link(token, "wrong"))
    text = bytes(JournalEntry.objects.order_by("-id")[0].text or b"")
    assert b'"refused"' in text
    assert opened.person.encode() in text
    assert token.encode() not in text


def test_a_disabled_person_cannot_be_revived_in_the_database(world: World) -> None:
    changed(Principal.objects.get(id=world.noor.person), state=Principal.State.DISABLED)
    raw(Principal).filter(id=world.noor.person).update(state=Principal.State.ACTIVE)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_a_slot_of_an_earlier_generation_is_no_way_in(world: World) -> None:
    changed(Principal.objects.get(id=world.noor.person), generation=2)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))
    raw(Slot).filter(person=world.noor.person).update(person_generation=2)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


@pytest.mark.parametrize("whose", ["slot", "person"])
def test_what_opens_must_be_the_private_half_of_what_is_shown(
    world: World, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    """Also with the MACs patched away: opening the slot *is* the check."""
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    other = new_pair().public
    if whose == "slot":
        raw(Slot).filter(person=world.noor.person).update(public_key=other)
    else:
        raw(Principal).filter(id=world.noor.person).update(public_key=other)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_a_slot_moved_to_another_person_opens_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    raw(Slot).filter(person=world.noor.person).update(person=world.samir.person)
    assert refused(lambda: slots.open_password(world.samir.person, PASSWORD))


def test_an_unknown_person_costs_a_stretch_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stretched: list[str] = []

    def stretch(password: str, *rest: object) -> bytes:
        stretched.append(password)
        return bytes(32)

    monkeypatch.setattr(slots, "stretch", stretch)
    for person in (world.noor.person, world.greet.person, None, "nobody"):
        assert refused(partial(slots.open_password, person, PASSWORD))
    assert stretched == [PASSWORD] * 4


def test_who_comes_when_all_turns_are_taken_hears_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "QUEUE_SECONDS", 0.1)
    with kdf.turn():
        with kdf.turn(), pytest.raises(Busy), kdf.turn():
            pass
        with kdf.turn():
            pass  # a turn that was given back is there for the next


def test_a_slot_that_is_not_ours_does_not_say_how_long_we_stretch(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Cost] = []
    stretch = slots._password_secret

    def watched(password: str, salt: bytes, cost: Cost) -> Key:
        asked.append(cost)
        return stretch(password, salt, cost)

    monkeypatch.setattr(slots, "_password_secret", watched)
    raw(Slot).filter(person=world.noor.person).update(passes=1000, kibibytes=4096)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))
    assert asked == [slots.default_cost()]


def test_a_password_is_stretched_as_dear_as_was_decided(world: World, settings: Settings) -> None:
    """RFC 9106, second recommended option: three passes over 64 MiB. Other tests stretch less, to be quick."""
    del settings.KRING_STRETCH
    assert slots.default_cost() == Cost(passes=3, kibibytes=64 * 1024)
    with acting("test.password", by=world.noor.person) as act:
        slot = slots.add_password(act, world.noor, "a long one for the test")
    kept = Slot.objects.get(id=slot.id)
    assert (kept.passes, kept.kibibytes, len(kept.salt)) == (3, 64 * 1024, 16)


def stretched_link(world: World, asked: list[Cost], monkeypatch: pytest.MonkeyPatch) -> tuple[str, Opened]:
    """A link under a chosen word; `asked` fills with what is stretched from then on."""
    made = slots.stretched_link(CODE)
    with acting("test.link", by=world.noor.person) as act:
        token, opened = slots.add_link(act, code=made, expires_at=timezone.now() + timedelta(days=1))

    def seen(password: str, salt: bytes, pepper: Key, cost: Cost) -> Key:
        asked.append(cost)
        return stretch(password, salt, pepper, cost)

    monkeypatch.setattr(slots, "stretch", seen)
    return token, opened


def test_a_chosen_word_is_stretched_and_a_link_that_is_not_there_costs_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Cost] = []
    token, opened = stretched_link(world, asked, monkeypatch)
    assert slots.open_link(token, "m82r 7vtc", stretched=True).person == opened.person
    assert refused(lambda: slots.open_link(token, "wrong", stretched=True))
    assert refused(lambda: slots.open_link("guessed", CODE, stretched=True))
    assert asked == [slots.default_cost()] * 3
    assert refused(lambda: slots.open_link(token, CODE)), "through a door that does not stretch it does not open"


def test_a_busy_machine_takes_no_try_of_a_link(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    token, opened = stretched_link(world, [], monkeypatch)
    monkeypatch.setattr(kdf, "QUEUE_SECONDS", 0.1)
    with kdf.turn(), kdf.turn(), pytest.raises(Busy):
        slots.open_link(token, CODE, stretched=True)
    assert Slot.objects.get(person=opened.person).tries_left == slots.LINK_TRIES
