"""The phase follows from what was done, by the steps a programme knows."""

from datetime import date

import pytest

from kring.support.dossier import phases
from kring.support.dossier.content import Mode, Phase, SummaryContent

MONDAY, LATER = date(2021, 3, 1), date(2021, 3, 9)
FRESH = {"label": "Robin V.", "mode": Mode.HYBRID}


def summary(programme: str = "identity_coaching", phase: Phase = Phase.NETWORK) -> SummaryContent:
    return SummaryContent(programme=programme, phase=phase, **FRESH)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("step", "phase"),
    [
        (Phase.NETWORK, Phase.CONSULTATION),
        (Phase.CONSULTATION, Phase.PLAN),
        (Phase.PLAN, Phase.FOLLOWUP),
        (Phase.FOLLOWUP, Phase.CLOSING),
        (Phase.CLOSING, Phase.CLOSING),
    ],
)
def test_a_step_that_was_done_brings_the_next_one(step: Phase, phase: Phase) -> None:
    after = phases.done(summary(), step, MONDAY)
    assert after.phase == phase
    assert phases.done_on(after, step) == MONDAY


def test_the_first_day_stands_and_nothing_goes_back_by_itself() -> None:
    after = phases.done(phases.done(summary(), Phase.PLAN, MONDAY), Phase.PLAN, LATER)
    assert phases.done_on(after, Phase.PLAN) == MONDAY
    assert phases.done(after, Phase.NETWORK, LATER).phase == Phase.FOLLOWUP


def test_street_work_has_no_plan_it_must_make() -> None:
    assert phases.journey("street_work") == [Phase.NETWORK, Phase.FOLLOWUP, Phase.CLOSING]
    assert phases.done(summary("street_work"), Phase.NETWORK, MONDAY).phase == Phase.FOLLOWUP
    assert phases.done(summary("street_work"), Phase.PLAN, MONDAY).phase == Phase.NETWORK, "it may be made all the same"
