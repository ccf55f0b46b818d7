"""Today: the bands of a morning, the same numbers as elsewhere, few queries, nothing for who has no key."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.clarification import answers, decision
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role
from kring.support.clarification.testing import brought_to, opened_by
from kring.support.contacts.appointments import actions as appointments
from kring.support.contacts.appointments.content import Meeting
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked, last_entry
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.content import Identity, Mode
from kring.support.dossier.models import Task
from kring.support.dossier.opening import opening
from kring.support.followup.models import Handover
from kring.support.intake.models import Referral
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault.acts import acting


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def at(hour: int, day: date = ON) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def meets(who: Persona, one: OpenedDossier, when: datetime, **words: Any) -> str:
    opened = opening(who.session, one.dossier.id, act="test", parts=["journal"])
    meeting = Meeting(when, "home", who.principal, **words)
    return appointments.make(opened, meeting, person=who.principal, once=str(when))


def said(browser: Client, path: str = "/today") -> str:
    return " ".join(strip_tags(asked(browser, path)[1].replace("<", " <")).split())


def test_a_caseworker_lands_on_today(town: Town) -> None:
    browser = Client()
    answer = browser.post("/sign-in", {"sign_in": "noor@kring.example", "password": town.noor.password})
    assert answer["Location"] == "/today"
    assert "Dag Noor" in said(town.noor.client)


def test_the_bands_of_a_morning(town: Town) -> None:
    quiet: dict[str, Any] = {"rhythm_days": 14, "last_contact_on": ON - timedelta(days=31), "attempts_since": 6}
    a_dossier(town, label="Elias T.", **quiet)
    a_dossier(town, label="Milan S.", last_contact_on=ON - timedelta(days=300))
    a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    a_dossier(town, label="Robin V.", next_step="Attest bezorgen", next_step_on=ON - timedelta(days=1))
    a_dossier(town, label="Jade P.", next_step="Later eens", next_step_on=ON + timedelta(days=1))
    mila = a_dossier(town, label="Mila K.")
    meets(town.noor, mila, at(18), along="mama is er ook bij")
    text = said(town.noor.client)
    assert "1 vandaag · 1 eerder verwacht" in text
    assert "Attest bezorgen · Robin V. gisteren verwacht" in text
    assert "Later eens" not in text
    assert "31 dagen Elias T. 6 keer geprobeerd ritme: elke 2 weken" in text
    assert "Milan S." not in text, "where no rhythm was agreed nobody grows quiet"
    assert "18.00 Mila K. huisbezoek · mama is er ook bij" in text


def test_quiet_is_the_same_number_as_on_my_dossiers(town: Town) -> None:
    for days in (8, 9, 30):
        a_dossier(town, label=f"Kim {days}", rhythm_days=7, last_contact_on=ON - timedelta(days=days))
    a_dossier(town, label="Lut", holder=town.joris, deputy=town.noor, rhythm_days=7, last_contact_on=ON - timedelta(20))
    a_dossier(town, label="Sam", rhythm_days=7, last_contact_on=ON - timedelta(days=7))
    today, mine = asked(town.noor.client, "/today")[1], said(town.noor.client, "/dossiers")
    assert today.count('class="quiet-n"') == 4
    assert "langer dan het afgesproken ritme · 4" in mine


def test_a_case_where_one_works_along_gives_no_step_to_do(town: Town) -> None:
    a_dossier(town, label="Lut", next_step="Attest bezorgen", next_step_on=ON)
    assert "Attest bezorgen" in said(town.noor.client)
    assert "Attest bezorgen" not in said(town.joris.client)


def test_what_a_dossier_reminds_of_shows_a_week_ahead(town: Town) -> None:
    near, far = a_dossier(town, label="Elias T."), a_dossier(town, label="Jade P.")
    with acting("test.tasks", by=town.noor.principal) as act:
        for one, days in ((near, 7), (far, 8)):
            act.add(
                Task(
                    dossier=one.dossier,
                    kind=Task.Kind.TELL_AT_FIRST_TALK,
                    person=town.noor.principal,
                    due_on=ON + timedelta(days=days),
                )
            )
    text = said(town.noor.client)
    assert "Vertel het in je eerste gesprek · Elias T." in text
    assert "Jade P." not in text


def test_a_referral_that_has_to_be_asked_after_leads_to_where_it_is_answered(town: Town) -> None:
    one, me = a_dossier(town, label="Elias T."), town.noor.principal
    with acting("test.tasks", by=me) as act:
        act.add(Task(dossier=one.dossier, kind=Task.Kind.LINKAGE_RUNS, person=me, due_on=ON))
    _, text, _ = asked(town.noor.client, "/today")
    assert f'href="/dossiers/{one.dossier.id}/linkages">Elias T.' in text


def test_whoever_is_looked_up_on_today_stands_in_the_form_that_notes_it(town: Town) -> None:
    """The hour and the day are filled in as well; a name that is nobody's finds nobody."""
    kim, _ = (a_dossier(town, label=label).dossier.id for label in ("Kim", "Robin V."))
    browser = town.noor.client
    assert 'action="/log"' in asked(browser, "/today")[1]
    form = browser.post("/log", {"words": "ki", "look": "1"}).content.decode()
    assert re.findall(r'name="who" value="([\w-]{22})" checked', form) == [kim]
    assert f'value="{ON}"' in form
    nobody = browser.post("/log", {"words": "Esmeralda", "look": "1"}).content.decode()
    assert "checked" not in "".join(re.findall(r'name="who"[^>]*>', nobody))


def test_talks_and_waiting_referrers_stand_beside(town: Town) -> None:
    brought_to(town, Referral.Lane.WAITING)
    assert "De aanmelder moet nog bevestigen" in said(town.noor.client)


def test_a_role_is_asked_until_it_is_taken(town: Town) -> None:
    referral = brought_to(town, Referral.Lane.WAITING, outcome=Referral.Outcome.ROLE)
    ask = "Jou is gevraagd een rol op te nemen"
    assert ask not in said(town.fatma.client), "the referrer did not say yes yet"
    yes = ReferrerAnswer(Answer.YES, way="word")
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), yes)
    assert ask in said(town.fatma.client)
    assert "De aanmelder moet nog bevestigen" not in said(town.noor.client)
    role = Role(town.groups["welfare"], "street_work", town.joris.principal, Mode.HANDS_ON, "Robin", Identity("Robin"))
    decision.take_role(town.fatma.session, opened_by(town.fatma, referral), role)
    assert ask not in said(town.fatma.client), "it would lead to a referral that is gone"


def test_an_hour_that_is_over_leads_to_its_note(town: Town) -> None:
    mila, kim = a_dossier(town, label="Mila K."), a_dossier(town, label="Kim", last_contact_on=ON)
    one = meets(town.noor, mila, at(0), place="Bakkerij Zonnestraal")
    meets(town.noor, kim, at(0) + timedelta(minutes=1))
    text = asked(town.noor.client, "/today")[1]
    assert text.count("Nog te noteren") == 1, "what was noted today is over"
    form = town.noor.client.get(f"/log/{mila.dossier.id}?appointment={one}").content.decode()
    assert "Bakkerij Zonnestraal" in form
    assert "Zonnestraal" not in town.noor.client.get(f"/log/{kim.dossier.id}?appointment={one}").content.decode()


def test_the_week_is_one_list_of_days(town: Town) -> None:
    mila = a_dossier(town, label="Mila K.")
    meets(town.noor, mila, at(9, ON + timedelta(days=2)), place="op kantoor")
    meets(town.noor, mila, at(9, ON + timedelta(days=9)), place="volgende week")
    text = said(town.noor.client, "/today/week")
    assert "woensdag 3 maart 9.00 Mila K." in text
    assert "volgende week" not in text
    assert "volgende week" in said(town.noor.client, f"/today/week?from={ON + timedelta(days=7)}")
    assert "Week 9" in said(town.noor.client, "/today/week?from=ooit"), "no day: this week"


def test_a_handover_waits_with_both_until_the_keys_moved(town: Town) -> None:
    one = a_dossier(town, label="Elias T.")
    number = one.dossier.number
    form = {"receiver": town.fatma.principal, "matters": "Elke dinsdag.", "reason": "andere wijk", "told": "yes"}
    town.noor.client.post(f"/dossiers/{one.dossier.id}/handover", {**form, "once": "eens"})
    assert f"Een collega moet nog antwoorden op je overdracht {number}" in said(town.noor.client)
    assert f"Een collega biedt je een dossier aan {number}" in said(town.fatma.client)
    assert "Elias" not in said(town.fatma.client)
    [offer] = Handover.objects.all()
    town.fatma.client.post(f"/handovers/{offer.id}", {"said": "yes"})
    assert "De sleutels van een overdracht kunnen wisselen" in said(town.noor.client)
    town.noor.client.post("/handovers/move")
    for who in (town.noor, town.fatma):
        assert "overdracht" not in said(who.client).replace("Overdracht", "").casefold().partition("voor elkaar")[0]


@pytest.mark.parametrize("rows", [1, 12])
def test_the_number_of_queries_does_not_follow_the_rows(town: Town, rows: int) -> None:
    for number in range(rows):
        one = a_dossier(town, label=f"Kim {number}", rhythm_days=7, next_step="Bellen", next_step_on=ON)
        meets(town.noor, one, at(8) + timedelta(minutes=number))
    browser = town.noor.client
    asked(browser, "/today")  # the first time every key is kept under the ring
    _, text, queries = asked(browser, "/today")
    assert text.count("<time") == rows
    assert queries <= MOST_QUERIES


def test_one_entry_in_the_journal_and_no_name_in_the_title(town: Town) -> None:
    one = a_dossier(town, label="Elias T.")
    browser = town.noor.client
    asked(browser, "/today")
    _, text, _ = asked(browser, "/today")
    assert "<title>Vandaag" in text
    assert one.dossier.id in last_entry(), "the pulse was sealed by the first look"
    assert '"listed"' in last_entry()


@pytest.mark.parametrize("who", ["fatma", "samir", "nele", "greet", "bart", "hilde", "saar", "ann", "marc"])
def test_nothing_of_a_dossier_without_a_key(town: Town, who: str) -> None:
    one = a_dossier(town, label="Esmeralda Q.", rhythm_days=1, next_step="Naar de huisarts", next_step_on=ON)
    meets(town.noor, one, at(9), place="Bakkerij Zonnestraal")
    for path in ("/today", "/today/week"):
        text = asked(town.people[who].client, path)[1]
        assert not {word for word in ("Esmeralda", "huisarts", "Zonnestraal") if word in text}
