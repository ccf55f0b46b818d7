"""Behind glass: a circle opens it at the running gate, once somebody knows why, and keeps nothing of it."""

from collections.abc import Callable

import pytest

from kring.vault import glass, letterbox, sharing
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.models import Envelope, JournalEntry, Letter
from kring.vault.refusals import Refused
from kring.vault.slots import Opened
from kring.vault.tests.attacker import raw
from kring.vault.tests.conftest import Words, World
from kring.vault.tests.test_put_back import changed, given


@pytest.fixture
def shut(world: World) -> str:
    """A bundle that lies behind glass for the circle of Noor and Samir."""
    return given(world.noor, sharing.holders([world.circle], Envelope.Kind.GLASS))


def telling(world: World) -> Callable[[Act], list[Letter]]:
    return lambda act: [letterbox.drop(act, Words("why"), owner=world.circle, kind="glass", about=world.a)]


def broken(world: World, who: Opened, bundle: str, tell: Callable[[Act], list[Letter]] | None = None) -> Keys:
    asked = {"act": "test.glass", "bundle": bundle, "parts": ["notes"], "needed": ["notes"]}
    return glass.breaking(world.session(who), **asked, tell=tell or telling(world))  # type: ignore[arg-type]


def test_a_member_reads_when_the_reason_lies_with_others(world: World, shut: str) -> None:
    before = JournalEntry.objects.count()
    keys = broken(world, world.samir, shut)
    assert keys.open(world.row(shut), Words) == Words("given")
    assert [letter.kind for letter in world.letters()][-1] == "glass"
    [told] = [bytes(entry.text or b"") for entry in JournalEntry.objects.order_by("id")][before:]
    assert all(said in told for said in (shut.encode(), b"test.glass", b"opened"))


def test_nobody_told_is_nothing_read(world: World, shut: str) -> None:
    before = len(world.letters())
    with pytest.raises(Refused):
        broken(world, world.samir, shut, lambda act: [])
    assert len(world.letters()) == before
    last = bytes(JournalEntry.objects.latest("id").text or b"")
    assert all(said in last for said in (shut.encode(), b"test.glass", b"refused"))


def test_nothing_of_it_is_kept_under_a_ring(world: World, shut: str) -> None:
    """The next request breaks it again: the envelope stays as it was sealed."""
    before = bytes(Envelope.objects.get(bundle=shut).wrapped)
    broken(world, world.samir, shut)
    assert bytes(Envelope.objects.get(bundle=shut).wrapped) == before


def test_who_is_no_member_breaks_nothing(world: World, shut: str) -> None:
    for bundle in (shut, world.a, "no such bundle"):
        with pytest.raises(Refused):
            broken(world, world.greet, bundle)


def test_what_is_held_by_work_lies_behind_no_glass(world: World) -> None:
    raw(Envelope).filter(bundle=world.a).update(kind=Envelope.Kind.GLASS)
    with pytest.raises(Refused):
        broken(world, world.samir, world.a)


def test_glass_of_an_earlier_generation_of_the_circle_stays_whole(world: World, shut: str) -> None:
    circle = Envelope.objects.get(bundle=shut).holder
    changed(circle, generation=circle.generation + 1)
    with pytest.raises(Refused):
        broken(world, world.samir, shut)
