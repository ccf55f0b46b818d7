"""How the team stands: counted once by the holder's own Today, sealed for the head of service, read by nobody else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.clarification.testing import Outcome, brought_to
from kring.support.desk.pulse import sealing
from kring.support.desk.pulse.content import Pulse
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked
from kring.support.dossier.content import Phase, Step
from kring.support.intake.models import Referral
from kring.support.testing import ON, a_dossier
from kring.team import queries as team
from kring.team.testing import Persona, Town
from kring.vault import letterbox
from kring.vault.acts import acting
from kring.vault.models import Letter
from kring.vault.refusals import Conflict
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def stand(town: Town) -> str:
    return " ".join(strip_tags(asked(town.greet.client, "/stand")[1].replace("<", " <")).split())


def pulses() -> list[Letter]:
    return list(Letter.objects.filter(kind=sealing.PULSE).order_by("dropped_at"))


def old(letter: Letter) -> None:
    """As it would have been sealed three hours ago."""
    with acting("test.old", by=letter.author) as act:
        act.change(letter, dropped_at=timezone.now() - timedelta(hours=3))


def test_the_numbers_are_those_of_today_and_each_dossier_counts_once(town: Town) -> None:
    a_dossier(town, label="Elias T.", rhythm_days=14, last_contact_on=ON - timedelta(days=31))
    a_dossier(town, label="Milan S.")
    waits = (Step(Phase.NETWORK, ON - timedelta(days=30)),)
    a_dossier(town, label="Anouk D.", holder=town.joris, deputy=town.noor, phase=Phase.CONSULTATION, steps=waits)
    planned = (*waits, Step(Phase.PLAN, ON - timedelta(days=2)))
    a_dossier(town, label="Yara B.", holder=town.joris, deputy=town.noor, phase=Phase.FOLLOWUP, steps=planned)
    for who in (town.noor, town.joris):
        asked(who.client, "/today")
    said = stand(town)
    assert "Er lopen 4 dossiers. 1 werd stil, 1 wacht op een cliëntoverleg." in said
    assert re.search(r"Joris Peeters straathoekwerker 2", said, re.IGNORECASE)
    assert re.search(r"Noor Claes straathoekwerker 2", said, re.IGNORECASE)
    assert re.search(r"Cliëntoverleg 1 .*Opvolging 1", said)
    assert "1 plannen zonder actie" in said


def test_referrals_and_talks_stand_beside_the_dossiers(town: Town) -> None:
    brought_to(town, "new")
    asked(town.noor.client, "/today")
    asked(town.joris.client, "/today")
    assert re.search(r"Ernaast, geen dossier: \d aanmelding", stand(town))


def test_talks_that_were_enough_are_a_total_of_the_team_and_no_dossier(town: Town) -> None:
    for outcome in (Outcome.TALK_ENOUGH, Outcome.TALK_ENOUGH, Outcome.BETTER_PLACED):
        brought_to(town, "decided", outcome=outcome)
    with override_settings(KRING_TODAY=date(ON.year - 1, 12, 31)):
        brought_to(town, "decided")
    brought_to(town, "deciding")
    asked(town.noor.client, "/today")
    said = stand(town)
    assert "2 keer volstond het gesprek van de 3 aanmeldingen waarover dit jaar beslist is" in said
    assert "Er lopen 0 dossiers." in said


def test_a_referral_that_was_changed_outside_kring_counts_as_none(town: Town) -> None:
    brought_to(town, "decided")
    asked(town.noor.client, "/today")
    unguarded(Referral).update(outcome=Outcome.NO_ROLE)
    assert "0 keer volstond het gesprek van de 0 aanmeldingen" in stand(town)


def test_who_did_not_look_at_today_is_not_said_to_carry_nothing(town: Town) -> None:
    assert "Er is nog niets geteld" in stand(town)
    asked(town.noor.client, "/today")
    said = stand(town)
    assert re.search(r"Noor Claes straathoekwerker 0", said, re.IGNORECASE)
    assert re.search(r"Joris Peeters straathoekwerker nog niet", said, re.IGNORECASE)


def test_no_label_no_number_and_no_way_to_a_dossier(town: Town) -> None:
    one = a_dossier(town, label="Esmeralda Q.", rhythm_days=1, last_contact_on=ON - timedelta(days=90))
    asked(town.noor.client, "/today")
    _, text, queries = asked(town.greet.client, "/stand")
    assert all(shut not in text for shut in ("Esmeralda", one.dossier.id, one.dossier.number, "/dossiers/"))
    assert queries <= MOST_QUERIES


@pytest.mark.parametrize("who", ["noor", "joris", "bart", "hilde", "saar", "ann", "marc"])
def test_everybody_else_hears_what_is_said_of_a_page_that_is_not_there(town: Town, who: str) -> None:
    asked(town.noor.client, "/today")
    browser = town.people[who].client
    said = [" ".join(strip_tags(asked(browser, path)[1]).split()) for path in ("/stand", "/stand-nowhere")]
    assert browser.get("/stand").status_code == 404
    assert said[0] == said[1]


def test_it_is_sealed_once_in_two_hours_in_the_place_of_the_one_before(town: Town) -> None:
    for _ in range(2):
        asked(town.noor.client, "/today")
    [first] = pulses()
    a_dossier(town, label="Elias T.")
    asked(town.noor.client, "/today")
    assert pulses()[0].blob == first.blob
    old(first)
    asked(town.noor.client, "/today")
    [second] = pulses()
    assert second.id == first.id
    assert bytes(second.blob) != bytes(first.blob)
    assert "Er loopt 1 dossier." in stand(town)
    assert sweep() == []


def test_two_windows_at_once_leave_today_as_it_is(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(town.noor.client, "/today")
    old(pulses()[0])

    def too_late(*_: Any, **__: Any) -> None:
        raise Conflict

    monkeypatch.setattr(letterbox, "drop_anew", too_late)
    assert asked(town.noor.client, "/today")[0] == 200
    assert len(pulses()) == 1


def test_the_head_of_service_begins_there(town: Town) -> None:
    answer = town.greet.client.get("/")
    assert answer["Location"] == "/stand"


def changed(letter: Letter, column: str, value: Any) -> None:
    """By somebody who holds the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE vault_letter SET {column} = %s WHERE id = %s", [value, letter.id])


def of(who: Persona) -> Letter:
    return next(one for one in pulses() if one.author == who.principal)


@pytest.mark.parametrize(
    ("column", "value"), [("blob", b""), ("mac", b"x" * 33), ("author", "noor"), ("about", "noor")]
)
def test_one_letter_that_does_not_open_hides_no_other(town: Town, column: str, value: Any) -> None:
    a_dossier(town, label="Milan S.")
    for who in (town.noor, town.joris):
        asked(who.client, "/today")
    changed(of(town.joris), column, town.people[value].principal if value == "noor" else value)
    said = stand(town)
    assert "Er loopt 1 dossier." in said
    assert re.search(r"Noor Claes straathoekwerker 1", said, re.IGNORECASE)
    told = "gaat niet open" if column in ("blob", "mac") else "nog niet"
    assert re.search(rf"Joris Peeters straathoekwerker {told}", said, re.IGNORECASE)


def test_what_was_changed_is_sealed_anew_by_the_next_look_at_today(town: Town) -> None:
    for column, value in (("mac", b"x" * 33), ("dropped_at", timezone.now() + timedelta(days=365))):
        asked(town.joris.client, "/today")
        for one in pulses():
            old(one)
        changed(of(town.joris), column, value)
        assert re.search(r"Joris Peeters straathoekwerker gaat niet open", stand(town), re.IGNORECASE)
        assert asked(town.joris.client, "/today")[0] == 200
        assert re.search(r"Joris Peeters straathoekwerker 0", stand(town), re.IGNORECASE)
        with acting("test.away", by="system") as act:
            act.remove(pulses())


def test_nobody_counts_for_a_colleague(town: Town) -> None:
    asked(town.noor.client, "/today")
    owner, joris = team.office(sealing.OFFICE).principal, town.joris.principal
    with acting("test.forge", by=joris) as act:
        forged = Pulse({"intake": 40}, 9, 9, 9, 9, 9)
        letterbox.drop(act, forged, owner=owner, kind=sealing.PULSE, about=town.noor.principal, author=joris)
    assert "Er lopen 0 dossiers. 0 werden stil" in stand(town)
