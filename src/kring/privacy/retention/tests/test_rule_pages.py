"""Who sees and who writes the selection rules: the two offices of the desk; the privacy officer alone writes."""

from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.privacy.retention.testing import SAID, publish
from kring.support.closing.testing import closed
from kring.team.clock import on_day
from kring.team.retention import Series, queries
from kring.team.testing import PEOPLE, Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
DESK, RULE = "/privacy/retention", "/privacy/retention/rules/dossier"


def send(town: Town, who: str = "hilde", **given: Any) -> Any:
    return town.people[who].client.post(RULE, {**SAID, "seen": 0, "once": new_id(), **given})


def read(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


@pytest.mark.parametrize("name", sorted(set(PEOPLE) - {"hilde", "greet"}))
def test_nobody_else_comes_to_the_desk(town: Town, name: str) -> None:
    browser = town.people[name].client
    assert {browser.get(path).status_code for path in (DESK, RULE)} == {404}
    assert send(town, name).status_code == 404


def test_the_head_of_service_reads_the_rules_and_writes_none(town: Town) -> None:
    assert "SP-04 · Dossier na afsluiting" in read(town.greet.client.get(DESK))
    assert "Een nieuwe versie" not in read(town.greet.client.get(RULE))
    assert send(town, "greet").status_code == 404
    assert queries.versions(Series.DOSSIER) == []


def test_a_rule_that_is_in_no_list_looks_like_any_refusal(town: Town) -> None:
    assert town.hilde.client.get("/privacy/retention/rules/budget").status_code == 404


def test_arc_01_the_privacy_officer_writes_the_published_rule_as_a_new_version(town: Town) -> None:
    assert "Kring bracht deze regel mee" in read(town.hilde.client.get(RULE))
    assert send(town)["Location"].endswith("?done=kept")
    page = read(town.hilde.client.get(RULE))
    assert "Register 2021/7" in page
    assert "versie 1" in page


def test_what_is_wrong_is_said_beside_it_and_what_was_typed_comes_back(town: Town) -> None:
    page = read(send(town, reference="", most_months=12, until_on="2031-01-01"))
    for sentence in ("Zeg waar de regel gepubliceerd is.", "niet korter zijn dan de termijn", "binnen vijf jaar"):
        assert sentence in page
    assert 'value="SP-04"' in send(town, reference="").content.decode()


def test_two_versions_at_once_are_both_shown(town: Town) -> None:
    send(town)
    late = send(town, months=60, reference="Register 2021/9")
    assert late.status_code == 409
    page = late.content.decode()
    assert "Register 2021/7" in page
    assert 'value="Register 2021/9"' in page
    assert 'name="seen" value="1"' in page


def test_the_clock_at_a_closing_is_the_one_of_the_rule(town: Town) -> None:
    """ARC-01: what a colleague is told at the closing and what is destroyed years later come from the same rule."""
    publish(town, months=60, code="SP-9", from_on=date(2021, 1, 1))
    with on_day(date(2021, 3, 1)):
        dossier = closed(town)
        assert dossier.retention_year == 2027
        page = read(town.noor.client.get(f"/dossiers/{dossier.id}/closing"))
    assert "regel SP-9: tot eind 2026" in page


def test_arc_01_a_dossier_closes_without_a_rule_and_nothing_says_that_it_may_go(town: Town) -> None:
    publish(town, from_on=date(2010, 1, 1))
    with on_day(date(2021, 3, 1)):
        dossier = closed(town)
        assert dossier.retention_year is None
        assert "er geldt nu geen regel" in read(town.noor.client.get(f"/dossiers/{dossier.id}/closing"))
