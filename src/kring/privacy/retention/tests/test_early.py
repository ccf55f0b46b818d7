"""ARC-06: the person asks to erase a closed dossier before its term: granted by the rule, or refused with a reason."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from kring.privacy.requests import actions
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.privacy.retention import batches, destroying, early, holds
from kring.privacy.retention.models import Batch, BatchItem, DestructionDeclaration, Hold
from kring.privacy.retention.testing import approved, publish
from kring.support.closing import actions as closing
from kring.support.closing.testing import closed
from kring.support.dossier.models import Dossier
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.retention import Series
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
CLOSED, SOON = date(2021, 3, 9), date(2021, 4, 1)
WHY = "Robin wil dat dit weg is, en niemand heeft het nog nodig."


@pytest.fixture
def dossier(town: Town) -> Any:
    """Closed three weeks ago; its term ends in 2025."""
    with on_day(CLOSED):
        row = closed(town, a_dossier(town))
    with on_day(SOON):
        yield row


def asked(who: Persona, dossier: str) -> str:
    opened = actions.enter(who.session, dossier, act="test.ask")
    said = RequestContent("client", who.principal, "Ik wil dat alles weg is.")
    return actions.take_down(opened, PersonRequest.Kind.ERASURE, said, asked_on=SOON, once=new_id())


def answer(who: Persona, dossier: str, request: str, which: str, why: str = WHY) -> Any:
    there = reverse("privacy:answer", args=[dossier, request])
    return who.client.post(there, {"once": new_id(), "which": which, "why": why})


def text_of(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def page(who: Persona, dossier: str, request: str) -> str:
    return text_of(who.client.get(reverse("privacy:answer", args=[dossier, request])))


def test_arc_06_granted_it_is_approved_by_two_and_gone_years_early(town: Town, dossier: Dossier) -> None:
    publish(town)
    request = asked(town.noor, dossier.id)
    number = PersonRequest.objects.get(id=request).number
    assert answer(town.noor, dossier.id, request, "erasure").status_code == 302
    batch = Batch.objects.get(request=number).verified()
    assert "wacht op twee goedkeuringen" in page(town.joris, dossier.id, request)
    shown = text_of(town.hilde.client.get(f"/privacy/retention/{batch.id}"))
    assert f"gevraagd door de persoon, {number}" in shown
    assert WHY not in shown
    assert destroying.go_on() == 0, "nobody approved yet"
    approved(town, batch)
    assert destroying.go_on() == 1
    assert not Dossier.objects.filter(id=dossier.id).exists()
    assert not PersonRequest.objects.filter(id=request).exists()
    assert DestructionDeclaration.objects.count() == 1
    told = text_of(town.greet.client.get(f"/privacy/retention/{batch.id}/declaration"))
    assert "AVG art. 17" in told
    assert sweep() == []


def test_arc_06_a_refusal_has_its_reason_and_takes_it_out_of_the_batch(town: Town, dossier: Dossier) -> None:
    publish(town)
    request = asked(town.noor, dossier.id)
    answer(town.noor, dossier.id, request, "erasure")
    [batch] = Batch.objects.all()
    approved(town, batch)
    assert answer(town.noor, dossier.id, request, "not", "").status_code == 422
    assert answer(town.noor, dossier.id, request, "not", "Een rechtszaak heeft het nog nodig.").status_code == 302
    assert destroying.go_on() == 0
    assert BatchItem.objects.get(batch=batch).state == BatchItem.State.LEFT_OUT
    assert "Een rechtszaak heeft het nog nodig." in page(town.noor, dossier.id, request)
    assert Dossier.objects.filter(id=dossier.id).exists()


def test_arc_04_a_hold_and_another_request_hold_it_back_too(town: Town, dossier: Dossier) -> None:
    publish(town)
    request = asked(town.noor, dossier.id)
    answer(town.noor, dossier.id, request, "erasure")
    approved(town, Batch.objects.get())
    reason = {"reason": Hold.Reason.COMPLAINT, "reference": "V-31", "once": new_id()}
    hold = holds.place(town.hilde.principal, number=dossier.number, until_on=date(2199, 1, 1), **reason)
    assert (destroying.go_on(), BatchItem.objects.get().state) == (0, BatchItem.State.HELD)
    holds.lift(town.hilde.principal, hold)
    opened = actions.enter(town.noor.session, dossier.id, act="test.ask")
    copy = RequestContent("client", town.noor.principal, "Eerst een kopie.")
    actions.take_down(opened, PersonRequest.Kind.ACCESS, copy, asked_on=SOON, once=new_id())
    answer(town.noor, dossier.id, request, "erasure", f"{WHY} Nu wel.")
    approved(town, Batch.objects.get(state=Batch.State.PROPOSED))
    assert destroying.go_on() == 0
    assert set(BatchItem.objects.values_list("state", flat=True)) == {BatchItem.State.HELD}
    assert Dossier.objects.filter(id=dossier.id).exists()


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(None, "De regel is een voorstel"), ({"destination": "keep"}, "De regel zegt voor altijd bewaren")],
)
def test_arc_01_without_a_rule_that_destroys_it_cannot_be_granted(
    town: Town, dossier: Dossier, rule: dict[str, Any] | None, sentence: str
) -> None:
    if rule is not None:
        publish(town, **rule)
    request = asked(town.noor, dossier.id)
    tried = answer(town.noor, dossier.id, request, "erasure")
    assert (tried.status_code, Batch.objects.count()) == (422, 0)
    assert WHY in text_of(tried), "what was typed stays"
    assert sentence in text_of(tried)


def test_what_is_still_worked_with_is_closed_first(town: Town) -> None:
    publish(town)
    with on_day(SOON):
        row = a_dossier(town).dossier
        request = asked(town.noor, row.id)
        shown = page(town.noor, row.id, request)
        assert "Sluit het dossier eerst" in shown, "before anything is typed"
        assert "Stel voor om het te wissen" not in shown
        assert "Sluit het dossier eerst" in text_of(answer(town.noor, row.id, request, "erasure"))
    assert Batch.objects.count() == 0


def test_pressed_twice_it_is_one_batch_and_the_batch_of_the_year_comes_all_the_same(
    town: Town, dossier: Dossier
) -> None:
    publish(town)
    with on_day(CLOSED):
        closed(town, a_dossier(town, label="Sam"))
    with on_day(date(2025, 1, 4)):
        request = asked(town.noor, dossier.id)
        answer(town.noor, dossier.id, request, "erasure")
        assert answer(town.joris, dossier.id, request, "erasure").status_code == 422
        assert batches.propose_of_the_year() == 1
        assert min(Batch.objects.values_list("request", flat=True)) == ""
        assert BatchItem.objects.filter(subject=dossier.id).count() == 1
        assert early.standing(PersonRequest.objects.get(id=request).number)
    assert Series.DOSSIER in {batch.series for batch in Batch.objects.all()}


def test_arc_06_taken_up_again_it_is_left_out_and_lives(town: Town, dossier: Dossier) -> None:
    publish(town)
    request = asked(town.noor, dossier.id)
    answer(town.noor, dossier.id, request, "erasure")
    approved(town, Batch.objects.get())
    opened = closing.enter(town.noor.session, dossier.id, act="test.reopen")
    closing.reopen(town.noor.session, opened, why="Robin belde.", once=new_id())
    assert destroying.go_on() == 0
    assert BatchItem.objects.get().state == BatchItem.State.LEFT_OUT
    assert Dossier.objects.get(id=dossier.id).state == Dossier.State.OPEN
