"""Instants beside days of the case: one and the same in a real town, apart in a demo that stands on its own day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils import timezone

from kring.support.clarification.days import case_day, days_since

DAY = date(2021, 3, 1)


def test_in_a_real_town_a_day_is_a_day() -> None:
    assert case_day(timezone.now()) == timezone.localdate()
    assert days_since(timezone.now() - timedelta(days=3)) == 3


def test_in_a_demo_what_happens_now_happens_on_its_day(settings: Any) -> None:
    settings.KRING_TODAY = DAY
    assert case_day(timezone.now()) == DAY
    assert days_since(timezone.now() - timedelta(days=2)) == 2


def test_in_a_demo_what_was_told_of_earlier_keeps_its_day(settings: Any) -> None:
    settings.KRING_TODAY = DAY
    assert case_day(datetime(2021, 2, 20, 12, tzinfo=UTC)) == date(2021, 2, 20)
    assert days_since(datetime(2021, 2, 20, 12, tzinfo=UTC)) == 9
