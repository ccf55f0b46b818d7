"""What one programme learned is found by another; what a card came from is its writer's alone, for ninety days."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.exchange.lessons import actions, collecting, origin
from kring.exchange.lessons.content import LessonCard, WordPage
from kring.exchange.lessons.finding import find
from kring.exchange.lessons.library import Kind, OpenLibrary, open_library
from kring.exchange.lessons.models import Library, LibraryRecord
from kring.exchange.lessons.paging import FULL
from kring.team.testing import Persona, Town
from kring.vault import ties
from kring.vault.acts import acting
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

CARD = LessonCard(
    "Eén zin is meer waard dan een verslag",
    "Een school vraagt elke week een verslag.",
    "Kies samen één zin voor school.",
    "Geen zin is ook goed.",
    ("school",),
    "talk",
)
OUTSIDE = ("wout", "ines", "greet", "bart", "hilde", "karel", "saar", "jonas", "ann", "marc")
JOURNAL = 5


def library(who: Persona) -> OpenLibrary:
    return open_library(who.session, act="test.library")


def a_card(who: Persona, card: LessonCard = CARD, **given: Any) -> str:
    return actions.write_card(library(who), card, once=new_id(), **given)


def test_a_card_of_one_programme_is_found_by_another_whatever_its_accents(town: Town) -> None:
    card = a_card(town.noor)
    for words in ("zin", "EEN ZIN", "verslag elke", "één", "school samen"):
        [(record, content)] = find(library(town.nele), words)
        assert (record.id, content.title) == (card, CARD.title)
    assert find(library(town.nele), "zin fietspunt") == []


def test_a_card_is_found_by_life_domain_and_working_form(town: Town) -> None:
    card = a_card(town.noor)
    for asked in ({"domain": "school"}, {"form": "talk"}, {"domain": "school", "form": "talk"}):
        assert [row.id for row, _ in find(library(town.nele), "", **asked)] == [card]
        assert find(library(town.nele), "fietspunt", **asked) == []
    assert find(library(town.nele), "", domain="housing") == []
    assert find(library(town.nele), "#domain:housing#") == []


def test_who_belongs_to_no_circle_of_casework_has_no_library(town: Town) -> None:
    for name in OUTSIDE:
        with pytest.raises(Refused):
            library(town.people[name])
    assert Library.objects.count() == 0
    a_card(town.noor)
    for name in OUTSIDE:
        with pytest.raises(Refused):
            library(town.people[name])


def test_one_library_however_many_begin(town: Town) -> None:
    assert {library(who).id for who in (town.noor, town.nele, town.eline)} == {Library.objects.get().id}


def test_a_card_is_written_once_and_better_on_top_of_what_was_read(town: Town) -> None:
    once, shelf = new_id(), library(town.noor)
    [card] = {actions.write_card(shelf, CARD, once=once) for _ in range(2)}
    record, stands = library(town.nele).card(card)
    better = LessonCard(stands.title, stands.situation, "Spreek een fietspunt af.", "", ("leisure",), "")
    actions.rewrite_card(library(town.nele), card, better, seen=record.revision, once=new_id())
    with pytest.raises(Conflict):
        actions.rewrite_card(library(town.noor), card, CARD, seen=record.revision, once=new_id())
    assert [row.id for row, _ in find(library(town.noor), "fietspunt", domain="leisure")] == [card]
    assert find(library(town.noor), "verslag", domain="school") == []
    assert library(town.noor).card(card)[1].by == town.noor.principal


def test_a_card_that_is_taken_away_is_found_no_more_and_the_others_are(town: Town) -> None:
    first, second = a_card(town.noor), a_card(town.noor, LessonCard("Bel terug", "x", "y", ""))
    actions.take_away(library(town.nele), first)
    assert find(library(town.noor), "verslag") == []
    assert [row.id for row, _ in find(library(town.noor), "bel terug")] == [second]
    with pytest.raises(Refused):
        library(town.noor).card(first)


def test_a_collection_holds_cards_in_the_order_in_which_they_came(town: Town) -> None:
    cards = [a_card(town.noor), a_card(town.nele, LessonCard("Bel terug", "x", "y", ""))]
    once = new_id()
    [made] = {collecting.gather(library(town.nele), "Scholen", "Voor het nieuwe project", once=once) for _ in range(2)}
    for card in (*cards, cards[0]):
        collecting.put_in(library(town.samir), made, card)
    assert library(town.tom).collection(made)[1].cards == (cards[1], cards[0])
    collecting.take_out(library(town.tom), made, cards[1])
    assert library(town.tom).collection(made)[1].cards == (cards[0],)
    with pytest.raises(Refused):
        collecting.put_in(library(town.tom), made, made)


def test_many_cards_lie_on_several_pages_and_all_are_found(town: Town) -> None:
    shelf = library(town.noor)
    cards = [actions.write_card(shelf, LessonCard(f"Kaart {n}", "x", "y", ""), once=new_id()) for n in range(FULL + 3)]
    pages = LibraryRecord.objects.filter(kind=Kind.PAGE).order_by("number")
    assert [len(shelf.keys.open(one, WordPage).cards) for one in pages] == [FULL, 3]
    assert [row.id for row, _ in find(shelf, "kaart 1")][:1] == [cards[401]]
    assert [row.id for row, _ in find(shelf, f"kaart {FULL + 2}")] == [cards[-1]]
    assert [row.id for row, _ in find(shelf, "kaart")] == cards[::-1][:50]


def test_only_its_writer_goes_back_to_the_dossier_and_no_longer_than_ninety_days(town: Town) -> None:
    dossier = new_id()
    card = a_card(town.noor, dossier=dossier)
    assert origin.dossier_of(town.noor.session, card) == dossier
    with pytest.raises(Refused):
        origin.dossier_of(town.nele.session, card)
    now = timezone.now()
    assert origin.forget_due(now + timedelta(days=89)) == 0
    assert origin.forget_due(now + timedelta(days=91)) == 1
    assert origin.forgotten_on(town.noor.principal, card) is None
    with pytest.raises(Refused):
        origin.dossier_of(town.noor.session, card)
    assert library(town.noor).card(card)[1].title == CARD.title


def test_the_link_goes_with_the_dossier_and_with_the_card(town: Town) -> None:
    gone = new_id()
    kept, other = a_card(town.noor, dossier=gone), a_card(town.noor, dossier=new_id())
    assert [one.about for one in ties.belonging([gone])] == [kept]
    actions.take_away(library(town.noor), other)
    assert [one.about for one in Letter.objects.filter(kind=origin.KIND)] == [kept]


def test_no_row_says_which_dossier_a_card_came_from(town: Town) -> None:
    dossier = new_id()
    a_card(town.noor, dossier=dossier)
    letter = Letter.objects.get(kind=origin.KIND)
    rows: list[Any] = [letter, *LibraryRecord.objects.all()]
    for row in rows:
        assert dossier.encode() not in b"".join(
            bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
            for value in vars(row).values()
        )


def test_finding_costs_as_many_questions_for_one_page_as_for_many(
    town: Town, django_assert_max_num_queries: Any
) -> None:
    shelf = library(town.noor)
    with acting("test.cards", by=town.noor.principal) as act:
        for number in range(5):
            page = LibraryRecord(id=new_id(), kind=Kind.PAGE, on=timezone.localdate(), number=number)
            shelf.seal(page, WordPage((new_id(),), "niets"))
            act.add(page)
    a_card(town.noor)
    find(library(town.nele), "verslag")
    with django_assert_max_num_queries(6 + JOURNAL):
        assert len(find(library(town.nele), "verslag")) == 1
