"""Another trustee: two together split the key anew over three; who left, was shut out or has another key holds none."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations
from unittest.mock import patch

import pytest
from django.utils import timezone

from kring.vault import keycheck as keycheck_module
from kring.vault import recovery, renewal, sharing, slots, splitting
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Lock, Principal, RecoveryRequest, RecoveryShare
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.slots import Opened
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import put_back, raw
from kring.vault.tests.conftest import World
from kring.vault.tests.test_recovery import day_ago


@pytest.fixture
def four(world: World) -> list[Opened]:
    """Three trustees, and one who comes in the place of the third."""
    with acting("test.trustees", by="system") as act:
        return [slots.new_person(act) for _ in range(4)]


@pytest.fixture
def split(world: World, four: list[Opened]) -> str:
    with acting("test.recovery", by="system") as act:
        return recovery.found_recovery(act, sharing.holders([one.person for one in four[:3]]))


def a_lock(world: World, split: str) -> str:
    """A bundle that Noor and recovery hold."""
    bundle = new_id()
    with acting("test.lock", by="system") as act:
        held = [*sharing.holders([world.noor.person]), *sharing.holders([split], Envelope.Kind.RECOVERY)]
        sharing.found(act, bundle=bundle, parts={"notes": held})
    return bundle


def asked(split: str, four: Sequence[Opened], places: Sequence[int] = (0, 1, 3), newcomer: int = 3) -> RecoveryRequest:
    with acting("test.ask", by=four[0].person) as act:
        row = recovery.ask_places(
            act, recovery=split, newcomer=four[newcomer].person, trustees=[four[place].person for place in places]
        )
    day_ago(row)
    return row


def done(row: RecoveryRequest, one: Opened, two: Opened) -> None:
    recovery.release(one.session(), row, two.person)
    recovery.finish(two.session(), row)


def gives(world: World, split: str, bundle: str, one: Opened, two: Opened) -> bool:
    """Whether these two can give Greet a lock."""
    with acting("test.ask", by=world.greet.person) as act:
        row = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=[(bundle, "notes")])
    day_ago(row)
    try:
        done(row, one, two)
    except Refused:
        return False
    return True


def holding(split: str) -> set[str]:
    return set(splitting.present(split).holding)


@pytest.mark.parametrize(("one", "two"), list(permutations(range(3), 2)))
def test_each_pair_can_put_another_in_the_third_place(one: int, two: int, split: str, four: list[Opened]) -> None:
    """Who leaves may be one of the two."""
    row = asked(split, four)
    done(row, four[one], four[two])
    assert holding(split) == {four[0].person, four[1].person, four[3].person}
    assert RecoveryShare.objects.count() == 6
    assert sweep() == []


@pytest.mark.parametrize(("one", "two"), list(permutations((0, 1, 3), 2)))
def test_each_pair_of_the_new_three_gives_a_key_again(
    one: int, two: int, world: World, split: str, four: list[Opened]
) -> None:
    bundle = a_lock(world, split)
    done(asked(split, four), four[0], four[1])
    assert not gives(world, split, bundle, four[2], four[0]), "who left is nobody any more"
    assert not gives(world, split, bundle, four[0], four[2])
    assert gives(world, split, bundle, four[one], four[two])


def test_one_person_twice_a_newcomer_alone_and_the_wrong_order_are_refused(split: str, four: list[Opened]) -> None:
    row = asked(split, four)
    for one, second in ((0, 0), (3, 0), (0, 3)):
        with pytest.raises(Refused):
            recovery.release(four[one].session(), row, four[second].person)
    with pytest.raises(Refused):
        recovery.finish(four[1].session(), row)
    recovery.release(four[0].session(), row, four[1].person)
    for wrong in (0, 2, 3):
        with pytest.raises(Refused):
            recovery.finish(four[wrong].session(), row)
    assert holding(split) == {one.person for one in four[:3]}


def test_not_within_a_day(split: str, four: list[Opened]) -> None:
    row = asked(split, four)
    with acting("test.soon", by="system") as act:
        act.change(row, asked_at=timezone.now() - timedelta(hours=23))
    recovery.release(four[0].session(), row, four[1].person)
    with pytest.raises(Refused):
        recovery.finish(four[1].session(), row)


@pytest.mark.parametrize("places", [(0, 1), (0, 3)], ids=["two", "one and the newcomer"])
def test_there_are_three_places(places: tuple[int, ...], split: str, four: list[Opened]) -> None:
    row = asked(split, four, places)
    with pytest.raises(Refused):
        done(row, four[0], four[1])
    assert holding(split) == {one.person for one in four[:3]}


def test_nobody_comes_along_beside_the_newcomer(world: World, split: str, four: list[Opened]) -> None:
    with acting("test.ask", by=four[0].person) as act:
        people = [four[0].person, four[3].person, world.samir.person]
        row = recovery.ask_places(act, recovery=split, newcomer=four[3].person, trustees=people)
    day_ago(row)
    with pytest.raises(Refused):
        done(row, four[0], four[1])


def test_places_that_were_changed_after_the_first_half_open_nothing(split: str, four: list[Opened]) -> None:
    row = asked(split, four)
    recovery.release(four[0].session(), row, four[1].person)
    with acting("test.swap", by="system") as act:
        act.change(row, trustees=" ".join(sorted([four[1].person, four[2].person, four[3].person])))
    with pytest.raises(Refused):
        recovery.finish(four[1].session(), row)


def test_a_share_of_before_that_is_put_back_is_nobodys(world: World, split: str, four: list[Opened]) -> None:
    """Neither to be used, nor to be counted, nor to be renewed by our own hand at the next turn of the key."""
    bundle = a_lock(world, split)
    before = list(RecoveryShare.objects.all())
    done(asked(split, four), four[0], four[1])
    put_back(before)
    assert four[2].person not in holding(split)
    assert not gives(world, split, bundle, four[2], four[0])
    assert gives(world, split, bundle, four[0], four[3]), "and what stands beside it is not in the way"
    assert holding(split) == {four[0].person, four[1].person, four[3].person}
    assert RecoveryShare.objects.filter(first=four[2].person).count() == 0


def test_a_turn_back_of_the_counter_makes_no_old_trustee(split: str, four: list[Opened]) -> None:
    before = list(RecoveryShare.objects.all())
    done(asked(split, four), four[0], four[1])
    put_back(before)
    raw(Principal).filter(id=split).update(generation=1)
    with pytest.raises(Refused):
        splitting.present(split)


def test_broken_off_half_way_it_is_as_before_and_can_be_finished(
    world: World, split: str, four: list[Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, row = a_lock(world, split), asked(split, four)
    recovery.release(four[0].session(), row, four[1].person)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as midway:
        midway.setattr(splitting, "split", killed)
        with pytest.raises(KeyboardInterrupt):
            recovery.finish(four[1].session(), row)
    assert holding(split) == {one.person for one in four[:3]}
    assert sweep() == []
    recovery.finish(four[1].session(), RecoveryRequest.objects.get(id=row.id))
    assert holding(split) == {four[0].person, four[1].person, four[3].person}
    assert gives(world, split, bundle, four[1], four[3])


def test_a_trustee_with_another_key_holds_no_share_until_two_others_give_one(split: str, four: list[Opened]) -> None:
    """Whoever has the link of somebody who is let back in gets no share along with the next turn of the key."""
    with acting("test.back", by="system") as act:
        again = renewal.begin_anew(act, four[2].person)
    assert splitting.present(split).lost == (four[2].person,)
    row = asked(split, four)
    with pytest.raises(Refused):
        recovery.release(four[0].session(), row, four[2].person)
    done(asked(split, [*four[:2], again, four[3]], (0, 1, 2), newcomer=2), four[0], four[1])
    assert holding(split) == {one.person for one in four[:3]}


def test_the_next_turn_of_the_key_passes_over_who_has_another_one(world: World, split: str, four: list[Opened]) -> None:
    bundle = a_lock(world, split)
    with acting("test.back", by="system") as act:
        again = renewal.begin_anew(act, four[2].person)
    assert gives(world, split, bundle, four[0], four[1])
    assert holding(split) == {four[0].person, four[1].person}
    assert not gives(world, split, bundle, again, four[0])
    assert gives(world, split, bundle, four[1], four[0]), "two are enough until a third takes the place"


def test_a_trustee_who_was_shut_out_stops_nobody_and_gets_nothing(world: World, split: str, four: list[Opened]) -> None:
    bundle = a_lock(world, split)
    with acting("test.out", by="system") as act:
        renewal.disable(act, four[2].person)
    assert splitting.present(split).lost == (four[2].person,)
    assert gives(world, split, bundle, four[0], four[1])
    with acting("test.in", by="system") as act:
        renewal.enable(act, four[2].person)
    assert holding(split) == {four[0].person, four[1].person}


def test_who_was_shut_out_after_the_first_half_helped_nobody(world: World, split: str, four: list[Opened]) -> None:
    row = asked(split, four)
    recovery.release(four[2].session(), row, four[1].person)
    with acting("test.out", by="system") as act:
        renewal.disable(act, four[2].person)
    with pytest.raises(Refused):
        recovery.finish(four[1].session(), row)


def test_a_half_that_lay_open_elsewhere_begins_again(world: World, split: str, four: list[Opened]) -> None:
    bundle = a_lock(world, split)
    with acting("test.ask", by=world.greet.person) as act:
        other = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=[(bundle, "notes")])
    day_ago(other)
    recovery.release(four[0].session(), other, four[1].person)
    done(asked(split, four), four[0], four[1])
    again = RecoveryRequest.objects.get(id=other.id)
    assert (again.first, again.released_at, again.asked_at) == ("", None, other.asked_at)
    done(again, four[3], four[0])
    assert again.finished_at is not None


def test_a_retired_key_opens_nothing_also_with_its_shares_put_back(
    world: World, split: str, four: list[Opened]
) -> None:
    bundle, before = a_lock(world, split), list(RecoveryShare.objects.all())
    with acting("test.retire", by="system") as act:
        splitting.retire(act, split)
    put_back(before)
    assert splitting.present(split) == splitting.Split()
    assert not gives(world, split, bundle, four[0], four[1])
    with pytest.raises(Refused):
        sharing.holders([split], Envelope.Kind.RECOVERY)


def test_what_lies_under_a_retired_key_alone_counts_as_without_recovery(
    world: World, split: str, four: list[Opened]
) -> None:
    a_lock(world, split)
    held = keycheck()["without_recovery"]
    with acting("test.retire", by="system") as act:
        splitting.retire(act, split)
        recovery.found_recovery(act, sharing.holders([one.person for one in four[1:]]))
    with patch.dict(keycheck_module.VAULTS, {"notes": keycheck_module.Demand(1)}):
        assert keycheck()["without_recovery"] == held + Lock.objects.filter(part="notes").count()


def test_what_lay_under_it_is_cleared_some_at_a_time(world: World, split: str, four: list[Opened]) -> None:
    bundles = {a_lock(world, split) for _ in range(3)}
    with acting("test.retire", by="system") as act:
        splitting.retire(act, split)
    for left in (1, 0):
        with acting("test.clear", by="system") as act:
            splitting.clear_retired(act, 2)
        assert Envelope.objects.filter(holder=split).count() == left
    assert Envelope.objects.filter(bundle__in=bundles, holder=world.noor.person).count() == 3
    assert sweep() == []
