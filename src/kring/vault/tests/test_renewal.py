"""A person begins anew, is held at the door, is shut out, leaves: what opens afterwards, and what never does again."""

import pytest

from kring.vault import gate, renewal, sessions, sharing, slots
from kring.vault.acts import acting
from kring.vault.models import Envelope, Extract, Grant, Lock, Principal, Slot
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded
from kring.vault.slots import Opened
from kring.vault.sweeping import sweep
from kring.vault.tests.conftest import PASSWORD, Words, World

State = Principal.State


def reads(who: Opened, bundle: str) -> bool:
    try:
        keys = gate.entering(who.session(), act="test.read", of=[bundle], parts=["notes"])
        return bool(keys.open(Extract.objects.get(bundle=bundle), Words))
    except Refused:
        return False


def enters(who: Opened, password: str = PASSWORD) -> bool:
    try:
        return slots.open_password(who.person, password).person == who.person
    except Refused:
        return False


def anew(who: Opened) -> Opened:
    with acting("test.anew", by="system") as act:
        return renewal.begin_anew(act, who.person)


def test_a_new_key_opens_nothing_and_the_old_one_neither(world: World) -> None:
    assert reads(world.noor, world.a)
    new = anew(world.noor)
    assert (new.person, new.generation) == (world.noor.person, world.noor.generation + 1)
    assert not any(reads(who, bundle) for who in (new, world.noor) for bundle in (world.a, world.b))
    assert not Envelope.objects.filter(holder=new.person).exists()
    assert not enters(world.noor)
    assert not Slot.objects.filter(person=new.person).exists()


def test_what_was_given_again_opens_and_a_put_back_envelope_does_not(world: World) -> None:
    envelopes = list(Envelope.objects.filter(holder=world.noor.person, bundle=world.a))
    grants = list(Grant.objects.filter(envelope__in=[one.id for one in envelopes]))
    new = anew(world.noor)
    for row in (*envelopes, *grants):
        unguarded(type(row)).bulk_create([row])
    old = Opened(new.person, new.generation, world.noor.private)
    assert not reads(old, world.a), "neither under the old key with the new generation"
    keys = gate.entering(world.samir.session(), act="test.give", of=[world.a], parts=["notes"])
    with acting("test.give", by=world.samir.person) as act:
        sharing.give_parts(act, keys, bundle=world.a, parts=["notes"], to=sharing.holders([new.person]))
    assert reads(new, world.a)
    assert not reads(old, world.a)


def test_an_old_way_in_that_is_put_back_opens_nothing(world: World) -> None:
    [slot] = Slot.objects.filter(person=world.noor.person)
    anew(world.noor)
    unguarded(Slot).bulk_create([slot])
    assert not enters(world.noor)


def test_a_new_password_is_a_way_in_to_the_new_key(world: World) -> None:
    with acting("test.anew", by="system") as act:
        new = renewal.begin_anew(act, world.noor.person)
        slots.add_password(act, new, "another long password")
    assert enters(new, "another long password")
    assert not enters(new)


@pytest.mark.parametrize("how", [renewal.hold, renewal.disable, renewal.begin_anew, renewal.close_for_good])
def test_sessions_end_at_once(world: World, how: object) -> None:
    cookie = sessions.start(world.noor)
    assert sessions.resume(cookie)
    with acting("test.how", by="system") as act:
        how(act, world.noor.person)  # type: ignore[operator]  # one of the four verbs
    assert sessions.resume(cookie) is None
    with acting("test.back", by="system") as act:
        row = Principal.objects.get(id=world.noor.person)
        act.change(row, state=State.ACTIVE, generation=world.noor.generation)
    assert sessions.resume(cookie) is None, "the row is gone, not only of no use"


@pytest.mark.parametrize(("shut", "open_again"), [(renewal.hold, renewal.let_go_on), (renewal.disable, renewal.enable)])
def test_who_is_let_go_on_has_lost_nothing(world: World, shut: object, open_again: object) -> None:
    for verb, inside in ((shut, False), (open_again, True)):
        with acting("test.verb", by="system") as act:
            verb(act, world.noor.person)  # type: ignore[operator]  # one of the four verbs
        assert enters(world.noor) is inside
    assert reads(slots.open_password(world.noor.person, PASSWORD), world.a)


@pytest.mark.parametrize("shut", [renewal.hold, renewal.disable])
def test_the_person_of_before_put_back_does_not_come_in(world: World, shut: object) -> None:
    before = unguarded(Principal).filter(id=world.noor.person).values("state", "generation", "mac").get()
    with acting("test.shut", by="system") as act:
        shut(act, world.noor.person)  # type: ignore[operator]  # one of the two verbs
    unguarded(Principal).filter(id=world.noor.person).update(**before)
    assert not enters(world.noor)
    assert not reads(world.noor, world.a)


@pytest.mark.parametrize("verb", [renewal.let_go_on, renewal.enable])
def test_an_active_person_is_not_opened_a_second_time(world: World, verb: object) -> None:
    with pytest.raises(Refused), acting("test.verb", by="system") as act:
        verb(act, world.noor.person)  # type: ignore[operator]  # one of the two verbs


def test_who_is_shut_out_cannot_begin_anew_nor_be_held(world: World) -> None:
    with acting("test.out", by="system") as act:
        renewal.disable(act, world.noor.person)
    for verb in (renewal.begin_anew, renewal.hold, renewal.let_go_on):
        with pytest.raises(Refused), acting("test.verb", by="system") as act:
            verb(act, world.noor.person)


def test_only_a_person_begins_anew(world: World) -> None:
    with pytest.raises(Refused), acting("test.circle", by="system") as act:
        renewal.begin_anew(act, world.circle)


def holders_of_newest(bundle: str) -> set[str]:
    lock = Lock.objects.get(bundle=bundle)
    grants = Grant.objects.filter(lock=lock, lock_version=lock.version)
    return set(grants.values_list("envelope__holder", flat=True))


@pytest.mark.parametrize(("shut", "kept"), [(renewal.hold, True), (renewal.disable, False)])
def test_a_lock_that_moves_on_waits_for_who_is_held_and_leaves_who_is_shut_out(
    world: World, shut: object, kept: bool
) -> None:
    with acting("test.shut", by="system") as act:
        shut(act, world.noor.person)  # type: ignore[operator]  # one of the two verbs
        sharing.rotate(act, Lock.objects.get(bundle=world.a))
    assert holders_of_newest(world.a) == {world.samir.person} | ({world.noor.person} if kept else set())


def test_the_sweep_finds_everything_in_order_afterwards(world: World) -> None:
    with acting("test.leave", by="system") as act:
        renewal.begin_anew(act, world.noor.person)
        renewal.close_for_good(act, world.samir.person)
    assert sweep() == []
