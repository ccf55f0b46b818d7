"""Recovery: each pair of trustees gives named locks again; one person, the wrong order or too early does not."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from kring.vault import gate, recovery, sharing, slots
from kring.vault.acts import acting
from kring.vault.kdf import runtime_folder
from kring.vault.models import Envelope, Extract, Principal, RecoveryRequest
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.slots import Opened
from kring.vault.tests.conftest import Words, World


@pytest.fixture
def trustees(world: World) -> list[Opened]:
    with acting("test.trustees", by="system") as act:
        return [slots.new_person(act) for _ in range(3)]


@pytest.fixture
def asked(world: World, trustees: list[Opened]) -> RecoveryRequest:
    """Two dossiers lie under recovery too; the request names one of them, for Greet, a day ago."""
    with acting("test.recovery", by="system") as act:
        split = recovery.found_recovery(act, sharing.holders([trustee.person for trustee in trustees]))
        for bundle in (new_id(), new_id()):
            held = [*sharing.holders([world.noor.person]), *sharing.holders([split], Envelope.Kind.RECOVERY)]
            keys = sharing.found(act, bundle=bundle, parts={"notes": held})
            row = Extract(bundle=bundle)
            keys.seal(row, Words("kept"), bundle=bundle, part="notes")
            act.add(row)
        named = bundle
    with acting("test.ask", by=world.greet.person) as act:
        request = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=[(named, "notes")])
    day_ago(request)
    return request


def day_ago(request: RecoveryRequest) -> None:
    with acting("test.wait", by="system") as act:
        act.change(request, asked_at=timezone.now() - timedelta(hours=25))


def bundle_of(request: RecoveryRequest) -> str:
    return request.parts.rsplit("/", 1)[0]


def can_read(who: Opened, bundle: str) -> bool:
    try:
        keys = gate.entering(who.session(), act="test.read", of=[bundle], parts=["notes"])
        return keys.open(Extract.objects.get(bundle=bundle), Words) == Words("kept")
    except Refused:
        return False


@pytest.mark.parametrize(("one", "two"), list(permutations(range(3), 2)))
def test_each_pair_gives_the_named_lock_and_no_other(
    one: int, two: int, world: World, trustees: list[Opened], asked: RecoveryRequest
) -> None:
    recovery.release(trustees[one].session(), asked, trustees[two].person)
    recovery.finish(trustees[two].session(), asked)
    assert can_read(world.greet, bundle_of(asked))
    others = Envelope.objects.filter(kind=Envelope.Kind.RECOVERY).exclude(bundle=bundle_of(asked))
    assert others.count() == 1
    assert not can_read(world.greet, others[0].bundle)
    assert Principal.objects.get(id=asked.recovery).generation == 2, "the recovery pair rotates at once"


def test_after_a_recovery_the_next_one_works_with_the_new_pair(
    world: World, trustees: list[Opened], asked: RecoveryRequest
) -> None:
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    recovery.finish(trustees[1].session(), asked)
    other = Envelope.objects.filter(kind=Envelope.Kind.RECOVERY).exclude(bundle=bundle_of(asked))[0].bundle
    with acting("test.ask", by=world.samir.person) as act:
        again = recovery.ask(act, recovery=asked.recovery, receiver=world.samir.person, parts=[(other, "notes")])
    day_ago(again)
    recovery.release(trustees[2].session(), again, trustees[0].person)
    recovery.finish(trustees[0].session(), again)
    assert can_read(world.samir, other)


def test_one_person_twice_is_refused(trustees: list[Opened], asked: RecoveryRequest) -> None:
    with pytest.raises(Refused):
        recovery.release(trustees[0].session(), asked, trustees[0].person)
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    with pytest.raises(Refused):
        recovery.finish(trustees[0].session(), asked)


def test_of_two_who_open_at_once_the_first_stays_first(
    world: World, trustees: list[Opened], asked: RecoveryRequest
) -> None:
    """Who comes a moment later is told, and does not spoil what the first left."""
    late = RecoveryRequest.objects.get(id=asked.id)
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    with pytest.raises(Conflict):
        recovery.release(trustees[2].session(), late, trustees[1].person)
    assert (runtime_folder() / f"recovery-{asked.id}").stat().st_mode & 0o077 == 0
    recovery.finish(trustees[1].session(), asked)
    keys = gate.entering(world.greet.session(), act="test.open", of=[bundle_of(asked)], parts=["notes"])
    assert keys.holds(bundle_of(asked), "notes")


def test_the_wrong_order_is_refused(trustees: list[Opened], asked: RecoveryRequest) -> None:
    with pytest.raises(Refused):
        recovery.finish(trustees[1].session(), asked)
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    with pytest.raises(Refused):
        recovery.finish(trustees[2].session(), asked)


def test_somebody_who_is_no_trustee_is_refused(world: World, trustees: list[Opened], asked: RecoveryRequest) -> None:
    with pytest.raises(Refused):
        recovery.release(world.noor.session(), asked, trustees[1].person)


def test_before_a_day_has_passed_nothing_is_given(world: World, trustees: list[Opened], asked: RecoveryRequest) -> None:
    with acting("test.soon", by="system") as act:
        act.change(asked, asked_at=timezone.now())
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    with pytest.raises(Refused):
        recovery.finish(trustees[1].session(), asked)
    assert not can_read(world.greet, bundle_of(asked))


def test_a_request_that_was_changed_after_release_opens_nothing(
    world: World, trustees: list[Opened], asked: RecoveryRequest
) -> None:
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    other = Envelope.objects.filter(kind=Envelope.Kind.RECOVERY).exclude(bundle=bundle_of(asked))[0].bundle
    with acting("test.widen", by="system") as act:
        act.change(asked, parts=f"{asked.parts} {other}/notes")
    with pytest.raises(Refused):
        recovery.finish(trustees[1].session(), asked)


def test_without_the_requests_own_key_the_second_trustee_opens_nothing(
    trustees: list[Opened], asked: RecoveryRequest
) -> None:
    recovery.release(trustees[0].session(), asked, trustees[1].person)
    recovery._key_path(asked).unlink()
    with pytest.raises(Refused):
        recovery.finish(trustees[1].session(), asked)


def test_an_older_split_is_not_used(trustees: list[Opened], asked: RecoveryRequest) -> None:
    with acting("test.older", by="system") as act:
        principal = Principal.objects.get(id=asked.recovery)
        act.change(principal, generation=principal.generation + 1)
    with pytest.raises(Refused):
        recovery.release(trustees[0].session(), asked, trustees[1].person)


def test_of_two_dossiers_exactly_the_named_part_of_each_is_given(world: World, trustees: list[Opened]) -> None:
    one, two = new_id(), new_id()
    with acting("test.parts", by="system") as act:
        split = recovery.found_recovery(act, sharing.holders([trustee.person for trustee in trustees]))
        behind = [*sharing.holders([world.noor.person]), *sharing.holders([split], Envelope.Kind.RECOVERY)]
        for bundle in (one, two):
            sharing.found(act, bundle=bundle, parts={"notes": behind, "plan": behind})
    with acting("test.ask", by=world.greet.person) as act:
        named = [(one, "notes"), (two, "plan")]
        request = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=named)
    day_ago(request)
    recovery.release(trustees[0].session(), request, trustees[1].person)
    recovery.finish(trustees[1].session(), request)
    session, parts = world.greet.session(), ["notes", "plan"]
    keys = gate.entering(session, act="test.read", of=[one, two], parts=parts, strict=False)
    assert set(keys.all_parts) == set(named)


@pytest.mark.parametrize("beside", ["", "notes"])
def test_a_day_is_not_waited_for_a_lock_that_was_made_to_rehearse_on(
    beside: str, world: World, trustees: list[Opened]
) -> None:
    """And it carries nothing else along: beside a lock of a dossier the day has to pass."""
    bundle = new_id()
    with acting("test.drill", by="system") as act:
        split = recovery.found_recovery(act, sharing.holders([trustee.person for trustee in trustees]))
        behind = sharing.holders([split], Envelope.Kind.RECOVERY)
        sharing.found(act, bundle=bundle, parts={recovery.DRILL: behind, "notes": behind})
        named = [(bundle, part) for part in (recovery.DRILL, beside) if part]
        request = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=named)
    recovery.release(trustees[0].session(), request, trustees[1].person)
    assert recovery.may_finish(trustees[1].session(), request) is not bool(beside)
    assert not recovery.may_finish(trustees[0].session(), request)


def test_a_change_of_trustees_is_no_rehearsal(world: World, trustees: list[Opened]) -> None:
    with acting("test.change", by="system") as act:
        split = recovery.found_recovery(act, sharing.holders([trustee.person for trustee in trustees]))
        people = [trustee.person for trustee in trustees]
        assert not recovery.rehearses(recovery.ask_places(act, recovery=split, newcomer=people[0], trustees=people))
