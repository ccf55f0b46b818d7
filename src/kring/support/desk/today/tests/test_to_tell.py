"""GDP-06: who was written down on the word of somebody else is told at the first contact, or the first disclosure.

At the latest after a month, and not on the day of a contact when a colleague said that it waits.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.consultation.testing import BOUND, Table, a_table
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked
from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Task
from kring.support.dossier.telling import actions as telling
from kring.support.dossier.telling import rules
from kring.support.dossier.telling.content import Telling, Waits
from kring.support.plan.testing import a_question, an_action
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

NOW = ON + timedelta(days=9)
IN_A_MONTH, LATER = date(2021, 4, 1), date(2021, 3, 30)
TELL = "Vertel het in je eerste gesprek · Robin V."
ROBIN = Identity("Robin Vermeulen")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = NOW


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor since 1 March, with Joris as deputy; the school told who he is."""
    return a_dossier(town, label="Robin V.", identity=ROBIN)


def met(who: Persona, one: OpenedDossier, on: date, **how: Any) -> None:
    """A contact with the client as that day began: it lies behind whoever runs this, at any hour."""
    at = timezone.make_aware(datetime.combine(on, time()))
    given: dict[str, Any] = {"kind": "visit", "at": at, "noted_at": at, "by": who.principal}
    log_contact(who.session, [one.dossier.id], Contact(**given | how), once=new_id())


def said(who: Persona, path: str = "/today") -> str:
    return " ".join(strip_tags(who.client.get(path).content.decode().replace("<", " <")).split())


def task(dossier: str) -> Task:
    return Task.objects.get(dossier=dossier).verified()


@pytest.mark.parametrize(
    ("contact_from", "last_contact_on", "due"),
    [
        (ON, None, IN_A_MONTH),
        (ON, ON - timedelta(days=1), IN_A_MONTH),
        (ON, ON, ON),
        (ON, NOW, NOW),
        (ON, IN_A_MONTH + timedelta(days=5), IN_A_MONTH),
        (None, NOW, IN_A_MONTH),
    ],
)
def test_gdp_06_the_rule(contact_from: date | None, last_contact_on: date | None, due: date) -> None:
    assert rules.due(IN_A_MONTH, contact_from, last_contact_on) == due


def test_gdp_06_a_contact_makes_it_due_on_every_page(town: Town, robin: OpenedDossier) -> None:
    pages = [f"/dossiers/{robin.dossier.id}", f"/dossiers/{robin.dossier.id}/telling"]
    assert TELL not in said(town.noor)
    for page in pages:
        assert "Ten laatste op 1 april 2021." in said(town.noor, page)
    met(town.joris, robin, NOW)
    assert f"{TELL} vandaag" in said(town.noor)
    for page in pages:
        assert "Er was contact op 10 maart 2021. Vertel het nu." in said(town.noor, page)
    assert task(robin.dossier.id).due_on == IN_A_MONTH, "noting a contact writes nothing of it"


@pytest.mark.parametrize("how", [{"made": False}, {"kind": "context"}])
def test_gdp_06_what_did_not_reach_the_client_makes_nothing_due(
    town: Town, robin: OpenedDossier, how: dict[str, Any]
) -> None:
    met(town.noor, robin, NOW, **how)
    assert TELL not in said(town.noor)


def test_gdp_06_a_contact_of_before_it_was_written_down_makes_nothing_due(town: Town, settings: Any) -> None:
    robin = a_dossier(town, label="Robin V.", last_contact_on=ON)
    given = {"label": "Robin V.", "initial-label": "Robin V.", "name": "Robin Vermeulen", "seen": "0", "once": "a"}
    assert town.noor.client.post(f"/dossiers/{robin.dossier.id}/who", given).status_code == 302
    assert task(robin.dossier.id).contact_from == NOW
    settings.KRING_TODAY = NOW + timedelta(days=2)
    assert TELL not in said(town.noor)
    met(town.noor, robin, NOW + timedelta(days=1))
    assert f"{TELL} gisteren verwacht" in said(town.noor)


def test_gdp_06_what_waits_is_not_made_due_by_a_contact(town: Town, robin: OpenedDossier, settings: Any) -> None:
    opened = telling.enter(town.noor.session, robin.dossier.id, act="test")
    waits = Telling(NOW, town.noor.principal, waits=Waits.NOT_SAFE, again_on=LATER)
    telling.write(opened, waits, seen=0, once=new_id())
    met(town.noor, robin, NOW)
    assert TELL not in said(town.noor)
    assert "Ten laatste op 30 maart 2021." in said(town.noor, f"/dossiers/{robin.dossier.id}/telling")
    with acting("test.tell", by=town.noor.principal) as act:
        telling.disclosed(act, robin.dossier.id, NOW)
    assert task(robin.dossier.id).due_on == LATER
    settings.KRING_TODAY = LATER
    assert f"{TELL} vandaag" in said(town.noor)


def test_gdp_06_it_shows_beside_what_the_dossier_reminds_of_by_its_day(town: Town, robin: OpenedDossier) -> None:
    with acting("test.tasks", by=town.noor.principal) as act:
        asks = Task.Kind.LINKAGE_RUNS
        act.add(Task(dossier=robin.dossier, kind=asks, person=town.noor.principal, due_on=ON))
    met(town.noor, robin, NOW)
    text = said(town.noor)
    assert TELL in text
    assert str(asks.label) in text


@pytest.mark.parametrize("silent", [False, True])
def test_gdp_06_after_a_closing_it_is_still_told_unless_nothing_goes_out(
    town: Town, robin: OpenedDossier, silent: bool
) -> None:
    met(town.noor, robin, NOW)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, NOW, silent=silent)
    assert (TELL in said(town.noor)) is not silent


def test_gdp_06_lines_for_a_guest_make_it_due_that_day(town: Town) -> None:
    table: Table = a_table(town, identity=ROBIN)
    assert task(table.dossier).due_on == IN_A_MONTH
    table.give(table.seat(**BOUND))
    assert task(table.dossier).due_on == NOW
    assert f"{TELL} vandaag" in said(town.noor)


def test_gdp_06_a_question_to_who_does_an_action_makes_it_due_that_day(town: Town, robin: OpenedDossier) -> None:
    a_question(town.noor, robin.dossier, an_action(town.noor, robin.dossier), "piano kayak")
    assert task(robin.dossier.id).due_on == NOW


def test_gdp_06_a_letter_to_a_service_makes_it_due_and_one_to_the_client_does_not(
    town: Town, robin: OpenedDossier
) -> None:
    given = {"language": "nl", "name": "Robin", "pdf": "1"}
    town.noor.client.post(f"/dossiers/{robin.dossier.id}/letters/leaflet", given)
    assert task(robin.dossier.id).due_on == IN_A_MONTH
    town.noor.client.post(f"/dossiers/{robin.dossier.id}/letters/referral", {"language": "nl", "name": "Robin"})
    assert task(robin.dossier.id).due_on == IN_A_MONTH, "looked at is not handed over"
    answer = town.noor.client.post(f"/dossiers/{robin.dossier.id}/letters/referral", given)
    assert answer.content.startswith(b"%PDF")
    assert task(robin.dossier.id).due_on == NOW


def test_gdp_06_what_was_told_is_not_brought_forward(town: Town, robin: OpenedDossier) -> None:
    with acting("test.told", by=town.noor.principal) as act:
        act.change(task(robin.dossier.id), done_on=ON)
        telling.disclosed(act, robin.dossier.id, NOW)
    assert task(robin.dossier.id).due_on == IN_A_MONTH


def test_gdp_06_only_who_is_reminded_sees_it(town: Town, robin: OpenedDossier) -> None:
    met(town.joris, robin, NOW)
    assert TELL in said(town.noor)
    for other in (town.joris, town.fatma, town.greet, town.ann):
        assert TELL not in said(other)


def test_gdp_06_today_asks_no_more_however_many_are_to_tell(town: Town, robin: OpenedDossier) -> None:
    counts = []
    for _more in range(2):
        met(town.noor, robin, NOW)
        asked(town.noor.client, "/today")
        counts.append(asked(town.noor.client, "/today")[2])
        for number in range(3):
            met(town.noor, a_dossier(town, label=f"Kim {number}", identity=ROBIN), NOW)
    assert counts[0] == counts[1] <= MOST_QUERIES
