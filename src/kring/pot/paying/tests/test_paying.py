"""Payments of the pot: an advance and a balance go to finance once, in files that only the office makes."""

from datetime import timedelta
from typing import Any

import pytest

from kring.pot.applying.codelists import State
from kring.pot.applying.models import Application
from kring.pot.desk.tests.test_desk import asked
from kring.pot.paying import queries
from kring.pot.paying.actions import make_run
from kring.pot.paying.lines import Payer
from kring.pot.paying.models import Payment, PaymentRun
from kring.pot.testing import OTHER_IBAN, a_run, an_application, granted
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGE = "/pot/payments"
TOWN_PAYS = Payer("Stad Oever", OTHER_IBAN)


def form(**changes: Any) -> dict[str, Any]:
    """The form as a colleague sends it, with everything that is owed."""
    given = {"payer_name": TOWN_PAYS.name, "payer_iban": TOWN_PAYS.iban, "pay_on": today().isoformat()}
    return {**given, "chosen": [one.choice for one in queries.due()], "once": new_id(), **changes}


def done(application: str, granted_euro: int) -> None:
    """The project is done; this much of the grant stands."""
    with acting("test.done", by="system") as act:
        act.change(Application.objects.get(id=application), state=State.DONE, granted_euro=granted_euro)


def test_an_advance_goes_to_finance_once(town: Town) -> None:
    granted(town)
    assert town.greet.client.post(PAGE, form()).status_code == 302
    payment = Payment.objects.get()
    assert (payment.kind, payment.cents) == ("advance", 148000)
    assert queries.due() == []
    assert "Niets te betalen" in town.greet.client.get(PAGE).content.decode()


def test_the_balance_follows_when_it_is_done(town: Town) -> None:
    application = granted(town)
    a_run(town)
    done(application, 1850)
    a_run(town)
    assert [(one.kind, one.cents) for one in Payment.objects.order_by("run__number")] == [
        ("advance", 148000),
        ("balance", 37000),
    ]
    assert queries.due() == []


def test_what_was_not_accounted_for_comes_back_and_is_no_transfer(town: Town) -> None:
    application = granted(town)
    a_run(town)
    done(application, 1200)
    run = a_run(town)
    assert Payment.objects.get(run=run).cents == -28000
    assert town.greet.client.get(f"{PAGE}/{run.id}/xml").status_code == 404
    table = town.greet.client.get(f"{PAGE}/{run.id}/csv").content.decode("utf-8-sig")
    assert "-280,00" in table
    assert queries.due() == []


def test_the_file_has_the_sealed_account_and_our_number(town: Town) -> None:
    granted(town)
    run = a_run(town)
    answer = town.wout.client.get(f"{PAGE}/{run.id}/xml")
    told = answer.content.decode()
    for said in ("BE68539007547034", "Judoclub Ter Linde", "1480.00", "POT-1-1", "Meisjes op de mat"):
        assert said in told
    assert answer["Content-Disposition"] == 'attachment; filename="betalingen-1.xml"'


def test_sent_twice_it_is_one_run(town: Town) -> None:
    granted(town)
    given = form()
    for _ in range(2):
        make_run(town.greet.principal, chosen=given["chosen"], payer=TOWN_PAYS, pay_on=today(), once=str(given["once"]))
    assert PaymentRun.objects.count() == 1


def test_what_a_colleague_paid_meanwhile_is_not_paid_again(town: Town) -> None:
    granted(town)
    given = form(payer_name="Stad aan de Oever")
    a_run(town)
    answer = town.bart.client.post(PAGE, given)
    assert "intussen betaald of veranderd" in answer.content.decode()
    assert "Stad aan de Oever" in answer.content.decode()
    assert Payment.objects.count() == 1
    with pytest.raises(Conflict):
        make_run(town.bart.principal, chosen=given["chosen"], payer=TOWN_PAYS, pay_on=today(), once=new_id())
    assert Payment.objects.count() == PaymentRun.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"chosen": []}, "Kies minstens één betaling"),
        ({"payer_iban": "BE00"}, "geen rekeningnummer"),
        ({"pay_on": (today() - timedelta(days=1)).isoformat()}, "Deze dag is voorbij"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_question(town: Town, changes: dict[str, Any], said: str) -> None:
    granted(town)
    page = town.greet.client.post(PAGE, form(**changes)).content.decode()
    assert said in page
    assert 'value="Stad Oever"' in page
    assert not PaymentRun.objects.exists()


@pytest.mark.parametrize("who", ["noor", "samir", "ann", "hilde", "karel", "saar", "marc"])
def test_nobody_else_sees_payments_or_a_file(town: Town, who: str) -> None:
    granted(town)
    run = a_run(town)
    browser = town.people[who].client
    for path in (PAGE, f"{PAGE}/{run.id}/xml", f"{PAGE}/{run.id}/csv"):
        assert browser.get(path).status_code == 404


def test_a_run_that_does_not_exist_is_the_same_refusal(town: Town) -> None:
    assert town.greet.client.get(f"{PAGE}/AAAAAAAAAAAAAAAAAAAAAA/xml").status_code == 404


def test_what_was_only_asked_or_declined_is_owed_nothing(town: Town) -> None:
    an_application(town)
    assert queries.due() == []


def test_few_questions_however_much_is_owed(town: Town) -> None:
    granted(town)
    a_run(town)
    granted(town)
    few = asked(town.greet.client, PAGE)
    for _ in range(4):
        granted(town)
    assert asked(town.greet.client, PAGE) == few <= 10
