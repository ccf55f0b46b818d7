"""Likeness as truth tables: who is the same, who never is, and when it must be asked. All people are invented."""

from datetime import date
from itertools import permutations

import pytest

from kring.support.dossier.likeness.dates import Dates, between
from kring.support.dossier.likeness.families import both_known, called, one_name
from kring.support.dossier.likeness.spelling import plain, sound
from kring.support.dossier.likeness.verdict import Likeness, compare, composite, person
from kring.support.dossier.likeness.words import words

BORN = date(2006, 3, 14)
SAME, ASK, DIFFERENT = Likeness.SAME, Likeness.ASK, Likeness.DIFFERENT


def said(one: str, other: str, born: date | None = BORN, other_born: date | None = BORN) -> Likeness:
    return compare(person(one, born), person(other, other_born))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robin Vermeulen", "ROBIN VERMEULEN"),
        ("Robin Vermeulen", "Vermeulen Robin"),
        ("Noor Van den Broeck", "Noor Vandenbroeck"),
        ("Noor Van den Broeck", "Noor Broeck, van den"),
        ("Yassin El Ouakili", "Yassin Elouakili"),
        ("Yassin Al Haddad", "Yassin Haddad"),
        ("Sami Ben Ali", "Sami Benali"),
        ("Ayşe Özdemir", "Ayse Ozdemir"),
        ("Jose\u0301 Gu\u0308l", "José Gül"),
        ("Иван Петров", "Ivan Petrov"),
        ("Muhammad El Idrissi", "Mohamed El Idrissi"),
        ("Marie-Claire Dubois", "MarieClaire Dubois"),
        ("Annelies Claes", "Anne-Lies Claes"),
        ("Robin D'Haese", "Robin Dhaese"),
        ("Elke De Somer", "Elke De Somer-Boschman"),
        ("Robin Vermeulen", "Robin Vermuelen"),
        ("Robin Vermeulen", "Robbin Vermeulen"),
        ("Robin Van Mechelen", "Robin Vna Mechelen"),
        ("Sebastiaan Claes", "Sebasitaan Claes"),
    ],
)
def test_one_person_written_in_two_ways(one: str, other: str) -> None:
    assert said(one, other) is SAME
    assert said(other, one) is SAME


TWINS = (
    "Noa Noah|Lisa Lise|Mia Mila|Yasin Yasmin|Yassine Yasmine|Amin Amina|Tim Tom|Hassan Hussein|Jan Jana|Emma Emmy"
    "|Lena Lina|Marian Marina|Christian Christina|Louis Louise|Simon Simone|Karim Karima|Nora Noor|Marisa Marina"
    "|Amira Amina|Anna-Lena Anna-Lina|Marie-Claire Marie-Louise|Nicolas Nicola|Daniel Daniela|Maxim Maxime"
    "|Aleksandr Aleksandra|Mohamed Mahmoud|Abdelkarim Abdelrahim|Julian Juliana|Fatima Fatma|Sara Sarah|J. Jan"
)


@pytest.mark.parametrize("family", ["Claes", "El Mimouni", "Van den Broeck"])
@pytest.mark.parametrize("given", TWINS.split("|"))
def test_twins_are_never_the_same_in_whichever_order_they_are_written(given: str, family: str) -> None:
    one, other = given.split()
    assert said(f"{one} {family}", f"{other} {family}") is not SAME
    assert said(f"{family} {one}", f"{family} {other}") is not SAME
    assert said(f"{one} {family}", f"{family} {other}") is not SAME


@pytest.mark.parametrize(
    "other_born", [date(1976, 3, 14), date(1974, 8, 2), date(2008, 11, 30), date(2021, 3, 14), date(2006, 9, 2)]
)
def test_a_parent_a_namesake_or_a_sister_of_another_day_is_never_the_same(other_born: date) -> None:
    assert said("Robin Vermeulen", "Robin Vermeulen", BORN, other_born) is not SAME


def test_a_sister_of_the_same_day_has_another_name() -> None:
    assert said("Robin Vermeulen", "Lotte Vermeulen") is DIFFERENT
    assert said("Robin Vermeulen", "Robin Peeters") is DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mo El Idrissi", "Mohamed El Idrissi"),
        ("Lotte Claes", "Charlotte Claes"),
        ("Katrijn Claes", "Catharina Claes"),
        ("R. Vermeulen", "Robin Vermeulen"),
        ("Marie Dubois", "Marie-Pascale Dubois"),
        ("Robin", "Robin Vermeulen"),
    ],
)
def test_a_pet_name_an_initial_and_half_a_name_are_asked(one: str, other: str) -> None:
    assert said(one, other) is ASK


@pytest.mark.parametrize(
    ("born", "other_born", "expected"),
    [
        (BORN, BORN, SAME),
        (date(2006, 3, 8), date(2006, 8, 3), SAME),
        (BORN, date(2005, 3, 14), SAME),
        (BORN, date(1996, 3, 14), SAME),
        (BORN, date(2006, 3, 15), ASK),
        (BORN, date(2006, 4, 14), ASK),
        (BORN, None, ASK),
        (None, None, ASK),
        (date(2006, 1, 1), BORN, ASK),
        (date(2006, 1, 1), date(2006, 1, 1), ASK),
        (date(2005, 1, 1), BORN, DIFFERENT),
        (BORN, date(1980, 11, 2), DIFFERENT),
    ],
)
def test_one_name_and_two_dates(born: date | None, other_born: date | None, expected: Likeness) -> None:
    assert said("Robin Vermeulen", "Robin Vermeulen", born, other_born) is expected


def test_a_slip_in_the_name_and_a_slip_in_the_date_are_too_many() -> None:
    assert said("Robin Vermeulen", "Robin Vermuelen", BORN, date(2005, 3, 14)) is ASK
    assert said("Chidi Verbeke", "Cihdi Vebreke") is ASK


def test_nothing_is_like_nothing() -> None:
    assert said("", "") is DIFFERENT
    assert said("---", "Robin Vermeulen") is DIFFERENT
    assert said("R.", "Robin Vermeulen") is DIFFERENT
    assert words("Van den") != ()


def test_a_date_is_the_same_to_both_sides() -> None:
    days = [BORN, None, date(2006, 1, 1), date(2005, 3, 14), date(1990, 5, 5)]
    assert all(between(one, other) is between(other, one) for one, other in permutations(days, 2))
    assert between(date(1976, 3, 14), date(2006, 3, 14)) is Dates.APART


def test_the_composite_is_one_for_every_way_of_writing_and_needs_a_whole_name_and_a_day() -> None:
    ways = ["Yassin El Ouakili", "EL OUAKILI Yacine", "Yassine Elouakili", "Yasin Ouakili, el"]
    assert len({composite(person(way, BORN)) for way in ways}) == 1
    assert composite(person("Yassin", BORN)) is None
    assert composite(person("Yassin El Ouakili")) is None
    assert composite(person("Yassin El Ouakili", date(2006, 3, 15))) != composite(person(ways[0], BORN))


def test_a_spelling_is_not_a_name() -> None:
    assert plain("Özel") == "ozel"
    assert sound("louubna") == sound("lubna")
    assert one_name(sound("Zakariae".lower()), sound("zacharia"))
    assert called("mo", sound("mohamed"))
    assert not one_name("mo", sound("mohamed"))
    assert both_known(sound("yasmine"), sound("yassine"))
