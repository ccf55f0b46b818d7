"""SAN-08: who may impose a sanction does nothing else, whichever way somebody tries to give him more."""

from datetime import date, timedelta

import pytest

from kring.team import apart, founding
from kring.team.apart import SANCTIONING
from kring.team.clock import today
from kring.team.enrolment import invitations
from kring.team.enrolment.invitations import Plan
from kring.team.enrolment.rules import NotAllowed
from kring.team.managing import actions
from kring.team.models import Appointment, Colleague, Function
from kring.team.recovering import places
from kring.team.testing import PASSWORD, Town
from kring.vault.acts import acting

OFFICER = Function.SANCTIONING_OFFICER
OTHERS = [one for one in Function if one != OFFICER]


def newcomer(function: str, until_on: date | None = None) -> Colleague:
    with acting("test.enrol", by="system") as act:
        one = founding.enrol_colleague(act, name="Bea Smets", sign_in="bea", password=PASSWORD).colleague
        founding.appoint(act, one, function, until_on=until_on)
    return one


@pytest.mark.parametrize("other", OTHERS)
def test_san_08_no_function_at_all_goes_with_that_of_a_sanctioning_officer(town: Town, other: Function) -> None:
    for first, second in ((OFFICER, other), (other, OFFICER)):
        with pytest.raises(NotAllowed):
            apart.check_functions(second, [first])
    apart.check_functions(OFFICER, [OFFICER])
    apart.check_functions(other, [Function.COACH])


def test_san_08_an_administrator_cannot_give_an_officer_a_second_function_nor_the_other_way(town: Town) -> None:
    bea = newcomer(OFFICER)
    with pytest.raises(NotAllowed):
        actions.appoint(town.ann.principal, bea, function=Function.SANCTION_MEDIATOR)
    with pytest.raises(NotAllowed):
        actions.appoint(town.ann.principal, town.ines.colleague, function=OFFICER)
    assert Appointment.objects.filter(colleague=bea).count() == 1


def test_san_08_nor_for_a_day_that_is_still_to_come_nor_by_moving_an_end(town: Town) -> None:
    last = today() + timedelta(days=30)
    bea = newcomer(Function.SANCTION_MEDIATOR, until_on=last)
    for day in (today() + timedelta(days=9), last):
        with pytest.raises(NotAllowed):
            actions.appoint(town.ann.principal, bea, function=OFFICER, from_on=day)
    actions.appoint(town.ann.principal, bea, function=OFFICER, from_on=last + timedelta(days=1))
    [mediates] = Appointment.objects.filter(colleague=bea, function=Function.SANCTION_MEDIATOR)
    with pytest.raises(NotAllowed):
        actions.end_function(town.ann.principal, bea, appointment=mediates.id, until_on=last + timedelta(days=1))
    assert Appointment.objects.get(id=mediates.id).until_on == last


def test_san_08_an_officer_belongs_to_his_office_alone_and_nobody_else_to_it(town: Town) -> None:
    for functions, codes in (
        ([OFFICER], ["intake"]),
        ([OFFICER], [SANCTIONING, "dpo"]),
        ([Function.SANCTION_MEDIATOR], [SANCTIONING]),
        ([], [SANCTIONING]),
    ):
        with pytest.raises(NotAllowed):
            apart.check_groups(functions, codes)
    apart.check_groups([OFFICER], [SANCTIONING])
    apart.check_groups([Function.COACH], ["intake", "dpo"])


def test_san_08_no_way_in_leads_around_it(town: Town) -> None:
    """An invitation, a wish for a key, and a place among the trustees."""
    bea = newcomer(OFFICER)
    with pytest.raises(NotAllowed):
        actions.ask_keys(town.ann.principal, bea, ["dpo"])
    with pytest.raises(NotAllowed), acting("test.invite", by=town.ann.principal) as act:
        invitations.invite(act, Plan("Bea", "b@town.example", OFFICER, secrecy="secrecy", wishes=("intake",)))
    with pytest.raises(NotAllowed):
        actions.appoint(town.ann.principal, town.hilde.colleague, function=OFFICER)
    assert bea.principal not in {one.principal for one in places.candidates(places.places())}
