"""The gate: who holds a key opens, who does not gets the one refusal, and the journal was written first."""

import json
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kring.vault import gate, journal, letterbox, sharing, slots
from kring.vault.acts import acting
from kring.vault.journal import Verb
from kring.vault.models import Envelope, Extract, JournalEntry, Letter, Lock, Principal
from kring.vault.primitives import is_kept, new_id
from kring.vault.refusals import Conflict, Refused, WriteOutsideAct
from kring.vault.tests.conftest import PASSWORD, Words, World


def last_entry() -> dict[str, Any]:
    text = JournalEntry.objects.order_by("-id").values_list("text", flat=True)[0]
    body: dict[str, Any] = json.loads(bytes(text or b""))
    return body


def read(world: World, who: slots.Opened, bundle: str) -> Words:
    keys = gate.entering(who.session(), act="test.read", of=[bundle], parts=["notes"])
    return keys.open(world.row(bundle), Words)


def test_a_holder_reads_and_the_journal_says_so(world: World) -> None:
    assert read(world, world.noor, world.a) == Words(f"words of {world.a}")
    entry = last_entry()
    assert (entry["verb"], entry["actor"], entry["on"]) == ("opened", world.noor.person, [world.a])


def test_a_member_opens_what_the_circle_holds(world: World) -> None:
    assert read(world, world.samir, world.b) == Words(f"words of {world.b}")


def test_absent_and_forbidden_are_one_answer_with_the_same_queries(world: World) -> None:
    counts = []
    for bundle in (world.a, new_id()):
        with CaptureQueriesContext(connection) as queries, pytest.raises(Refused) as refusal:
            gate.entering(world.greet.session(), act="test.read", of=[bundle], parts=["notes"])
        counts.append([query["sql"].split()[0] for query in queries])
        assert str(refusal.value) == "This cannot be opened."
        assert last_entry()["verb"] == "refused"
    assert counts[0] == counts[1]


def test_forty_bundles_take_one_query_for_all_grants(world: World) -> None:
    bundles = [new_id() for _ in range(40)]
    with acting("test.many", by=world.noor.person) as act:
        for bundle in bundles:
            sharing.found(act, bundle=bundle, parts={"notes": sharing.holders([world.noor.person])})
    gate.entering(world.noor.session(), act="test.list", of=bundles, parts=["notes"])
    with CaptureQueriesContext(connection) as queries:
        keys = gate.entering(world.noor.session(), act="test.list", of=bundles, parts=["notes"])
    assert all(keys.holds(bundle, "notes") for bundle in bundles)
    assert sum('FROM "vault_grant"' in query["sql"] for query in queries) == 1


def test_what_was_given_is_kept_under_the_ring_at_first_opening(world: World) -> None:
    envelope = Envelope.objects.get(bundle=world.a, holder=world.samir.person)
    assert not is_kept(bytes(envelope.wrapped))
    read(world, world.samir, world.a)
    envelope.refresh_from_db()
    assert is_kept(bytes(envelope.verified().wrapped))
    assert read(world, world.samir, world.a) == Words(f"words of {world.a}")


@pytest.mark.django_db(transaction=True)
def test_the_gate_refuses_to_run_inside_a_transaction(world: World) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])


def write_and_be_refused(world: World) -> None:
    with acting("test.write", by=world.greet.person) as act:
        act.add(Lock(bundle=new_id(), part="notes"))
        raise Refused


@pytest.mark.django_db(transaction=True)
def test_a_refusal_survives_the_rollback_of_the_action_around_it(world: World) -> None:
    before = JournalEntry.objects.count()
    with pytest.raises(Refused):
        write_and_be_refused(world)
    assert JournalEntry.objects.count() == before
    with pytest.raises(Refused):
        gate.entering(world.greet.session(), act="test.read", of=[world.a], parts=["notes"])
    assert JournalEntry.objects.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_was_rolled_back_leaves_no_gap(world: World) -> None:
    with transaction.atomic():
        numbers = journal.append(verb=Verb.WROTE, act="test.lost", actor="")
        transaction.set_rollback(True)
    journal.give_back(numbers)
    journal.record(verb=Verb.WROTE, act="test.next", actor="")
    assert last_entry()["unused"] == numbers


def test_withdrawn_means_withdrawn_and_the_rest_goes_on(world: World) -> None:
    with acting("test.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    with pytest.raises(Refused):
        read(world, world.samir, world.a)
    assert read(world, world.noor, world.a) == Words(f"words of {world.a}")


def test_a_key_in_memory_cannot_write_after_rotation_or_shredding(world: World) -> None:
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a, world.b], parts=["notes"])
    with acting("test.shred", by=world.noor.person) as act:
        sharing.shred(act, bundle=world.a, parts=["notes"])
        sharing.rotate(act, Lock.objects.get(bundle=world.b))
    for bundle in (world.a, world.b):
        row = Extract(bundle=new_id())
        keys.seal(row, Words("too late"), bundle=bundle, part="notes")
        with pytest.raises(Refused), acting("test.late", by=world.noor.person) as act:
            act.add(row)
    with pytest.raises(Refused):
        read(world, world.noor, world.a)
    assert read(world, world.noor, world.b) == Words(f"words of {world.b}")


def test_the_second_of_two_writers_is_told(world: World) -> None:
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    first, second = world.row(world.a), world.row(world.a)
    for row, words in ((first, "mine"), (second, "yours")):
        keys.seal(row, Words(words), bundle=world.a, part="notes")
    with acting("test.first", by=world.noor.person) as act:
        act.rewrite(first)
    with pytest.raises(Conflict), acting("test.second", by=world.noor.person) as act:
        act.rewrite(second)
    assert read(world, world.noor, world.a) == Words("mine")


def test_the_same_write_twice_is_done_once(world: World) -> None:
    with acting("test.once", by=world.noor.person) as act:
        assert act.once("k1", lock=world.a, outcome="made") is None
        assert act.once("k1", lock=world.a, outcome="other") == "made"
        assert act.once("k1", lock=world.b, outcome="elsewhere") is None


def test_no_guarded_row_is_written_outside_an_act(world: World) -> None:
    lock = Lock.objects.get(bundle=world.a)
    with pytest.raises(WriteOutsideAct):
        lock.save()
    with pytest.raises(WriteOutsideAct):
        lock.delete()
    for write in ("update", "delete", "bulk_create", "bulk_update"):
        with pytest.raises(WriteOutsideAct):
            getattr(Lock.objects.all(), write)()


def test_letters_are_dropped_without_a_key_and_read_with_one(world: World) -> None:
    keys = gate.entering(world.samir.session(), act="test.box", of=[world.circle], parts=[gate.OWN_KEY])
    assert letterbox.read(keys, world.letters(), Words, owner=world.circle) == [Words("from the street")]
    with pytest.raises(Refused):
        gate.entering(world.greet.session(), act="test.box", of=[world.circle], parts=[gate.OWN_KEY])


def test_the_right_password_opens_and_the_wrong_one_does_not(world: World) -> None:
    assert slots.open_password(world.noor.person, PASSWORD).person == world.noor.person
    for person, password in ((world.noor.person, "not this one"), (None, PASSWORD), (world.samir.person, PASSWORD)):
        with pytest.raises(Refused):
            slots.open_password(person, password)


def test_a_disabled_person_opens_nothing(world: World) -> None:
    with acting("test.disable", by="system") as act:
        act.change(Principal.objects.get(id=world.noor.person), state=Principal.State.DISABLED)
    with pytest.raises(Refused):
        slots.open_password(world.noor.person, PASSWORD)


def test_a_letter_in_another_box_does_not_open(world: World) -> None:
    with acting("test.other", by="system") as act:
        keys = sharing.found(act, bundle=world.greet.person, parts={"own": sharing.holders([world.greet.person])})
        letterbox.found_letterbox(act, keys, owner=world.greet.person, bundle=world.greet.person, part="own")
    keys = gate.entering(world.greet.session(), act="test.own", of=[world.greet.person], parts=["own"])
    with pytest.raises(Refused):
        letterbox.read(keys, Letter.objects.filter(letterbox__owner=world.circle), Words, owner=world.greet.person)
