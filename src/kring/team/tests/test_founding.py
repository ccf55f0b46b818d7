"""Founding: own locks, circles with keys that open for members alone, secrecy before a standing key."""

import time
from datetime import date

import pytest

from kring.team import founding, queries
from kring.team.founding import NotBound
from kring.team.models import Colleague, Function, Group, SecrecyStatus
from kring.team.testing import CIRCLES, OFFICES, Town, found_town
from kring.vault import gate, letterbox
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.keycheck import OWN
from kring.vault.models import Letterbox, Principal
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db


def test_a_town_is_founded_quickly(db: None) -> None:
    """At most 0.7 s of this process, whatever else the machine does."""
    begun = time.process_time()
    found_town()
    assert time.process_time() - begun < 0.7


def test_everybody_has_an_own_lock_and_letterbox_that_nobody_else_opens(town: Town) -> None:
    for persona in town.people.values():
        keys = gate.entering(persona.session, act="test", of=[persona.principal], parts=[OWN])
        assert keys.holds(persona.principal, OWN)
        assert Letterbox.objects.filter(owner=persona.principal).count() == 1
    with pytest.raises(Refused):
        gate.entering(town.joris.session, act="test", of=[town.noor.principal], parts=[OWN])


@pytest.mark.parametrize("code", [*CIRCLES, *OFFICES])
def test_the_key_of_a_group_opens_for_its_members_alone(town: Town, code: str) -> None:
    _, members = (CIRCLES | OFFICES)[code]
    group = town.groups[code]
    inside = set()
    for name, persona in town.people.items():
        keys = gate.entering(persona.session, act="test", of=[group], parts=[OWN_KEY], strict=False)
        if keys.holds(group, OWN_KEY):
            gate.private_of(keys, group)
            inside.add(name)
    assert inside == set(members)
    assert Letterbox.objects.filter(owner=group).exists()


def test_the_administrator_opens_no_part_but_his_own(town: Town) -> None:
    for group in town.groups.values():
        with pytest.raises(Refused):
            gate.entering(town.ann.session, act="test", of=[group], parts=[OWN_KEY])


@pytest.mark.parametrize("status", [SecrecyStatus.Status.DISCRETION, SecrecyStatus.Status.NONE, None])
def test_a_circle_refuses_who_is_not_under_secrecy(town: Town, status: str | None) -> None:
    with acting("test.enrol", by="system") as act:
        new = founding.enrol_colleague(act, name="Nieuw Iemand", sign_in="new@kring.example", password="x" * 12)
        if status:
            founding.set_secrecy(act, new.colleague, status, document="D-2")
    with pytest.raises(NotBound), acting("test.circle", by="system") as act:
        founding.found_circle(act, "other", "Other", [town.noor.colleague, new.colleague])
    assert not Group.objects.filter(code="other").exists()


def test_secrecy_that_ended_counts_no_more(town: Town) -> None:
    row = SecrecyStatus.objects.get(colleague=town.noor.colleague)
    with acting("test.end", by="system") as act:
        act.change(row, until_on=date(2021, 2, 28))
    assert queries.secrecy_of(town.noor.principal, date(2021, 2, 28)) == "secrecy"
    assert queries.secrecy_of(town.noor.principal, date(2021, 3, 1)) == "none"
    with pytest.raises(NotBound), acting("test.circle", by="system") as act:
        founding.found_circle(act, "other", "Other", [town.noor.colleague])


def test_the_latest_status_counts_and_carries_its_document(town: Town) -> None:
    with acting("test.status", by="system") as act:
        founding.set_secrecy(act, town.bart.colleague, "secrecy", document="D-77", from_on=date(2021, 2, 1))
    assert queries.secrecy_of(town.bart.principal, date(2021, 1, 31)) == "discretion"
    assert queries.secrecy_of(town.bart.principal, date(2021, 3, 1)) == "secrecy"
    assert SecrecyStatus.objects.get(from_on=date(2021, 2, 1)).document == "D-77"


def test_names_to_sign_in_with_are_kept_in_small_letters_and_initials_are_made(db: None) -> None:
    with acting("test.enrol", by="system") as act:
        one = founding.enrol_colleague(act, name="Noor van Claes", sign_in="Noor@X.example", password="x" * 12)
    assert (one.colleague.sign_in, one.colleague.initials) == ("noor@x.example", "NV")
    found = queries.colleague_by_sign_in(" NOOR@x.example")
    assert found is not None
    assert found.principal == one.opened.person


def test_recovery_and_offices_are_where_others_look_for_them(town: Town) -> None:
    assert queries.recovery() == town.groups["recovery"]
    assert queries.circle("intake").principal == town.groups["intake"]
    assert queries.office("statistics").principal == town.groups["statistics"]
    assert Principal.objects.get(id=town.groups["statistics"]).kind == Principal.Kind.OFFICE
    for look in (queries.circle, queries.office):
        with pytest.raises(Refused):
            look("nowhere")
    with pytest.raises(Refused):
        queries.office("intake")


def test_without_trustees_there_is_no_recovery(db: None) -> None:
    assert queries.recovery() is None


def test_what_is_dropped_for_a_circle_is_read_by_its_members(town: Town) -> None:
    from kring.vault.tests.conftest import Words

    intake = town.groups["intake"]
    with acting("test.drop", by=town.hilde.principal) as act:
        letter = letterbox.drop(act, Words(text="hello"), owner=intake, kind="note", about=intake)
    keys = gate.entering(town.nele.session, act="test", of=[intake], parts=[OWN_KEY])
    assert letterbox.read(keys, [letter], Words, owner=intake) == [Words(text="hello")]


def test_nothing_of_a_password_stands_in_a_row(town: Town) -> None:
    assert all(not hasattr(row, "password") for row in Colleague.objects.all())
    assert Function.ADMINISTRATOR not in {row.function for row in queries.team_on(date(2021, 3, 1))}
