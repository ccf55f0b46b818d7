"""Who is who on a day: the team of the founding answer, its outreachers, appointments that begin and end."""

from datetime import date

import pytest
from pytest_django import Settings

from kring.team import founding, queries
from kring.team.clock import today
from kring.team.models import Appointment, Colleague, Function, SecrecyStatus
from kring.team.testing import OUTREACHERS, Town
from kring.vault.acts import acting
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db

DAY = date(2021, 3, 1)


def test_the_team_of_the_founding_answer(town: Town) -> None:
    team = queries.team_on(DAY)
    assert len(team) == 11
    per_function = {function: sum(row.function == function for row in team) for function in Function}
    assert {function: n for function, n in per_function.items() if n} == {
        Function.HEAD_OF_SERVICE: 1,
        Function.COACH: 2,
        Function.STREET_THERAPIST: 1,
        Function.STREET_WORKER: 3,
        Function.EARLY_WORKER: 1,
        Function.CASE_DIRECTOR: 1,
        Function.NEIGHBOUR_MEDIATOR: 1,
        Function.SANCTION_MEDIATOR: 1,
    }


def test_seven_outreachers_carry_individual_cases(town: Town) -> None:
    names = {row.colleague.principal for row in queries.outreachers_on(DAY)}
    assert names == {town.people[name].principal for name in OUTREACHERS}


def test_an_appointment_counts_from_its_first_to_its_last_day(town: Town) -> None:
    with acting("test.appoint", by="system") as act:
        founding.appoint(
            act,
            town.marc.colleague,
            Function.COACH,
            programme="identity_coaching",
            employer="town",
            fte_percent=50,
            from_on=date(2021, 2, 1),
            until_on=date(2021, 3, 31),
        )
    counts = {on: len(queries.team_on(on)) for on in (date(2021, 1, 31), date(2021, 2, 1), date(2021, 3, 31))}
    assert counts == {date(2021, 1, 31): 11, date(2021, 2, 1): 12, date(2021, 3, 31): 12}
    assert len(queries.team_on(date(2021, 4, 1))) == 11


def test_rows_that_are_not_ours_are_as_if_absent(town: Town) -> None:
    unguarded(Appointment).filter(colleague=town.noor.colleague).update(fte_percent=1)
    unguarded(Colleague).filter(pk=town.tom.colleague.pk).update(name="Tom Other")
    unguarded(SecrecyStatus).filter(colleague=town.bart.colleague).update(status="secrecy")
    assert len(queries.team_on(DAY)) == 9
    assert queries.colleague(town.tom.principal) is None
    assert queries.colleague_by_sign_in("tom@kring.example") is None
    assert town.tom.principal not in queries.colleagues([town.tom.principal, town.noor.principal])
    assert queries.secrecy_of(town.bart.principal) == "none"


def test_a_colleague_with_two_tasks_stands_in_the_list_once(town: Town) -> None:
    with acting("test.appoint", by="system") as act:
        founding.appoint(act, town.eline.colleague, Function.CASE_DIRECTOR, programme="youth_reconnect")
    lines = queries.roster(DAY)
    assert [one.name for one, _ in lines] == sorted(one.name for one, _ in lines)
    assert len(lines) == 11
    [tasks] = [rows for one, rows in lines if one.name == "Eline Maes"]
    assert {row.function for row in tasks} == {Function.COACH, Function.CASE_DIRECTOR}


def test_somebody_waits_without_a_task_or_without_a_circle(town: Town) -> None:
    with acting("test.enrol", by="system") as act:
        new = founding.enrol_colleague(act, name="Nieuw Iemand", sign_in="new@kring.example", password="x" * 12)
    assert queries.waits_for_key(new.colleague.principal)
    with acting("test.appoint", by="system") as act:
        founding.appoint(act, new.colleague, Function.COACH)
    assert queries.waits_for_key(new.colleague.principal)
    assert not any(queries.waits_for_key(persona.principal) for persona in town.people.values())


def test_the_case_date_is_the_calendars_or_the_demos(settings: Settings) -> None:
    from django.utils import timezone

    settings.KRING_TODAY = None
    assert today() == timezone.localdate()
    settings.KRING_TODAY = DAY
    assert today() == DAY
    assert timezone.now().year > 2021, "instants stay real"
