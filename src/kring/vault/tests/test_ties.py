"""A letter that names something in its content alone goes with it, and tells nobody what it names."""

from kring.vault import letterbox, ties
from kring.vault.acts import acting
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.tests.conftest import Words, World


def drop(world: World, *names: str) -> Letter:
    with acting("test.drop", by="") as act:
        return letterbox.drop(act, Words("begun"), owner=world.circle, kind="word", about=new_id(), names=names)


def test_it_is_found_by_each_id_it_names_and_by_no_other(world: World) -> None:
    one, other, third = (new_id() for _ in range(3))
    about_both, about_one, about_nothing = drop(world, one, other), drop(world, one), drop(world)
    assert {letter.id for letter in ties.belonging([one])} == {about_both.id, about_one.id}
    assert [letter.id for letter in ties.belonging([third, other])] == [about_both.id]
    assert ties.belonging([third]) == ties.belonging([]) == []
    assert about_nothing.ties == b""


def test_two_letters_about_the_same_have_nothing_in_common(world: World) -> None:
    same = new_id()
    first, second = (bytes(Letter.objects.get(id=drop(world, same).id).ties) for _ in range(2))
    assert len(first) == len(second) == ties.SIZE * ties.STEP, "one or eight: it looks the same"
    parts = [{held[at : at + ties.SIZE] for at in range(0, len(held), ties.SIZE)} for held in (first, second)]
    assert parts[0].isdisjoint(parts[1])


def test_what_is_sealed_anew_is_tied_to_what_it_says_then(world: World) -> None:
    before, after = new_id(), new_id()
    letter = drop(world, before)
    with acting("test.anew", by="") as act:
        letterbox.drop_anew(act, letter, Words("more"), kind="word", about=letter.about, names=[after])
    assert ties.belonging([before]) == []
    assert [found.verified().id for found in ties.belonging([after])] == [letter.id]


def test_more_ids_than_fit_are_left_out(world: World) -> None:
    many = [new_id() for _ in range(ties.AT_MOST + 1)]
    drop(world, *many)
    assert (len(ties.belonging(many[:1])), len(ties.belonging(many[-1:]))) == (1, 0)


def test_ids_are_read_from_addresses_and_fields() -> None:
    one, other = new_id(), new_id()
    assert ties.ids_in(f"/dossiers/{one}/plan?at={other}", "Robin-Vermeulen", one) == [one, other]
