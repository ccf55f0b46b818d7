"""Batches: proposed by rule, held back, approved by two persons of two offices, destroyed one by one (ARC-01 to 05)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.privacy.requests import actions as requests
from kring.privacy.requests import answering
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest, RequestRecord
from kring.privacy.retention import batches, destroying, holds
from kring.privacy.retention.models import Approval, Batch, BatchItem, DestructionDeclaration, Hold
from kring.privacy.retention.testing import approved, proposed, publish
from kring.support.closing import erasing
from kring.support.closing.actions import enter, reopen
from kring.support.closing.testing import closed
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.retention import Series
from kring.team.retention.rules import Destination
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
CLOSED, LATER = date(2021, 3, 9), date(2025, 1, 4)
DESK = "/privacy/retention"


@pytest.fixture
def dossiers(town: Town) -> Iterator[list[Dossier]]:
    """Three dossiers of Noor, closed in March 2021; four years later, under the published rule."""
    publish(town)
    with on_day(CLOSED):
        rows = [closed(town, a_dossier(town, label=f"Robin {number}")) for number in range(3)]
    with on_day(LATER):
        yield rows


def press(town: Town, who: str, batch: Batch, step: str, **given: str) -> Any:
    return town.people[who].client.post(f"{DESK}/{batch.id}/{step}", {"once": new_id(), **given})


def seen(town: Town, who: str, path: str) -> str:
    return " ".join(strip_tags(town.people[who].client.get(path).content.decode()).split())


def left() -> set[str]:
    return set(Dossier.objects.values_list("number", flat=True))


def test_arc_05_proposed_approved_by_two_destroyed_and_declared(town: Town, dossiers: list[Dossier]) -> None:
    before = keycheck()
    assert "3 zijn over de termijn" in seen(town, "greet", DESK)
    made = town.greet.client.post(f"{DESK}/over/dossier", {"once": new_id()})
    [batch] = Batch.objects.all()
    assert (batch.name, made["Location"]) == ("2025-01", f"{DESK}/{batch.id}")
    assert "Wacht op jou" in seen(town, "hilde", made["Location"])
    for who in ("greet", "hilde"):
        assert press(town, who, batch, "approve", seen=batch.contents).status_code == 302
    assert left() == {row.number for row in dossiers}, "approving destroys nothing by itself"
    assert press(town, "greet", batch, "destroy").status_code == 302
    assert left() == set()
    assert Batch.objects.get(id=batch.id).verified().state == Batch.State.DONE
    page = seen(town, "hilde", f"{DESK}/{batch.id}/declaration")
    for told in ("Greet Aerts, Hilde Roels", "Register 2021/7", destroying.pseudonym(dossiers[0].number)):
        assert told in page
    assert not any(row.number in page for row in dossiers)
    assert sweep() == []
    assert keycheck() == before


def test_arc_05_the_desk_says_how_many_approved_and_how_many_were_destroyed(
    town: Town, dossiers: list[Dossier]
) -> None:
    batch = proposed(town)
    assert "wacht op twee goedkeuringen" in seen(town, "hilde", DESK)
    press(town, "greet", batch, "approve", seen=batch.contents)
    assert "wacht nog op één goedkeuring" in seen(town, "hilde", DESK)
    press(town, "hilde", batch, "approve", seen=batch.contents)
    assert "twee keer goedgekeurd, kan vernietigd worden" in seen(town, "greet", DESK)
    holds.place(
        town.hilde.principal,
        number=dossiers[0].number,
        reason="complaint",
        reference="",
        until_on=date(2026, 1, 1),
        once=new_id(),
    )
    press(town, "greet", batch, "destroy")
    page = town.greet.client.get(f"{DESK}/{batch.id}").content.decode()
    assert "<dt>In dit lot</dt><dd>3</dd>" in page
    assert "<dt>Vernietigd</dt><dd>2</dd>" in page
    paper = town.greet.client.get(f"{DESK}/{batch.id}/declaration").content.decode()
    assert "data-print" in paper


def test_arc_04_what_is_held_back_is_said_before_a_batch_is_proposed(town: Town, dossiers: list[Dossier]) -> None:
    assert "met uitstel" not in seen(town, "hilde", DESK)
    for row in dossiers:
        assert "Stel een lot voor" in seen(town, "hilde", DESK)
        holds.place(
            town.hilde.principal,
            number=row.number,
            reason="complaint",
            reference="",
            until_on=date(2026, 1, 1),
            once=new_id(),
        )
    page = seen(town, "hilde", DESK)
    assert "3 zijn over de termijn, waarvan 3 met uitstel" in page
    assert "Stel een lot voor" not in page, "nothing of it could be destroyed now"


def test_arc_05_the_system_proposes_the_batch_of_a_year_once(town: Town, dossiers: list[Dossier]) -> None:
    assert batches.propose_of_the_year() == 1
    [batch] = Batch.objects.all()
    assert (batch.verified().made_by, batch.items.count()) == ("system", 3)
    assert batches.propose_of_the_year() == 0
    batches.call_off(town.hilde.principal, batch.id)
    assert batches.propose_of_the_year() == 0, "who called it off is not asked again every minute"
    with on_day(date(2025, 12, 31)):
        assert batches.propose_of_the_year() == 0
    publish(town, from_on=date(2025, 6, 1), until_on=date(2030, 1, 1))
    with on_day(date(2026, 1, 1)):
        assert batches.propose_of_the_year() == 1
    assert len(left()) == 3


def test_nobody_sees_a_word_of_a_dossier(town: Town, dossiers: list[Dossier]) -> None:
    batch = proposed(town)
    for who in ("hilde", "greet"):
        for path in (DESK, f"{DESK}/{batch.id}", f"{DESK}/holds", f"{DESK}/{batch.id}/declaration"):
            assert "Robin" not in seen(town, who, path)
            assert town.people["noor"].client.get(path).status_code == 404
        with pytest.raises(Refused):
            enter(town.people[who].session, dossiers[0].id, act="test.read")


def test_arc_01_without_a_published_rule_nothing_is_proposed(town: Town) -> None:
    with on_day(CLOSED):
        closed(town)
    with on_day(LATER):
        with pytest.raises(batches.NotNow):
            proposed(town)
        assert "De regel is een voorstel" in seen(town, "hilde", DESK)
        publish(town, until_on=date(2024, 12, 31))
        with pytest.raises(batches.NotNow):
            proposed(town)
    assert Batch.objects.count() == 0


def test_arc_02_the_later_of_the_year_of_the_closing_and_that_of_the_rule_counts(town: Town) -> None:
    """Nobody can compute it anew for who was a minor, and a longer rule holds for who was closed before too."""
    publish(town)
    with on_day(CLOSED):
        closed(town)
    for months, day, over in ((12, date(2024, 12, 31), 0), (12, date(2025, 1, 1), 1), (60, date(2026, 12, 31), 0)):
        publish(town, months=months, from_on=date(2023, 1, 1))
        with on_day(day):
            assert len(batches.waiting(Series.DOSSIER, day)) == over


@pytest.mark.parametrize("reason", Hold.Reason.values)
def test_arc_04_what_is_held_back_is_taken_out_and_waits(town: Town, dossiers: list[Dossier], reason: str) -> None:
    batch, number = proposed(town), dossiers[1].number
    given = {"number": number.lower(), "reason": reason, "reference": "V-31", "until_on": "2025-06-30"}
    answer = town.hilde.client.post(f"{DESK}/holds", {**given, "once": new_id()})
    assert answer.status_code == 302
    assert "Uitgesteld1, " in seen(town, "greet", f"{DESK}/{batch.id}")
    approved(town, batch)
    destroying.go_on()
    assert left() == {number}
    assert Batch.objects.get(id=batch.id).verified().state == Batch.State.DONE
    [hold] = Hold.objects.all()
    assert town.greet.client.post(f"{DESK}/holds/{hold.id}/lift").status_code == 302
    again = proposed(town)
    assert [item.number for item in again.items.all()] == [number]
    approved(town, again)
    destroying.go_on()
    assert left() == set()
    assert not BatchItem.objects.exists(), "no number of it is kept anywhere"
    assert not Hold.objects.exists()


def test_arc_04_an_open_request_of_the_person_holds_it_back_and_goes_along_once_answered(
    town: Town, dossiers: list[Dossier]
) -> None:
    batch, noor = proposed(town), town.noor.session
    opened = requests.enter(noor, dossiers[0].id, act="test.ask")
    said = RequestContent("client", noor.person, "Ik wil alles zien.")
    asked = requests.take_down(opened, PersonRequest.Kind.ACCESS, said, asked_on=LATER, once=new_id())
    number = PersonRequest.objects.get(id=asked).number
    assert f"lopend verzoek om inzage {number}" in seen(town, "hilde", f"{DESK}/{batch.id}")
    approved(town, batch)
    destroying.go_on()
    assert left() == {dossiers[0].number}
    opened = requests.enter(noor, dossiers[0].id, act="test.answer")
    with acting("test.answer", by=noor.person) as act:
        requests.answered(act, opened, requests.find(opened, asked), outcome="given")
    approved(town, proposed(town))
    destroying.go_on()
    assert (left(), PersonRequest.objects.count(), RequestRecord.objects.count(), sweep()) == (set(), 0, 0, [])


def test_arc_04_a_frozen_part_holds_it_back_until_it_is_lifted(town: Town, dossiers: list[Dossier]) -> None:
    """GDPR art. 18: who asks that a part is kept and not used may need it."""
    with on_day(CLOSED):
        shut, noor = closed(town, a_dossier(town, identity=Identity("Robin Vervloet"))), town.noor.session
    opened = requests.enter(noor, shut.id, act="test.ask")
    said = RequestContent("client", noor.person, "Ik heb dit nog nodig.")
    asked = requests.take_down(opened, PersonRequest.Kind.RESTRICTION, said, asked_on=LATER, once=new_id())
    opened = requests.enter(noor, shut.id, act="test.freeze")
    answering.freeze(opened, requests.find(opened, asked), part="identity", once=new_id())
    batch, number = proposed(town), PersonRequest.objects.get(id=asked).number
    assert number in seen(town, "greet", f"{DESK}/{batch.id}")
    approved(town, batch)
    destroying.go_on()
    assert left() == {shut.number}
    opened = requests.enter(noor, shut.id, act="test.lift")
    answering.lift(opened, requests.find(opened, asked), why="Het is beslist.", once=new_id())
    approved(town, proposed(town))
    destroying.go_on()
    assert left() == set()


@pytest.mark.parametrize("change", [{"months": 120, "most_months": 200}, {"destination": Destination.KEEP}])
def test_arc_01_a_rule_written_while_it_is_destroyed_decides_about_the_rest(
    town: Town, dossiers: list[Dossier], change: dict[str, Any]
) -> None:
    batch = proposed(town)
    approved(town, batch)
    assert destroying.go_on(most=1) == 1
    publish(town, **change)
    destroying.go_on()
    assert len(left()) == 2
    assert Batch.objects.get(id=batch.id).verified().state == Batch.State.DONE


def test_arc_04_a_hold_of_before_its_day_is_over_holds_no_longer(town: Town, dossiers: list[Dossier]) -> None:
    batch = proposed(town)
    hold = {"reason": "complaint", "reference": "", "once": new_id()}
    holds.place(town.hilde.principal, number=dossiers[0].number, until_on=date(2025, 1, 10), **hold)
    approved(town, batch)
    with on_day(date(2025, 1, 11)):
        destroying.go_on()
    assert left() == set()


def test_a_hold_tells_nobody_whether_there_is_such_a_dossier(town: Town, dossiers: list[Dossier]) -> None:
    given = {"reason": "complaint", "reference": "V-1", "until_on": "2025-06-30"}
    answers = [
        town.hilde.client.post(f"{DESK}/holds", {**given, "number": number, "once": new_id()})
        for number in (dossiers[0].number, "K-ZZZZ")
    ]
    assert {answer["Location"] for answer in answers} == {f"{DESK}/holds?done=held"}
    page = seen(town, "hilde", f"{DESK}/holds")
    assert "K-ZZZZ" in page
    assert dossiers[0].number in page


def test_arc_05_one_person_does_not_approve_twice_nor_one_office(town: Town, dossiers: list[Dossier]) -> None:
    batch, hilde, greet = proposed(town), town.hilde.principal, town.greet.principal
    batches.approve(hilde, "dpo", batch.id, seen=batch.contents, once=new_id())
    for person, office in ((hilde, "dpo"), (hilde, "head_of_service"), (greet, "dpo")):
        with pytest.raises(batches.NotNow):
            batches.approve(person, office, batch.id, seen=batch.contents, once=new_id())
    for person, office in ((greet, "general_director"), (greet, "")):
        with pytest.raises(Conflict):
            batches.approve(person, office, batch.id, seen=batch.contents, once=new_id())
    answer = press(town, "hilde", batch, "destroy")
    assert answer.status_code == 409
    assert "Twee personen van twee ambten" in strip_tags(answer.content.decode())
    assert len(left()) == 3


@pytest.mark.parametrize("name", ["noor", "bart", "karel", "ann", "saar", "marc"])
def test_nobody_of_another_office_approves_or_destroys(town: Town, dossiers: list[Dossier], name: str) -> None:
    batch = proposed(town)
    for step in ("approve", "destroy", "call_off"):
        assert press(town, name, batch, step, seen=batch.contents).status_code == 404
    assert town.people[name].client.post(f"{DESK}/over/dossier", {"once": new_id()}).status_code == 404
    assert not Approval.objects.exists()


def test_one_approves_what_one_saw(town: Town, dossiers: list[Dossier]) -> None:
    batch = proposed(town)
    assert press(town, "hilde", batch, "approve", seen="0" * 64).status_code == 409
    assert not Approval.objects.exists()


def test_a_batch_that_was_called_off_destroys_nothing_and_its_dossiers_wait(
    town: Town, dossiers: list[Dossier]
) -> None:
    batch = proposed(town)
    assert press(town, "greet", batch, "call_off").status_code == 302
    for step in ("approve", "destroy"):
        assert press(town, "greet", batch, step, seen=batch.contents).status_code == 409
    assert proposed(town).name == "2025-02"
    assert len(left()) == 3


def test_a_rule_that_changed_meanwhile_stops_the_batch(town: Town, dossiers: list[Dossier]) -> None:
    batch = proposed(town)
    publish(town, months=120, from_on=date(2024, 1, 1))
    answer = press(town, "hilde", batch, "approve", seen=batch.contents)
    assert "De regel is veranderd" in strip_tags(answer.content.decode())


def test_a_role_that_was_taken_up_again_is_left_out(town: Town, dossiers: list[Dossier]) -> None:
    batch, back = proposed(town), dossiers[2]
    noor = town.noor.session
    reopen(noor, enter(noor, back.id, act="test.reopen"), why="Hij belt weer.", once=new_id())
    approved(town, batch)
    destroying.go_on()
    assert left() == {back.number}
    assert [item.state for item in BatchItem.objects.all()] == [BatchItem.State.LEFT_OUT]


def test_killed_half_way_it_goes_on_and_nothing_is_half_destroyed(
    town: Town, dossiers: list[Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies just before the second dossier would be committed."""
    batch = proposed(town)
    approved(town, batch)
    checked: list[None] = []
    real = erasing._check_gone

    def dies(*given: Any) -> None:
        real(*given)
        checked.append(None)
        if len(checked) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(erasing, "_check_gone", dies)
        with pytest.raises(KeyboardInterrupt):
            destroying.go_on()
    assert len(left()) == 2
    for row in Dossier.objects.all():
        assert enter(town.noor.session, row.id, act="test.read").summary.label.startswith("Robin")
    assert DestructionDeclaration.objects.count() == 1
    assert sweep() == []
    assert destroying.go_on(most=1) == 1
    assert Batch.objects.get(id=batch.id).verified().state == Batch.State.DESTROYING
    assert destroying.go_on(most=1) == 1
    assert destroying.go_on() == 0
    assert Batch.objects.get(id=batch.id).verified().state == Batch.State.DONE
    assert (left(), DestructionDeclaration.objects.count(), sweep()) == (set(), 3, [])


def test_sent_twice_each_step_is_done_once(town: Town, dossiers: list[Dossier]) -> None:
    once = new_id()
    assert len({batches.propose(town.hilde.principal, Series.DOSSIER, once=once) for _ in range(2)}) == 1
    [batch] = Batch.objects.all()
    for _ in range(2):
        batches.approve(town.hilde.principal, "dpo", batch.id, seen=batch.contents, once=once)
    assert Approval.objects.count() == 1
    with pytest.raises(batches.NotNow):
        proposed(town)


def test_an_approval_that_somebody_wrote_into_the_database_destroys_nothing(
    town: Town, dossiers: list[Dossier]
) -> None:
    batch = proposed(town)
    batches.approve(town.hilde.principal, "dpo", batch.id, seen=batch.contents, once=new_id())
    [row] = Approval.objects.all()
    forged = Approval(batch=batch, person=town.greet.principal, office="head_of_service", contents=row.contents)
    forged.at, forged.mac = row.at, row.mac
    unguarded(Approval).bulk_create([forged])
    with pytest.raises(Refused):
        batches.begin(town.hilde.principal, batch.id)
