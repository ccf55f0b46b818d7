"""The letterbox against somebody who writes in the database: nobody else's key, name or box."""

import pytest

from kring.vault import gate, letterbox, sharing
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.models import Letter, Letterbox
from kring.vault.primitives import SUITE_DEVICE, encode, give, new_key, new_pair, seal
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import MacedModel
from kring.vault.tests.attacker import other_value, raw, refused
from kring.vault.tests.conftest import Words, World


def circle_keys(world: World) -> Keys:
    return gate.entering(world.noor.session(), act="test.box", of=[world.circle], parts=[gate.OWN_KEY])


def drop(world: World, owner: str, text: str) -> Letter:
    with acting("test.drop", by="") as act:
        return letterbox.drop(act, Words(text), owner=owner, kind="word", about=world.a)


def box_of_greet(world: World) -> Keys:
    with acting("test.other", by=world.greet.person) as act:
        keys = sharing.found(act, bundle=world.greet.person, parts={"own": sharing.holders([world.greet.person])})
        letterbox.found_letterbox(act, keys, owner=world.greet.person, bundle=world.greet.person, part="own")
    return keys


def test_a_swapped_public_key_receives_no_letter(world: World) -> None:
    raw(Letterbox).filter(owner=world.circle).update(public_key=new_pair().public)
    assert refused(lambda: drop(world, world.circle, "for the attacker"))


def test_a_box_with_another_owner_is_not_read(world: World) -> None:
    """Every column that says whose box it is and where its key lies is under the MAC."""
    keys = circle_keys(world)
    box = Letterbox.objects.get(owner=world.circle)
    for column in ("id", "lock_version", "lock", "public_key", "sealed_private"):
        edited = other_value(getattr(box, column))
        if column == "id":
            continue
        raw(Letterbox).filter(pk=box.pk).update(**{column: edited})
        assert refused(lambda: letterbox.read(keys, world.letters(), Words, owner=world.circle)), column
        raw(Letterbox).filter(pk=box.pk).update(**{column: getattr(box, column)})
    assert letterbox.read(keys, world.letters(), Words, owner=world.circle) == [Words("from the street")]


def test_a_box_that_does_not_exist_is_refused(world: World) -> None:
    assert refused(lambda: drop(world, "nobody", "x"))
    assert refused(lambda: letterbox.read(circle_keys(world), [], Words, owner="nobody"))


def test_the_key_of_another_part_does_not_read(world: World) -> None:
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    assert refused(lambda: letterbox.read(keys, world.letters(), Words, owner=world.circle))


def test_a_letter_moved_to_another_box_opens_in_neither(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also with the MACs patched away."""
    keys = box_of_greet(world)
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    [letter] = world.letters()
    raw(Letter).filter(pk=letter.pk).update(letterbox=Letterbox.objects.get(owner=world.greet.person))
    moved = Letter.objects.get(pk=letter.pk)
    assert refused(lambda: letterbox.read(keys, [moved], Words, owner=world.greet.person))
    assert refused(lambda: letterbox.read(circle_keys(world), [moved], Words, owner=world.circle))


def test_a_letter_opens_as_what_was_dropped(world: World) -> None:
    class Other(Words):
        """Same shape, another name."""

    keys = circle_keys(world)
    assert refused(lambda: letterbox.read(keys, world.letters(), Other, owner=world.circle))


def test_reading_goes_on_after_the_circles_own_part_rotated(world: World) -> None:
    with acting("test.leave", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.circle, parts=[gate.OWN_KEY], holder=world.samir.person)
    drop(world, world.circle, "after")
    texts = {words.text for words in letterbox.read(circle_keys(world), world.letters(), Words, owner=world.circle)}
    assert texts == {"from the street", "after"}


def test_what_a_device_sealed_needs_our_mac_too(world: World) -> None:
    """Suite 1 is for browsers and devices; without an act of ours in between, nothing of it is read."""
    box = Letterbox.objects.get(owner=world.circle)
    letter = Letter(letterbox=box, kind="word", about=world.a, dropped_at=world.letters()[0].dropped_at, mac=b"")
    context, key = letterbox._context(letter, box.id, Words), new_key()
    assert box.public_key_device[0] == SUITE_DEVICE
    letter.blob = give(bytes(box.public_key_device), key, context) + seal(key, encode("x"), context)
    with pytest.raises(Refused):
        letterbox.read(circle_keys(world), [letter], Words, owner=world.circle)


def anew(letter: Letter, text: str) -> None:
    with acting("test.anew", by="") as act:
        letterbox.drop_anew(act, letter, Words(text), kind="word", about=letter.about)


def test_other_content_in_the_place_of_a_letter_is_read_and_the_old_is_gone(world: World) -> None:
    [letter] = world.letters()
    before = bytes(letter.blob)
    anew(letter, "second thoughts")
    [now] = letterbox.read(circle_keys(world), world.letters(), Words, owner=world.circle)
    assert now == Words("second thoughts")
    assert before not in {bytes(one.blob) for one in world.letters()}


def test_a_letter_keeps_its_author_when_its_content_is_another(world: World) -> None:
    with acting("test.drop", by=world.noor.person) as act:
        mine = letterbox.drop(act, Words("x"), owner=world.circle, kind="word", about=world.a, author=world.noor.person)
    anew(Letter.objects.get(id=mine.id), "y")
    again = Letter.objects.get(id=mine.id)
    assert again.author == world.noor.person
    assert letterbox.read(circle_keys(world), [again], Words, owner=world.circle) == [Words("y")]


def test_a_box_that_is_not_ours_takes_no_other_content_in_the_place_of_a_letter(world: World) -> None:
    [letter] = world.letters()
    raw(Letterbox).filter(owner=world.circle).update(public_key=new_pair().public)
    assert refused(lambda: anew(Letter.objects.get(id=letter.id), "for the attacker"))


def test_a_letter_that_is_not_ours_is_not_written_over(world: World) -> None:
    [letter] = world.letters()
    raw(Letter).filter(id=letter.id).update(author=world.greet.person)
    assert refused(lambda: anew(Letter.objects.get(id=letter.id), "x"))


def test_of_two_who_write_in_the_place_of_one_letter_the_later_hears_it(world: World) -> None:
    [first], [second] = world.letters(), world.letters()
    anew(first, "first")
    with pytest.raises(Conflict):
        anew(second, "second")
    assert letterbox.read(circle_keys(world), world.letters(), Words, owner=world.circle) == [Words("first")]
