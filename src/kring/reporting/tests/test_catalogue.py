"""The catalogue of measures and dimensions: every code is there, counted or with the reason why not and whom to ask."""

import pytest

from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures import MEASURES
from kring.reporting.measures.measure import Measure, NotHeld, OfFacts, Ratio
from kring.reporting.planning import measure

MEASURES_OF_THE_VOCABULARY = [
    "referrals",
    "talks_held",
    "talk_sufficed",
    "not_taken",
    "cases_open",
    "cases_new",
    "cases_closed",
    "cases_served",
    "cases_reopened",
    "persons_unique",
    "persons_overlap",
    "households",
    "contacts",
    "contacts_per_person",
    "interventions",
    "activities",
    "participants",
    "meetings",
    "meeting_cases",
    "followup",
    "escalations",
    "handovers",
    "wait_days",
    "waiting_now",
    "duration_days",
    "outcome",
    "outcome_rate",
    "fte",
    "headcount",
    "vacancies",
    "caseload",
    "budget",
    "spent",
    "cost_per_unit",
    "grants",
    "grant_amount",
    "grant_recipients",
    "volunteers",
    "denominator",
    "trend",
    "goal_movement",
    "meetings_with_client",
    "quiet_revived",
    "share_population",
    "first_contacts",
]
DIMENSIONS_OF_THE_VOCABULARY = [
    "date",
    "year",
    "quarter",
    "school_year",
    "programme",
    "register",
    "worker_role",
    "neighbourhood",
    "municipality",
    "place",
    "age_band",
    "minor",
    "gender",
    "nationality_group",
    "household_type",
    "housing",
    "tenure",
    "referrer_type",
    "referral_channel",
    "life_domain",
    "theme",
    "complaint_type",
    "support_form",
    "intensity",
    "complexity",
    "status",
    "outcome",
    "exit_reason",
    "duration_band",
    "wait_band",
    "milestone",
    "escalation_target",
    "partner",
    "school",
    "level",
    "victim_or_actor",
    "mediation_form",
    "funder",
    "recipient_type",
    "returning",
    "seniority_in_care",
    "language_help",
]
OURS_BESIDE = ["month", "contact_kind", "contact_length", "reached", "contacts_band"]
"""What the vocabulary has no word for."""
NEVER = {"nationality_group", "intensity", "complexity", "escalation_target"}
"""What is held of nobody."""


def test_every_code_of_the_vocabulary_is_there() -> None:
    assert list(MEASURES) == MEASURES_OF_THE_VOCABULARY
    assert list(DIMENSIONS) == [*DIMENSIONS_OF_THE_VOCABULARY, *OURS_BESIDE]


@pytest.mark.parametrize("one", [*MEASURES.values(), *DIMENSIONS.values()], ids=lambda one: one.code)
def test_each_says_what_it_means_or_why_it_is_not_held_and_whom_to_ask(one: Measure | Dimension) -> None:
    assert str(one.says)
    assert one.version >= 1
    if isinstance(one.how, NotHeld):
        assert str(one.how.reason).endswith(".")
        assert str(one.how.ask)


def test_a_ratio_is_made_of_measures_that_are_counted() -> None:
    for one in MEASURES.values():
        if isinstance(one.how, Ratio):
            assert not any(isinstance(measure(code).how, NotHeld) for code in (one.how.over, one.how.under))


def test_what_is_held_of_nobody_is_never_a_facet() -> None:
    assert all(isinstance(DIMENSIONS[code].how, NotHeld) for code in NEVER)


def test_cou_05_referrals_talks_and_contacts_have_units_of_their_own() -> None:
    units = {
        code: MEASURES[code].unit for code in ("cases_open", "referrals", "talks_held", "contacts", "persons_unique")
    }
    assert len(set(units.values())) == len(units)
    subjects = {code: one.how.subject.code for code, one in MEASURES.items() if isinstance(one.how, OfFacts)}
    assert subjects["cases_open"] == subjects["cases_new"] == "case"
    assert subjects["referrals"] == "referral"
