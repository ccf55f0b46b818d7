"""A case consultation stays inside the law: SEC-06 and SEC-07, as rules, through the pages, and from both sides."""

import dataclasses
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.consultation.case import actions
from kring.support.consultation.case.content import CaseTable, OwnAction, Participant
from kring.support.consultation.models import CaseConsultation
from kring.support.consultation.rules import NotNow
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db
LAWFUL: dict[str, Any] = {
    "on": ON,
    "basis": "law",
    "document": "Decree of 3 May 2021, in the safe of the service",
    "purpose": "Keep the family safe.",
    "modalities": "Led by the director; nothing leaves the room.",
    "permitted": ["Els Maes, justice house", "Jan Pauwels, police, head of section"],
}


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def dossier(town: Town) -> str:
    return a_dossier(town).dossier.id


def started(town: Town, dossier: str, **about: Any) -> str:
    opened = opening(town.noor.session, dossier, act="test.open", parts=["minutes"])
    return actions.start(town.noor.session, opened, **{**LAWFUL, **about}, once=new_id())


@pytest.mark.parametrize("missing", ["basis", "document", "purpose", "modalities"])
def test_sec_06_cannot_be_opened_without_what_the_law_asks(town: Town, dossier: str, missing: str) -> None:
    with pytest.raises(NotNow) as refusal:
        started(town, dossier, **{missing: " "})
    assert refusal.value.field == missing
    assert not CaseConsultation.objects.exists()


@pytest.mark.parametrize("nobody", [[], [" ", ""]])
def test_sec_06_nor_without_who_may_take_part(town: Town, dossier: str, nobody: list[str]) -> None:
    with pytest.raises(NotNow):
        started(town, dossier, permitted=nobody)


def test_sec_06_who_is_not_on_the_list_cannot_be_added(town: Town, dossier: str) -> None:
    case = started(town, dossier)
    opened = actions.open_case(town.noor.session, dossier, case, act="test.open")
    els = opened.table.permitted[0]
    actions.sits(town.noor.session, opened, els.id, once=new_id())
    again = actions.open_case(town.noor.session, dossier, case, act="test.open")
    with pytest.raises(NotNow):
        actions.sits(town.noor.session, again, new_id(), once=new_id())
    assert [one.present for one in again.table.permitted] == [True, False]


def test_sec_07_there_is_no_place_for_what_others_said() -> None:
    fields = {one.name for kind in (CaseTable, Participant, OwnAction) for one in dataclasses.fields(kind)}
    assert fields == {
        "on",
        "basis",
        "document",
        "purpose",
        "modalities",
        "permitted",
        "actions",
        "id",
        "who",
        "present",
        "what",
        "by_when",
        "by",
        "at",
    }


def test_sec_07_only_own_actions_are_kept(town: Town, dossier: str) -> None:
    case = started(town, dossier)
    browser, path = town.noor.client, f"/dossiers/{dossier}/case-consultations/{case}"
    form = {"once": new_id(), "step": "own", "what": "I call his mother on Monday.", "by_when": "2021-03-08"}
    for _ in range(2):
        assert browser.post(path, form).status_code == 302
    table = actions.open_case(town.noor.session, dossier, case, act="test.open").table
    assert [(one.what, one.by) for one in table.actions] == [("I call his mother on Monday.", town.noor.principal)]
    assert "Niet wat anderen zeiden." in strip_tags(browser.get(path).content.decode())


def test_holder_and_deputy_alone(town: Town, dossier: str) -> None:
    case = started(town, dossier)
    path = f"/dossiers/{dossier}/case-consultations/{case}"
    assert town.joris.client.get(path).status_code == 200
    for other in (town.samir, town.greet, town.ann, town.nele):
        assert other.client.get(path).status_code == 404
    with pytest.raises(Refused):
        actions.open_case(town.noor.session, dossier, new_id(), act="test.open")


def test_a_refused_form_keeps_what_was_typed(town: Town, dossier: str) -> None:
    path = f"/dossiers/{dossier}/case-consultations"
    given = {"once": new_id(), "on": "2021-03-01", "purpose": "Keep the family safe.", "document": "x"}
    answer = town.noor.client.post(path, given)
    assert answer.status_code == 200
    assert "Keep the family safe." in answer.content.decode()
    whole = {**given, **{name: LAWFUL[name] for name in ("basis", "document", "modalities")}, "permitted": "Els Maes"}
    assert town.noor.client.post(path, whole).status_code == 302
    assert "Decree of 3 May 2021" in strip_tags(town.noor.client.get(path).content.decode())
