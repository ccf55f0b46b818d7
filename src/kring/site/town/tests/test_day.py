"""The demo's Monday has hours in it, with two colleagues."""

import pytest

from kring.site.town import day
from kring.site.town.caseload import DAY
from kring.support.contacts.appointments.models import ClientAppointment

pytestmark = pytest.mark.django_db


def test_hours_are_hours_of_that_week() -> None:
    assert {days for days, *_ in day.HOURS} <= set(range(7))
    assert DAY.weekday() == 0, "a Monday"


def test_two_colleagues_have_a_day(demo: object) -> None:
    hours = ClientAppointment.objects.all()
    assert len({row.person for row in hours}) == len(day.OF)
    assert all(row.person == row.dossier.holder for row in hours)
    assert hours.count() == len(day.OF) * len(day.HOURS)
