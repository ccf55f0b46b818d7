"""Who carried a dossier from when until when: the figures know it on each day, also after it changed hands twice."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import override_settings

from kring.figures.asked import By, Carrier, Counting, Field, Plain, UpTo
from kring.figures.rows import carrier
from kring.support.closing import actions as closing
from kring.support.closing.content import ClosingContent, Reason
from kring.support.contacts.log.tests.facts_there import in_the_packs
from kring.support.desk.telling_again import tell_again
from kring.support.dossier.content import Carrying
from kring.support.dossier.figures_source import OPENED, carried
from kring.support.dossier.models import Dossier
from kring.support.followup.tests.test_handover import answer, move, offer, offered
from kring.support.testing import a_dossier
from kring.team.testing import Persona, Town
from kring.vault import facts, release
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
BEGAN, FIRST, SECOND, LATER = date(2021, 3, 1), date(2021, 4, 12), date(2021, 6, 1), date(2021, 9, 1)


@pytest.fixture(autouse=True)
def _later() -> Iterator[None]:
    with override_settings(KRING_TODAY=LATER):
        yield


def hand_over(by: Persona, robin: object, to: Persona, deputy: Persona, on: date) -> None:
    with override_settings(KRING_TODAY=on):
        offer(by, robin, to, deputy)  # type: ignore[arg-type]  # an opened dossier
        answer(to, offered(robin))  # type: ignore[arg-type]  # the same
        move(by)


def carriers(town: Town, on: date | None) -> dict[str, int]:
    """Of all dossiers that had begun: who carries how many on that evening (None: as they began)."""
    names = {facts.worker(one.principal): key for key, one in town.people.items()}
    way = Plain(Carrier(Field(OPENED, "holder"), Field(OPENED, "carried"), on), names)
    where = (UpTo(Field(OPENED, "opened_on"), on or LATER),)
    question = Counting(OPENED, where, (By("who", way),), worker=Carrier(way.of.last, way.of.stints, on))  # type: ignore[union-attr]  # as made above
    found = release.release(town.saar.session, act="test.ask", question=question)
    assert all(line.carriers == 1 for line in found.inside.lines)
    return {line.name: line.count or 0 for line in found.inside.lines}


def test_handed_over_twice_is_counted_with_who_carried_it_on_each_day(town: Town) -> None:
    robin = a_dossier(town)
    a_dossier(town, holder=town.joris, deputy=town.noor)
    hand_over(town.noor, robin, town.fatma, town.noor, FIRST)
    hand_over(town.fatma, robin, town.joris, town.fatma, SECOND)
    told = in_the_packs(town, OPENED)
    assert carriers(town, None) == {"noor": 1, "joris": 1}, "as they began: the inflow"
    assert carriers(town, date(2021, 4, 11)) == {"noor": 1, "joris": 1}
    assert carriers(town, FIRST) == {"fatma": 1, "joris": 1}, "the evening of the day"
    assert carriers(town, date(2021, 5, 31)) == {"fatma": 1, "joris": 1}
    assert carriers(town, SECOND) == {"joris": 2}
    assert carriers(town, LATER) == {"joris": 2}
    assert tell_again(town.joris.session) == 2
    assert in_the_packs(town, OPENED) == told, "told again it is the same"
    assert sweep() == []


def test_each_time_the_role_was_taken_has_its_own(town: Town) -> None:
    robin = a_dossier(town)
    hand_over(town.noor, robin, town.fatma, town.noor, FIRST)
    with override_settings(KRING_TODAY=SECOND):
        opened = closing.enter(town.fatma.session, robin.dossier.id, act="test.open")
        ended = ClosingContent(Reason.TOGETHER, SECOND, town.fatma.principal, talk_on=SECOND)
        closing.close(town.fatma.session, opened, closing.Ending(ended), once="close")
    with override_settings(KRING_TODAY=date(2021, 7, 1)):
        opened = closing.enter(town.fatma.session, robin.dossier.id, act="test.open")
        closing.reopen(town.fatma.session, opened, why="She asked.", once="again")
    hand_over(town.fatma, robin, town.joris, town.fatma, date(2021, 8, 1))
    told = in_the_packs(town, OPENED)
    noor, fatma, joris = (facts.worker(one.principal) for one in (town.noor, town.fatma, town.joris))
    assert sorted(dict(row)["carried"] for _, row in told.values()) == sorted(
        [f"{noor}@2021-03-01 {fatma}@2021-04-12", f"{fatma}@2021-07-01 {joris}@2021-08-01"]
    )
    assert Dossier.objects.get(id=robin.dossier.id).holder == town.joris.principal
    tell_again(town.joris.session)
    assert in_the_packs(town, OPENED) == told


def test_what_never_changed_hands_says_no_more_than_before(town: Town) -> None:
    a_dossier(town)
    [(_, row)] = in_the_packs(town, OPENED).values()
    assert dict(row)["carried"] == ""
    assert carriers(town, BEGAN) == {"noor": 1}


@pytest.mark.parametrize(
    ("on", "who"),
    [
        (None, "a"),
        ("2021-02-01", "a"),
        ("2021-03-01", "a"),
        ("2021-04-12", "c"),
        ("2021-04-13", "c"),
        ("2022-01-01", "d"),
    ],
)
def test_the_evening_of_a_day_counts(on: str | None, who: str) -> None:
    assert carrier("d", "a@2021-03-01 b@2021-04-12 c@2021-04-12 d@2021-06-01", on) == who
    assert carrier("d", "", on) == carrier("d", None, on) == "d"


def test_stints_of_a_time_begin_with_it_and_end_with_it() -> None:
    told = [Carrying("a", BEGAN), Carrying("b", FIRST), Carrying("a", SECOND), Carrying("c", LATER)]
    assert carried(told, BEGAN, SECOND) == told[:3]
    assert carried(told, date(2021, 5, 1), None) == [Carrying("b", date(2021, 5, 1)), *told[2:]]
    assert carried(told, BEGAN, date(2021, 3, 2)) == told[:1]
    assert carried(told[:1], BEGAN, None) == told[:1]
