"""What waits for others on Today, and which keys are new: told to who waits, gone when answered, no word of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from kring.support.clarification import answers
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.testing import brought_to, opened_by
from kring.support.consultation import actions as consultations
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.testing import BOUND, Table, a_table
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked
from kring.support.desk.today.tests.test_today import at, meets, said
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.opening import opening
from kring.support.followup.direction import along
from kring.support.followup.models import Handover
from kring.support.intake.models import Referral
from kring.support.plan.content import Action
from kring.support.plan.testing import an_action
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded

UNTIL = ON + timedelta(days=121)
LATER = ON + timedelta(days=8)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def answered(table: Table, seat: str) -> None:
    """What a calendar or the link does when somebody says yes."""
    row = TableInvitation.objects.get(seat=seat)
    with acting("test.answer", by="") as act:
        act.change(row, said=TableInvitation.Said.COMES)


def let_along(town: Town, one: OpenedDossier, person: str, until: date | None = None) -> None:
    dossier = opening(town.noor.session, one.dossier.id, act="test").dossier
    along.let_along(town.noor.session, dossier, town.people[person].principal, until=until, once=new_id())


def test_a_table_waits_for_who_was_invited_and_did_not_answer(town: Town) -> None:
    table = a_table(town, label="Robin V.")
    lens, dirk = table.seat(), table.seat(**BOUND)
    assert "Cliëntoverleg op" not in said(town.noor.client), "nobody was invited yet"
    table.invite(lens)
    table.invite(dirk)
    page = said(town.noor.client)
    assert "Cliëntoverleg op 19 maart Robin V. · 2 van de 2 genodigden antwoordden nog niet" in page
    assert "Lens" not in page, "who exactly is said behind the key of the minutes"
    answered(table, lens.id)
    assert "1 van de 2 genodigden antwoordde nog niet" in said(town.noor.client)
    answered(table, dirk.id)
    assert "Cliëntoverleg op" not in said(town.noor.client)


def test_a_table_that_is_over_or_called_off_waits_for_nobody(town: Town, settings: Any) -> None:
    table = a_table(town, label="Robin V.")
    table.invite(table.seat())
    settings.KRING_TODAY = date(2031, 3, 20)
    assert "Cliëntoverleg op" not in said(town.noor.client)
    settings.KRING_TODAY = ON
    assert "Cliëntoverleg op" in said(town.noor.client)
    consultations.call_off(town.noor.session, table.opened(), once=new_id())
    assert "Cliëntoverleg op" not in said(town.noor.client)


def test_a_table_waits_with_holder_and_deputy_who_hold_its_minutes(town: Town) -> None:
    table = a_table(town, label="Robin V.")
    table.invite(table.seat())
    dossier = table.opened().opened.dossier
    along.let_along(town.noor.session, dossier, town.fatma.principal, until=None, once=new_id())
    told = {name: "Cliëntoverleg op" in said(town.people[name].client) for name in ("noor", "joris", "fatma", "samir")}
    assert told == {"noor": True, "joris": True, "fatma": False, "samir": False}


def test_a_decision_waits_for_the_referrer_and_then_for_the_colleague_who_was_asked(town: Town) -> None:
    referral = brought_to(town, Referral.Lane.WAITING, outcome=Referral.Outcome.ROLE)
    assert "De aanmelder moet nog bevestigen" in said(town.noor.client)
    yes = ReferrerAnswer(Answer.YES, way="word")
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), yes)
    assert "Een collega moet de rol nog opnemen" in said(town.noor.client)
    for other in (town.fatma, town.samir):
        assert "Een collega moet de rol" not in said(other.client)


def test_a_key_is_new_for_a_week_for_who_works_along(town: Town, settings: Any) -> None:
    one = a_dossier(town, label="Elias T.")
    assert "Elias" not in said(town.fatma.client)
    let_along(town, one, "fatma", UNTIL)
    assert "Nieuw: je kan Elias T. openen tot 30 juni" in said(town.fatma.client)
    assert "Nieuw: je kan" not in said(town.noor.client)
    settings.KRING_TODAY = LATER
    assert "Nieuw: je kan" not in said(town.fatma.client)


def test_a_key_that_was_taken_back_is_not_new(town: Town) -> None:
    one = a_dossier(town, label="Elias T.")
    let_along(town, one, "fatma")
    dossier = opening(town.noor.session, one.dossier.id, act="test").dossier
    [row] = along.of_dossier(dossier)
    along.end(town.noor.session, dossier, row.id)
    assert "Elias" not in said(town.fatma.client)


def test_what_was_handed_over_to_me_is_new_once_the_keys_moved(town: Town) -> None:
    one = a_dossier(town, label="Elias T.")
    form = {"receiver": town.fatma.principal, "matters": "Elke dinsdag.", "reason": "andere wijk", "told": "yes"}
    town.noor.client.post(f"/dossiers/{one.dossier.id}/handover", {**form, "once": "eens"})
    [offer] = Handover.objects.all()
    town.fatma.client.post(f"/handovers/{offer.id}", {"said": "yes"})
    assert "Nieuw: je kan" not in said(town.fatma.client)
    town.noor.client.post("/handovers/move")
    assert "Nieuw: je kan Elias T. openen" in said(town.fatma.client)


@pytest.mark.parametrize("changed", [{"receiver": "samir"}, {"state": "accepted"}])
def test_a_handover_that_somebody_changed_in_the_database_tells_nothing(town: Town, changed: dict[str, str]) -> None:
    """It would name a dossier to who may not know of it, or say that its keys can move."""
    one = a_dossier(town, label="Elias T.")
    form = {"receiver": town.fatma.principal, "matters": "Elke dinsdag.", "reason": "andere wijk", "told": "yes"}
    town.noor.client.post(f"/dossiers/{one.dossier.id}/handover", {**form, "once": "eens"})
    assert one.dossier.number in said(town.fatma.client)
    people = {name: town.people[value].principal for name, value in changed.items() if name == "receiver"}
    unguarded(Handover).update(**{**changed, **people})
    for who in (town.samir, town.noor):
        assert one.dossier.number not in who.client.get("/today").content.decode()


@pytest.mark.parametrize("rows", [1, 6])
def test_everything_at_once_asks_few_queries_whatever_the_rows(town: Town, rows: int) -> None:
    """Hours, plans, tables, offers, keys, letters and referrals together: the page at its fullest."""
    me = town.noor.principal
    for number in range(rows):
        table = a_table(town, label=f"Kim {number}", rhythm_days=7, next_step="Bellen", next_step_on=ON)
        table.invite(table.seat())
        opened = table.opened().opened
        for what in ("Attest bezorgen", "Formulier afgeven"):
            an_action(town.noor, opened.dossier, Action(what, person=me, due_on=ON))
        other = a_dossier(town, label=f"Lut {number}", holder=town.joris, deputy=town.fatma)
        along.let_along(town.joris.session, other.dossier, me, until=None, once=new_id())
        meets(town.noor, other, at(8) + timedelta(minutes=number))
        form = {"receiver": town.fatma.principal, "matters": "Elke dinsdag.", "reason": "andere wijk", "told": "yes"}
        town.noor.client.post(f"/dossiers/{opened.dossier.id}/handover", {**form, "once": "eens"})
        brought_to(town, Referral.Lane.WAITING)
    browser = town.noor.client
    asked(browser, "/today")  # the first time every key is kept under the ring
    _, text, queries = asked(browser, "/today")
    assert text.count("Cliëntoverleg op") == text.count("Nieuw: je kan") == text.count("<time") == rows
    assert text.count("tickbox") == 3 * rows
    assert queries <= MOST_QUERIES
