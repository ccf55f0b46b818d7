"""What may open along with a page: it is not missed, named only when it opened, and read with its own key alone."""

from functools import partial

import pytest

from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.models import Extract
from kring.vault.primitives import new_id
from kring.vault.slots import Opened
from kring.vault.tests.attacker import refused
from kring.vault.tests.conftest import Words, World
from kring.vault.tests.test_gate import last_entry


def enter(world: World, who: Opened, of: str, *beside: str) -> Keys:
    return gate.entering(who.session(), act="test.beside", of=[of], beside=beside, parts=["notes"])


def of_greet(world: World) -> str:
    """A bundle that Greet alone holds."""
    bundle = new_id()
    with acting("test.other", by=world.greet.person) as act:
        keys = sharing.found(act, bundle=bundle, parts={"notes": sharing.holders([world.greet.person])})
        row = Extract(bundle=bundle)
        keys.seal(row, Words("of Greet"), bundle=bundle, part="notes")
        act.add(row)
    return bundle


def test_what_lies_beside_opens_along_and_is_named(world: World) -> None:
    keys = enter(world, world.noor, world.a, world.b)
    assert keys.open(world.row(world.b), Words) == Words(f"words of {world.b}")
    assert set(last_entry()["on"]) == {world.a, world.b}


def test_what_lies_beside_and_does_not_open_is_not_missed_and_not_named(world: World) -> None:
    other = of_greet(world)
    for beside in (other, new_id()):
        keys = enter(world, world.noor, world.a, beside)
        assert last_entry()["on"] == [world.a]
        assert not keys.holds(beside, "notes")
    assert refused(lambda: keys.open(world.row(other), Words))


def test_what_opens_beside_lets_nobody_in_to_the_rest(world: World) -> None:
    other = of_greet(world)
    for shut in (world.a, new_id()):
        assert refused(partial(enter, world, world.greet, shut, other))
        entry = last_entry()
        assert (entry["verb"], entry["on"]) == ("refused", [shut]), "nothing went out, and both answers are one"


def test_a_row_is_read_with_the_key_of_its_own_part(world: World) -> None:
    keys = enter(world, world.noor, world.a, world.b)
    for bundle in (world.a, world.b):
        assert b"words of " + bundle.encode() in keys.raw(world.row(bundle), Words)
    alone = enter(world, world.noor, world.a)
    assert refused(lambda: alone.raw(world.row(world.b), Words))


def test_the_bytes_of_a_row_are_of_one_kind_of_content(world: World) -> None:
    class Other(Words):
        """Same shape, another name."""

    keys = enter(world, world.noor, world.a)
    assert refused(lambda: keys.raw(world.row(world.a), Other))


@pytest.mark.parametrize("column", ["revision", "lock_version"])
def test_the_bytes_of_a_row_are_of_one_revision_and_version(world: World, column: str) -> None:
    keys, row = enter(world, world.noor, world.a), world.row(world.a)
    setattr(row, column, getattr(row, column) + 1)
    assert refused(lambda: keys.raw(row, Words))
