"""Contacts over an invented town, against a count by hand that knows nothing of the catalogue: Q27, Q33, Q37, Q38 too.

Inside numbers are compared, so that every cell is. A contact is a unit of its own: nothing here adds it to a case.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from kring.reporting.content import Audience
from kring.reporting.tests.invented import Met, Person, invented, tell, with_contacts
from kring.reporting.tests.test_questions import House, Row, filled, lives, split, stands, touches, whole
from kring.team.testing import PEOPLE, Town
from kring.vault.acts import acting

YEAR = {"from": "2020-01-01", "to": "2020-12-31"}
STREET, REMOTE = {"street", "round", "chance"}, {"phone", "chat", "video", "letter", "online"}
PLACES = {
    **dict.fromkeys(STREET, "street"),
    **dict.fromkeys(REMOTE, "remote"),
    **dict.fromkeys(("along", "school", "visit"), "service"),
    **dict.fromkeys(("group", "context", "service"), "elsewhere"),
    "home": "home",
    "office": "office",
}


@pytest.fixture
def house(town_alone: Town) -> House:
    made = with_contacts(invented())
    with acting("test.invented", by="system") as act:
        tell(act, town_alone, made)
    return House(town_alone, made)


def met(house: House, year: int = 2020) -> Iterator[tuple[Person, Met]]:
    return ((person, one) for person in house.made.persons for one in person.met if one.on.year == year)


def ask(house: House, *measures: str, **said: Any) -> Row:
    return house.ask("Q37", **{"measures": list(measures), "dimensions": [], "period": "", **said})


@pytest.mark.parametrize(
    ("dimension", "of"),
    [
        ("contact_kind", lambda person, one: one.kind),
        ("place", lambda person, one: PLACES[one.kind]),
        ("reached", lambda person, one: "yes" if one.made else "no"),
        ("contact_length", lambda person, one: one.minutes or "unknown"),
        ("programme", lambda person, one: PEOPLE[person.holder][2]),
        ("gender", lambda person, one: person.gender or "unknown"),
        ("neighbourhood", lambda person, one: person.area or "unknown"),
    ],
)
def test_contacts_are_split_by_what_they_were_and_by_what_is_known_of_the_case(
    house: House, dimension: str, of: Callable[[Person, Met], str]
) -> None:
    answer = ask(house, "contacts", dimensions=[dimension], **YEAR)
    assert filled(split(answer, "contacts", dimension)) == dict(Counter(of(person, one) for person, one in met(house)))


def test_contacts_by_month(house: House) -> None:
    answer = ask(house, "contacts", dimensions=["month"], **YEAR)
    by_hand = Counter(f"{one.on:%Y-%m}" for _, one in met(house))
    assert {name: whole(answer, "contacts", name) for name in by_hand} == dict(by_hand)


def test_dossiers_by_how_many_contacts_they_had(house: House) -> None:
    answer = ask(house, "cases_served", dimensions=["contacts_band"], **YEAR)
    bands, start, end = Counter[str](), date(2020, 1, 1), date(2020, 12, 31)
    for person in house.made.persons:
        for number, life in enumerate(person.lives):
            after = person.lives[number + 1].opened_on if number + 1 < len(person.lives) else date.max
            if touches(life, start, end):
                there = [one for one in person.met if life.opened_on <= one.on < after and one.on.year == 2020]
                low = max(cut for cut in (0, 1, 2, 6, 11, 26) if cut <= len(there))
                bands[{0: "0-0", 1: "1-1", 2: "2-5", 6: "6-10", 11: "11-25", 26: "26+"}[low]] += 1
    assert filled(split(answer, "cases_served", "contacts_band")) == dict(bands)


def test_first_contacts_of_a_year(house: House) -> None:
    there = [one for one in house.made.persons if one.contact_on and one.contact_on.year == 2020]
    assert whole(ask(house, "first_contacts", **YEAR), "first_contacts") == len(there)


def test_contacts_are_never_added_to_cases(house: House) -> None:
    answer = ask(house, "contacts", "cases_open", **YEAR)
    contacts, people = len(list(met(house))), {id(person) for person, _ in met(house)}
    assert whole(answer, "contacts") == contacts
    assert contacts > len(people)
    units = {row["measure"]: row["unit"] for row in answer["table"]}
    assert units["contacts"] == "contact"
    assert units["cases_open"] == "case"


def test_q27_share_of_contacts_by_place(house: House) -> None:
    answer = house.ask("Q27", measures=["interventions"], dimensions=["place", "year"], period="2019, 2020")
    for year in (2019, 2020):
        by_hand = Counter(PLACES[one.kind] for _, one in met(house, year))
        assert filled(split(answer, "interventions", "place", str(year))) == dict(by_hand)
    assert "place" not in {code for each in answer["not_held"] for code in each["split"]}


def test_q37_trap_events_and_distinct_persons_stand_side_by_side(house: House) -> None:
    answer = house.ask("Q37", period="2018, 2019, 2020")
    for year in (2018, 2019, 2020):
        there = list(met(house, year))
        assert whole(answer, "interventions", str(year)) == len(there)
        persons = {
            id(person) for person, life in lives(house.made) if touches(life, date(year, 1, 1), date(year, 12, 31))
        }
        assert whole(answer, "persons_unique", str(year)) == len(persons)
        stints = {(id(person), sum(one.on >= life.opened_on for life in person.lives)) for person, one in there}
        assert whole(answer, "contacted", str(year)) == len(stints), "with how many, beside how often"


def test_q38_contacts_by_theme_of_the_case_and_kinds_overlap(house: House) -> None:
    answer = house.ask("Q38", period="1 Aug 2019 to 31 Jul 2020")
    there = [
        (person, one)
        for person in house.made.persons
        for one in person.met
        if date(2019, 8, 1) <= one.on <= date(2020, 7, 31)
    ]
    by_hand = Counter(theme for person, _ in there for theme in person.domains or ("unknown",))
    assert filled(split(answer, "interventions", "theme")) == dict(by_hand)
    assert sum(by_hand.values()) > len(there), "kinds overlap"


def test_q33_by_form_of_support_at_both_ends_of_year(house: House) -> None:
    answer = house.ask("Q33", measures=["waiting_now", "cases_open", "trend"], period="end 2018, end 2019")
    for year in (2018, 2019):
        on = date(year, 12, 31)
        by_hand = Counter(str(person.mode) for person, life in lives(house.made) if stands(life, on))
        assert filled(split(answer, "cases_open", "support_form", f"{on}")) == dict(by_hand)
    waiting = [each for each in answer["not_held"] if each["measure"] == "waiting_now"]
    assert {code for each in waiting for code in each["split"]} == {"municipality", "support_form"}
    assert all(each["reason"] and each["ask"] for each in waiting), "who waits has no form of support yet"


def test_q33_what_came_of_referrals_by_form_of_support(house: House) -> None:
    answer = house.ask("Q33", measures=["talk_sufficed", "not_taken"], dimensions=["support_form"], period="2019")
    ended = [one for one in house.made.referrals if one.decided_on and one.decided_on.year == 2019]
    enough = sum(one.outcome == "talk_enough" for one in ended)
    assert filled(split(answer, "talk_sufficed", "support_form")) == {"advice": enough}
    by_hand = {
        "advice": sum(one.outcome == "better_placed" for one in ended),
        "none": sum(one.outcome == "no_role" for one in ended),
    }
    assert filled(split(answer, "not_taken", "support_form")) == by_hand


def test_cou_04_contacts_noted_by_two_colleagues_alone_are_not_shown_to_everybody(town_alone: Town) -> None:
    made = with_contacts(invented(40))
    day = date(2021, 3, 1)
    for person in made.persons:
        person.met = [Met(day, "home", made=True, minutes="", by=("noor", "joris")[number % 2]) for number in range(5)]
        person.lives = person.lives[:1]
        person.lives[0].opened_on, person.lives[0].closed_on = day - timedelta(30), None
    with acting("test.invented", by="system") as act:
        tell(act, town_alone, made)
    house = House(town_alone, made)
    said: Row = {"measures": ["contacts"], "dimensions": [], "period": "2021"}
    assert whole(house.ask("Q37", **said), "contacts") == 200
    assert whole(house.ask("Q37", Audience.PUBLIC, **said), "contacts") is None
