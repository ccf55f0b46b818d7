"""Counting tries: a window that ends, a count of each, nothing readable, nothing kept for long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.vault import throttle
from kring.vault.models import Throttle

pytestmark = pytest.mark.django_db


def test_each_try_counts_and_each_who_has_a_count_of_his_own() -> None:
    assert [throttle.count("signin", "noor") for _ in range(3)] == [1, 2, 3]
    assert throttle.count("signin", "samir") == 1
    assert throttle.count("knock", "noor") == 1


def test_a_window_begins_anew_when_it_is_over_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    began = timezone.now()
    for seconds, expected in ((0, 1), (59, 2), (61, 1), (62, 2)):
        monkeypatch.setattr("kring.vault.throttle.timezone.now", lambda at=seconds: began + timedelta(seconds=at))
        assert throttle.count("signin", "noor") == expected


def test_who_did_well_starts_anew_alone() -> None:
    throttle.count("signin", "noor")
    throttle.count("signin", "samir")
    throttle.forget("signin", "noor")
    assert throttle.count("signin", "noor") == 1
    assert throttle.count("signin", "samir") == 2


def test_no_name_lies_in_the_table_and_nothing_lies_there_for_long() -> None:
    throttle.count("signin", "192.0.2.7")
    row = Throttle.objects.get()
    assert "192.0.2.7" not in f"{row.token}"
    assert throttle.clear() == 0
    Throttle.objects.update(opened_at=row.opened_at - throttle.LONGEST - timedelta(seconds=1))
    assert throttle.clear() == 1
