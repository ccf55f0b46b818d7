"""The rules as configuration: published in versions, read by day, each line readable, kept to the office."""

from datetime import timedelta

import pytest
from django.test import Client

from kring.pot.regulation import lines, queries
from kring.pot.regulation.actions import publish
from kring.pot.regulation.forms import standing
from kring.pot.testing import RULES, a_call
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


def test_a_version_holds_from_its_day_on(town: Town) -> None:
    first = a_call(town)
    next_ = publish(
        town.bart.principal, from_on=today() + timedelta(days=30), seen=1, once=new_id(), **{**RULES, "most_euro": 900}
    )

    assert queries.in_force(today()) == first
    assert queries.in_force(today() + timedelta(days=30)) == next_
    assert queries.in_force(today() - timedelta(days=1)) is None


def test_of_two_from_one_day_the_later_published_holds(town: Town) -> None:
    a_call(town)
    again = a_call(town, most_euro=700)
    assert queries.in_force(today()) == again


def test_who_saw_an_older_version_publishes_nothing(town: Town) -> None:
    a_call(town)
    with pytest.raises(Conflict):
        publish(town.bart.principal, from_on=today(), seen=0, once=new_id(), **RULES)
    assert queries.newest().number == 1  # type: ignore[union-attr]  # there is one


def test_sent_twice_it_is_one_version(town: Town) -> None:
    for _ in range(2):
        publish(town.greet.principal, from_on=today(), seen=0, once="one", **RULES)
    assert queries.newest().number == 1  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 Iedereen welkom", [("Iedereen welkom", 2)]),
        (" 1x  Blijft duren \n\n3. Buurt", [("Blijft duren", 1), ("Buurt", 3)]),
    ],
)
def test_criteria_are_read_as_people_type_them(text: str, read: list[tuple[str, int]]) -> None:
    assert [(one.words, one.weight) for one in lines.criteria(text)] == read


@pytest.mark.parametrize("text", ["Iedereen welkom", "4 Te zwaar", "2", "\n".join(["1 x"] * 13)])
def test_a_line_that_is_no_criterion_is_named(text: str) -> None:
    with pytest.raises(lines.NotALine):
        lines.criteria(text)


def test_euros_are_read_with_points_and_signs() -> None:
    read = lines.budget("Sport: € 18.000\nOntmoeting = 6000")
    assert [(one.name, one.euro) for one in read] == [("Sport", 18000), ("Ontmoeting", 6000)]
    with pytest.raises(lines.NotALine):
        lines.budget("Sport")


def test_the_office_publishes_on_its_page(town: Town) -> None:
    given = {**standing(None), **RULES, "from_on": today().isoformat()}
    answer = town.wout.client.post("/pot/rules", given)
    assert answer.status_code == 302
    assert queries.in_force(today()).published_by == town.wout.principal  # type: ignore[union-attr]  # there is one


def test_a_wrong_line_keeps_what_was_typed(town: Town) -> None:
    given = {**standing(None), **RULES, "from_on": today().isoformat(), "criteria": "Zonder gewicht", "once": new_id()}
    page = town.greet.client.post("/pot/rules", given).content.decode()
    assert "Zonder gewicht" in page
    assert RULES["aim"] in page
    assert queries.newest() is None


def test_a_colleague_who_was_earlier_stands_beside_the_form(town: Town) -> None:
    a_call(town, criteria="1 Van een collega")
    given = {**standing(None), **RULES, "from_on": today().isoformat(), "once": new_id()}
    answer = town.greet.client.post("/pot/rules", given)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van een collega" in page
    assert "Mensen leren elkaar kennen" in page
    assert 'name="seen" value="1"' in page


@pytest.mark.parametrize("who", ["noor", "ann", "hilde", "saar"])
def test_nobody_else_reaches_the_rules(town: Town, who: str) -> None:
    assert town.people[who].client.get("/pot/rules").status_code == 404


def test_who_is_not_signed_in_is_asked_to(town: Town) -> None:
    assert Client().get("/pot/rules").status_code == 302
