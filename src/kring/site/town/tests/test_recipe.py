"""The recipe of the town: the numbers of the founding answer, the same town every time, nobody who is real."""

from collections import Counter
from dataclasses import astuple

import pytest

from kring.site.town.caseload import DAY
from kring.site.town.larger import ALONG_BY_NOOR, HELD_BY_NOOR, larger_town
from kring.site.town.passwords import new_password
from kring.site.town.people import BESIDE, CIRCLES, OUTREACHERS, TEAM, TRUSTEES
from kring.site.town.recipe import town_of_2021
from kring.site.town.stories import UNDER_WAY
from kring.support.intake.models import Referral


def test_seven_outreachers_carry_276_open_dossiers() -> None:
    open_ones = [case for case in town_of_2021().cases if not case.closed_on]
    by_programme = Counter(case.summary.programme for case in open_ones)
    assert len(open_ones) == 276
    assert {case.holder for case in open_ones} == set(OUTREACHERS)
    assert by_programme == {
        "street_work": 126,
        "identity_coaching": 74,
        "street_therapy": 41,
        "early_intervention": 35,
    }


def test_eleven_colleagues_and_nobody_beside_the_team_in_a_circle() -> None:
    in_circles = {member for circle in CIRCLES for member in circle.members}
    assert len(TEAM) == 11
    assert not in_circles & {one.key for one in BESIDE}
    assert not in_circles & set(TRUSTEES)


def test_the_same_seed_gives_the_same_town() -> None:
    assert town_of_2021(7) == town_of_2021(7)
    assert town_of_2021(7) != town_of_2021(8)


def test_nobody_is_his_own_deputy_and_no_day_comes_before_its_day() -> None:
    for case in town_of_2021().cases:
        assert case.holder != case.deputy
        assert case.co_worker not in (case.holder, case.deputy)
        assert case.opened_on <= (case.closed_on or DAY) <= DAY
        assert case.summary.last_contact_on is None or case.opened_on <= case.summary.last_contact_on <= DAY


def test_no_holder_meets_one_label_twice() -> None:
    labels = Counter((case.holder, case.summary.label) for case in town_of_2021().cases)
    assert max(labels.values()) == 1


def test_a_role_takes_its_dossier_from_the_same_count() -> None:
    recipe = town_of_2021()
    roles = {story.key for story in recipe.stories if story.proposal and story.answered_at and story.proposal.mode}
    assert len(roles) == 8
    assert roles == {case.story for case in recipe.cases if case.story}


def test_23_talks_were_enough() -> None:
    enough = [
        story
        for story in town_of_2021().stories
        if story.answered_at and story.proposal and story.proposal.outcome == Referral.Outcome.TALK_ENOUGH
    ]
    assert len(enough) == 23


def test_nothing_reaches_a_real_address_or_telephone() -> None:
    for story in UNDER_WAY:
        referrer = story.content.referrer
        assert not referrer.email or referrer.email.endswith(".example")
    known = [case.identity.contact for case in town_of_2021().cases if case.identity]
    assert not any(sign.isdigit() for contact in known for sign in contact)


def test_passwords_are_long_and_new_each_time() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(one) >= 14 for one in made)


@pytest.mark.parametrize("dossiers", [120, 276, 2760])
def test_a_larger_town_has_a_holder_for_every_forty_and_circles_of_about_ten(dossiers: int) -> None:
    town = larger_town(dossiers, seed=1)
    cases = list(town.cases())
    held = Counter(case.holder for case in cases)
    sizes = [len(circle.members) for circle in town.house.circles if circle.code.startswith("welfare")]
    assert (len(cases), town.dossiers, len(held)) == (dossiers, dossiers, round(dossiers / 40))
    assert max(held.values()) <= 45
    assert max(sizes) <= 12


@pytest.mark.parametrize("dossiers", [120, 276, 2760])
def test_the_list_of_noor_has_forty_rows_in_a_town_of_any_size(dossiers: int) -> None:
    cases = list(larger_town(dossiers, seed=1).cases())
    along = [case for case in cases if "noor" in (case.deputy, case.co_worker)]
    assert sum(case.holder == "noor" for case in cases) == HELD_BY_NOOR
    assert len(along) == ALONG_BY_NOOR


def test_a_larger_town_is_the_same_for_the_same_seed() -> None:
    one, other = (list(map(astuple, larger_town(276, seed=3).cases())) for _ in range(2))
    assert one == other


def test_a_town_of_two_holders_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 120"):
        larger_town(80, seed=1)
