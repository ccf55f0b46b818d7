"""Doors of the team from both sides: who belongs passes, who does not is refused, on the day and not after it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client, RequestFactory

from kring.team import access, queries
from kring.team.models import Appointment, Colleague, Group, Membership
from kring.team.testing import CIRCLES, OFFICES, Persona, Town
from kring.vault.acts import acting
from kring.vault.doors import KeyedRequest, identify
from kring.vault.models import SessionKey
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db

ENDED = date(2021, 2, 1)


def asks(browser: Client) -> KeyedRequest:
    """A request of this browser, after a door resumed its session."""
    request = RequestFactory().get("/")
    request.COOKIES.update({name: morsel.value for name, morsel in browser.cookies.items()})
    return identify(request)


def passing(town: Town, predicate: Callable[[KeyedRequest], bool]) -> set[str]:
    """Who of the whole town passes."""
    return {name for name, persona in town.people.items() if predicate(asks(persona.client))}


@pytest.mark.parametrize("code", CIRCLES)
def test_members_of_a_circle_pass_and_all_others_do_not(town: Town, code: str) -> None:
    assert passing(town, access.in_circle(code)) == set(CIRCLES[code][1])


@pytest.mark.parametrize("code", OFFICES)
def test_members_of_an_office_pass_and_all_others_do_not(town: Town, code: str) -> None:
    assert passing(town, access.holds_office(code)) == set(OFFICES[code][1])


def test_one_of_several_will_do(town: Town) -> None:
    assert passing(town, access.holds_office("dpo", "head_of_service")) == {"hilde", "greet"}
    assert passing(town, access.in_circle("samen", "welfare")) == {*CIRCLES["welfare"][1], "nele"}


def test_a_circle_is_no_office_of_the_same_name(town: Town) -> None:
    assert passing(town, access.holds_office("intake")) == set()
    assert passing(town, access.in_circle("dpo")) == set()


def test_the_head_of_service_and_the_administrator_are_in_no_circle(town: Town) -> None:
    for persona in (town.greet, town.ann):
        assert queries.circles_of(persona.principal) == []


def test_the_administrator_is_one(town: Town) -> None:
    assert passing(town, access.is_administrator) == {"ann"}


def test_nobody_passes_without_an_open_session(town: Town) -> None:
    browser = town.noor.client
    unguarded(SessionKey).all().delete()
    for predicate in (access.in_circle("intake"), access.is_administrator, access.colleague_only):
        assert not predicate(asks(Client()))
        assert not predicate(asks(browser))


def test_a_colleague_whose_row_is_gone_is_no_colleague(town: Town) -> None:
    browser = town.hilde.client
    assert access.colleague_only(asks(browser))
    change(town.hilde, sign_in="other@kring.example")
    assert not access.colleague_only(asks(browser))
    assert browser.get("/team").status_code == 404


def test_a_membership_ends_with_its_last_day(town: Town) -> None:
    row = Membership.objects.get(group__code="dpo")
    with acting("test.leave", by="system") as act:
        act.change(row, until_on=date(2021, 3, 1))
    dpo = town.groups["dpo"]
    assert [one.name for one in queries.members_of(dpo, date(2021, 3, 1))] == ["Hilde Roels"]
    assert queries.members_of(dpo, date(2021, 3, 2)) == []
    assert queries.groups_of(town.hilde.principal, date(2021, 3, 2)) == []


def change(persona: Persona, **columns: str) -> None:
    """What somebody with the database in his hands writes, round the guard."""
    unguarded(Colleague).filter(principal=persona.principal).update(**columns)


def rename_a_circle(town: Town) -> None:
    unguarded(Group).filter(code="intake").update(code="x")
    unguarded(Group).filter(code="dpo").update(code="intake", kind=Group.Kind.CIRCLE)


def give_away_a_membership(town: Town) -> None:
    membership = unguarded(Membership).filter(group__code="intake", colleague=town.noor.colleague.pk)
    membership.update(colleague=town.hilde.colleague.pk)


def move_a_membership(town: Town) -> None:
    intake = Group.objects.get(code="intake").pk
    unguarded(Membership).filter(colleague=town.hilde.colleague.pk).update(group=intake)


def take_over_a_colleague(town: Town) -> None:
    change(town.noor, principal="x")
    change(town.hilde, principal=town.noor.principal)
    unguarded(Colleague).filter(principal="x").update(principal=town.hilde.principal)


def lengthen_a_membership(town: Town) -> None:
    row = Membership.objects.get(group__code="intake", colleague=town.noor.colleague.pk)
    with acting("test.end", by="system") as act:
        act.add(Membership(group=row.group, colleague=town.hilde.colleague, from_on=ENDED, until_on=ENDED))
    unguarded(Membership).filter(colleague=town.hilde.colleague.pk, until_on=ENDED).update(until_on=None)


FORGERIES = [rename_a_circle, give_away_a_membership, move_a_membership, take_over_a_colleague, lengthen_a_membership]


@pytest.mark.parametrize("forge", FORGERIES)
def test_a_forged_row_lets_nobody_in(town: Town, forge: Callable[[Town], None]) -> None:
    forge(town)
    assert not access.in_circle("intake")(asks(town.hilde.client))


def test_a_forged_appointment_makes_no_administrator(town: Town) -> None:
    unguarded(Appointment).filter(colleague=town.noor.colleague.pk).update(function="administrator")
    assert not access.is_administrator(asks(town.noor.client))


@pytest.mark.parametrize("model", [Colleague, Appointment, Group, Membership])
def test_every_column_is_under_the_mac(town: Town, model: type[Colleague]) -> None:
    row = model.objects.first()
    assert row is not None
    names = {field.attname for field in model._meta.concrete_fields}
    assert set(model.maced_columns()) == names - {"mac"}
