"""MIN-05 and MIN-03: an age asks to look again; a judgement is kept with its day, nothing changes by itself."""

from datetime import date
from typing import Any

import pytest

from kring.support.dossier.actions import change_identity
from kring.support.dossier.ages import rules
from kring.support.dossier.ages.content import AgeReview
from kring.support.dossier.ages.models import AgeReviewRecord
from kring.support.dossier.content import Identity, Milestone
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.models import Task
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting

TURNS_14 = date(2007, 3, 10)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.mark.parametrize(
    ("born_on", "age", "on"),
    [
        (date(2012, 1, 1), 12, date(2024, 1, 1)),
        (date(2009, 3, 1), 12, ON),
        (date(2006, 6, 1), 14, ON),
        (date(2003, 3, 2), 16, ON),
    ],
)
def test_what_is_looked_at_first(born_on: date, age: int, on: date) -> None:
    assert rules.first(born_on, ON) == Milestone(age, on)


def test_who_is_of_age_is_not_asked_about() -> None:
    assert rules.first(date(2003, 3, 1), ON) is None
    assert rules.after(date(2003, 3, 2), 18) is None


def test_every_age_of_the_rule_comes_once() -> None:
    found, age = [], 0
    while (coming := rules.after(date(2008, 2, 29), age)) is not None:
        found.append(coming)
        age = coming.age
    assert [one.age for one in found] == [12, 13, 14, 16, 18]
    assert found[1].on == date(2021, 3, 1), "born on 29 February"


def test_it_shows_two_weeks_ahead() -> None:
    assert rules.is_due(Milestone(14, date(2021, 3, 15)), ON)
    assert not rules.is_due(Milestone(14, date(2021, 3, 16)), ON)
    assert not rules.is_due(None, ON)


def test_a_judgement_is_kept_and_the_next_age_waits(town: Town) -> None:
    dossier = a_dossier(town, label="Robin V.", identity=Identity("Robin", born_on=TURNS_14)).dossier.id
    browser, path = town.noor.client, f"/dossiers/{dossier}/age"
    assert "Kijk opnieuw: 13 jaar" in browser.get("/today").content.decode()
    assert browser.post(path, {"once": "a", "able": ""}).status_code == 200, "nothing is judged without a choice"
    for _twice in range(2):
        assert browser.post(path, {"once": "a", "able": "partly", "words": "weet wat hij wil"}).status_code == 302
    assert AgeReviewRecord.objects.count() == 1
    text = browser.get(path).content.decode()
    assert "Op 13 jaar, op 1 maart 2021" in text
    assert "14 jaar" in text, "the birthday is near, so the next one shows already"
    opened = opening(town.joris.session, dossier, act="test", parts=["identity"])
    assert opened.summary.milestone == Milestone(14, date(2021, 3, 10))
    [kept] = AgeReviewRecord.objects.all()
    assert opened.keys.open(kept, AgeReview).by == town.noor.principal


def test_nothing_of_a_birth_date_stands_in_the_clear(town: Town) -> None:
    a_dossier(town, identity=Identity("Robin", born_on=TURNS_14), told_by_client=True)
    town.noor.client.get("/today")
    assert Task.objects.count() == 0
    assert {field.name for field in AgeReviewRecord._meta.concrete_fields} == {
        *("id", "lock", "lock_version", "revision", "blob", "dossier")
    }


def test_a_birth_date_that_comes_later_is_looked_at_too(town: Town) -> None:
    one = a_dossier(town, registered=True)
    opened = opening(town.noor.session, one.dossier.id, act="test")
    registry = entered(town.noor.session, town.groups["welfare"], act="test")
    with acting("test.identity", by=town.noor.principal) as act:
        change_identity(act, opened.keys, opened.dossier, Identity("Robin", born_on=TURNS_14), registry)
    again = opening(town.noor.session, one.dossier.id, act="test")
    assert again.summary.milestone == Milestone(13, ON)


def test_only_the_holder_is_asked(town: Town) -> None:
    a_dossier(town, identity=Identity("Robin", born_on=TURNS_14))
    assert "Kijk opnieuw" not in town.joris.client.get("/today").content.decode()


@pytest.mark.parametrize("who", ["fatma", "greet", "ann", "hilde"])
def test_who_has_no_key_finds_no_page(town: Town, who: str) -> None:
    dossier = a_dossier(town, identity=Identity("Robin", born_on=TURNS_14)).dossier.id
    browser = town.people[who].client
    assert browser.get(f"/dossiers/{dossier}/age").status_code == 404
    assert browser.post(f"/dossiers/{dossier}/age", {"once": "a", "able": "yes"}).status_code == 404
    assert AgeReviewRecord.objects.count() == 0
