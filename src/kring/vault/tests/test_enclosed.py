"""A record whose key lies in other records: nobody was given it, no other opens it, and it is of that record alone."""

from kring.vault import enclosed, gate
from kring.vault.acts import acting
from kring.vault.models import Extract, Grant, Lock
from kring.vault.primitives import new_id
from kring.vault.tests.attacker import raw, refused
from kring.vault.tests.conftest import Words, World


def enclose(world: World, text: str) -> tuple[Extract, bytes]:
    row = Extract(bundle=new_id())
    with acting("test.enclose", by=world.noor.person) as act:
        key = enclosed.enclose(act, row, Words(text))
    return Extract.objects.get(id=row.id), key


def read(world: World, row: Extract, key: bytes) -> Words:
    return enclosed.read(world.noor.person, row, key, Words)


def test_its_key_opens_it_and_nothing_else_does(world: World) -> None:
    (one, key), (other, other_key) = enclose(world, "once for two"), enclose(world, "something else")
    assert read(world, one, key) == Words("once for two")
    assert key != other_key
    assert refused(lambda: read(world, one, other_key))
    assert refused(lambda: read(world, other, key))


def test_nobody_was_given_it_and_no_gate_opens_it(world: World) -> None:
    row, _ = enclose(world, "in two journals")
    lock = Lock.objects.get(bundle=row.id, part=enclosed.ENCLOSED)
    assert row.lock == lock.id
    assert not Grant.objects.filter(lock=lock).exists()
    session = world.noor.session()
    assert refused(lambda: gate.entering(session, act="test.enter", of=[row.id], parts=[enclosed.ENCLOSED]))


def test_what_lies_elsewhere_in_its_place_does_not_open(world: World) -> None:
    """The bytes of one moved to another row, and the same row under another lock, with the right key."""
    (one, key), (other, _) = enclose(world, "here"), enclose(world, "there")
    raw(Extract).filter(id=other.id).update(blob=one.blob, lock=one.lock)
    assert refused(lambda: read(world, Extract.objects.get(id=other.id), key))
    raw(Extract).filter(id=one.id).update(lock=other.lock)
    assert refused(lambda: read(world, Extract.objects.get(id=one.id), key))
