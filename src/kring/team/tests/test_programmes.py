"""Programmes as the town knows them (domain.md 7.7): codes, registers, circles, and what is counted."""

from datetime import date

import pytest

from kring.team.models import Function
from kring.team.programmes import PROGRAMMES, programme
from kring.team.testing import CIRCLES, PEOPLE

TABLE = {
    # code: register, circle, started, counted
    "identity_coaching": ("support", "welfare", None, True),
    "street_therapy": ("support", "welfare", None, True),
    "street_work": ("support", "welfare", date(1998, 1, 1), True),
    "early_intervention": ("support", "welfare", date(2015, 1, 1), True),
    "youth_reconnect": ("support", "samen", date(2021, 2, 1), True),
    "neighbour_mediation": ("mediation", "", None, False),
    "sanction_mediation": ("sanctions", "", date(2020, 1, 1), False),
    "school_assistants": ("", "", date(2020, 1, 1), False),
    "project_pot": ("pot", "", None, False),
}


def test_the_table_of_programmes() -> None:
    assert {one.code: (one.register, one.circle, one.started_on, one.counted) for one in PROGRAMMES} == TABLE


@pytest.mark.parametrize("one", PROGRAMMES, ids=lambda one: one.code)
def test_a_programme_is_whole(one: object) -> None:
    found = programme(one.code)  # type: ignore[attr-defined]
    assert found is one
    assert found.name
    assert bool(found.reason) != found.counted, "what is not counted says why"
    assert bool(found.circle) == found.counted, "what is counted is carried by a circle"
    assert found.circle in {"", *CIRCLES}
    assert set(found.functions) <= set(Function)


def test_everybody_works_in_a_programme_that_exists() -> None:
    for _, function, code in PEOPLE.values():
        if code and function != Function.HEAD_OF_SERVICE:
            assert function in programme(code).functions


def test_an_unknown_programme_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        programme("nowhere")
