"""How soon who refers hears from a person: working days, a sentence a month, and no word about any colleague."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kring.support.clarification import actions, feedback
from kring.support.clarification.testing import TALK_AT, a_referral, opened_by
from kring.support.clarification.tests.asking import asked
from kring.support.clarification.tests.test_board import card, lane
from kring.support.intake.codelists import ReferrerKind
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.team.working_days import working_days

MONDAY = date(2021, 3, 1)


def came(on: date, answered: date | None = None, **about: Any) -> Referral:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    first = datetime(answered.year, answered.month, answered.day, 9, tzinfo=UTC) if answered else None
    return Referral(arrived_at=at, first_answer_at=first, **about)


@pytest.mark.parametrize(
    ("ends", "days"),
    [(1, 0), (2, 1), (3, 2), (5, 4), (6, 4), (7, 4), (8, 5), (9, 6)],
)
def test_a_weekend_is_no_working_day(ends: int, days: int) -> None:
    assert working_days(MONDAY, date(2021, 3, ends)) == days


@pytest.fixture
def eighth(settings: Any) -> date:
    settings.KRING_TODAY = date(2021, 3, 8)
    return date(2021, 3, 8)


def test_the_month_in_a_sentence(town: Town, eighth: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "case_day", lambda at: at.date())
    rows = [
        came(MONDAY, date(2021, 3, 3)),
        came(date(2021, 3, 5), eighth),
        came(MONDAY, date(2021, 3, 4)),
        came(date(2021, 3, 5)),
        came(date(2021, 2, 26)),
        came(MONDAY, machine=True),
        came(MONDAY, referrer_kind=ReferrerKind.COLLEAGUE),
        came(MONDAY, outcome=Referral.Outcome.MERGED),
    ]
    told = feedback.sentence(rows, eighth)
    assert told == "Eerste antwoord in maart: 2 van 4 binnen twee werkdagen. 1 wacht nog."
    assert feedback.sentence([], eighth) == ""
    assert [feedback.said(row) for row in rows[:4]] == ["na 2 werkdagen", "na 1 werkdag", "na 3 werkdagen", ""]


@pytest.mark.parametrize(
    ("on", "answered", "waits"),
    [(date(2021, 3, 3), None, True), (date(2021, 3, 5), None, False), (date(2021, 3, 3), date(2021, 3, 4), False)],
)
def test_two_working_days_without_an_answer_stand_out(
    monkeypatch: pytest.MonkeyPatch, on: date, answered: date | None, *, waits: bool
) -> None:
    monkeypatch.setattr(feedback, "case_day", lambda at: at.date())
    assert feedback.waits_for_us(came(on, answered), date(2021, 3, 8)) is waits


def test_the_board_and_the_page_tell_it(town: Town, settings: Any) -> None:
    from django.utils import timezone

    referral = a_referral(arrived_at=timezone.now() - timedelta(days=6))
    settings.KRING_TODAY = timezone.localdate()
    _, text, _ = asked(town.noor.client, "/board")
    assert "niemand antwoordde, sinds 6 dagen" in lane(text, "Nieuw")
    assert card(referral) in text
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT)
    assert "niemand antwoordde" not in asked(town.noor.client, "/board")[1]
    assert "Eerste antwoord" in town.noor.client.get(f"/referrals/{referral}").content.decode()


def test_only_the_first_answer_counts(town: Town) -> None:
    referral = a_referral()
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT)
    first = Referral.objects.get(id=referral).first_answer_at
    assert first is not None
    actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="We spoke.")
    assert Referral.objects.get(id=referral).first_answer_at == first
