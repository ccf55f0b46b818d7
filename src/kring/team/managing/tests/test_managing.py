"""The administrator's pages: people come and go, functions begin and end, somebody is shut out; never a key."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from kring.team import queries
from kring.team.clock import today
from kring.team.enrolment.testing import ZOE, mails
from kring.team.models import Appointment, Function, Invitation
from kring.team.testing import PASSWORD, PEOPLE, Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Envelope, Grant, JournalEntry, Principal, SessionKey

pytestmark = pytest.mark.django_db


def does(town: Town, step: str, whom: Persona, by: str = "ann", **given: Any) -> Any:
    return town.people[by].client.post(f"/team/manage/{whom.principal}/{step}", given)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_shows_everybody_in_alphabetical_order(town: Town) -> None:
    page = text(town.ann.client.get("/team/manage"))
    assert page.index("Ann Verbeke") < page.index("Greet Aerts") < page.index("Marc Dillen")
    assert "wacht op een sleutel" not in page
    assert "zoe@kring.example" not in page
    town.ann.client.post("/team/manage/new", ZOE)
    assert "zoe@kring.example" in text(town.ann.client.get("/team/manage"))


@pytest.mark.parametrize("who", [name for name in PEOPLE if name != "ann"])
def test_nobody_else_gets_in(town: Town, who: str) -> None:
    browser = town.people[who].client
    for path in ("/team/manage", "/team/manage/new", f"/team/manage/{town.noor.principal}"):
        assert browser.get(path).status_code == 404
    assert browser.post("/team/manage/new", ZOE).status_code == 404
    assert does(town, "disable", town.noor, by=who).status_code == 404
    assert not Invitation.objects.exists()


def test_an_invitation_needs_a_name_an_address_and_a_sensible_period(town: Town) -> None:
    wrong = (
        {"name": ""},
        {"email": "zoe"},
        {"from_on": "2026-05-02", "until_on": "2026-05-01"},
        {"function": "mayor"},
    )
    for one in wrong:
        assert town.ann.client.post("/team/manage/new", ZOE | one).status_code == 200
    assert not Invitation.objects.exists()
    assert "is er al" in text(town.ann.client.post("/team/manage/new", ZOE | {"email": "noor@kring.example"}))


def test_sending_the_form_twice_invites_once(town: Town) -> None:
    for _ in range(2):
        assert town.ann.client.post("/team/manage/new", ZOE)["Location"] == "/team/manage?done=added"
    assert Invitation.objects.count() == len(mails()) == 1


def test_an_administrator_never_asks_a_circle_for_another_administrator(town: Town) -> None:
    answer = town.ann.client.post("/team/manage/new", ZOE | {"function": "administrator"})
    assert "geen sleutel" in text(answer)
    assert not Invitation.objects.exists()


def test_a_function_ends_and_another_begins(town: Town) -> None:
    [row] = Appointment.objects.filter(colleague=town.noor.colleague)
    yesterday = today() - timedelta(days=1)
    assert does(town, "end", town.noor, appointment=row.id, until_on=yesterday.isoformat()).status_code == 302
    assert does(town, "appoint", town.noor, function="coach", programme="identity_coaching").status_code == 302
    assert [one.function for one in queries.functions_of(town.noor.principal)] == [Function.COACH]
    assert [one.function for one in queries.functions_of(town.noor.principal, date(2021, 3, 1))] == ["street_worker"]


def test_an_appointment_of_somebody_else_cannot_be_ended_in_passing(town: Town) -> None:
    [row] = Appointment.objects.filter(colleague=town.joris.colleague)
    answer = does(town, "end", town.noor, appointment=row.id, until_on=today().isoformat())
    assert answer.status_code == 404


def test_who_is_shut_out_is_out_at_once_and_loses_nothing(town: Town) -> None:
    noor, held = town.noor.client, Grant.objects.filter(envelope__holder=town.noor.principal).count()
    assert noor.get("/team").status_code == 200
    assert does(town, "disable", town.noor).status_code == 302
    assert noor.get("/team")["Location"].startswith("/sign-in")
    assert not SessionKey.objects.filter(person=town.noor.principal).exists()
    signed = {"sign_in": "noor@kring.example", "password": PASSWORD}
    assert "Location" not in Client().post("/sign-in", signed)
    assert "buitengesloten" in text(town.ann.client.get("/team/manage"))
    assert does(town, "enable", town.noor).status_code == 302
    assert Client().post("/sign-in", signed)["Location"] == "/today"
    assert Grant.objects.filter(envelope__holder=town.noor.principal).count() == held


def test_what_changes_while_somebody_is_shut_out_does_not_reach_him(town: Town) -> None:
    """A circle goes on without whoever is shut out, and does not stumble over him."""
    does(town, "disable", town.tom)
    with acting("test.leave", by="system") as act:
        sharing.withdraw(act, bundle=town.groups["welfare"], parts=["key"], holder=town.lotte.principal)
    newest = Grant.objects.filter(lock__bundle=town.groups["welfare"], lock_version=2)
    holders = set(newest.values_list("envelope__holder", flat=True))
    assert town.noor.principal in holders
    assert not {town.tom.principal, town.lotte.principal} & holders


@pytest.mark.parametrize("step", ["appoint", "disable", "secrecy", "keys", "address", "back", "enable"])
def test_nobody_manages_himself(town: Town, step: str) -> None:
    given = {"function": "coach", "status": "secrecy", "wishes": ["welfare"], "email": "else@kring.example"}
    answer = town.ann.client.post(f"/team/manage/{town.ann.principal}/{step}", given)
    assert "niet voor jezelf" in text(answer)
    assert Principal.objects.get(id=town.ann.principal).state == Principal.State.ACTIVE


def test_one_administrator_always_stays(town: Town) -> None:
    """Two may shut each other out; who does it stays, and nobody does it to himself."""
    assert "geen sleutel" in text(does(town, "appoint", town.bart, function="administrator")), "he holds an office"
    assert does(town, "appoint", town.ines, function="administrator").status_code == 302
    ann = town.ann.client
    assert does(town, "disable", town.ann, by="ines").status_code == 302
    assert ann.post(f"/team/manage/{town.ines.principal}/disable")["Location"].startswith("/sign-in")
    assert "niet voor jezelf" in text(does(town, "disable", town.ines, by="ines"))


def test_another_address_is_told_to_the_old_one(town: Town) -> None:
    does(town, "address", town.noor, email="noor.claes@stad.example")
    assert [(mail.to, mail.template) for mail in mails()] == [("noor@kring.example", "address")]
    town.noor.colleague.refresh_from_db()
    assert town.noor.colleague.email == "noor.claes@stad.example"


def test_the_administrator_holds_nothing_after_all_of_this(town: Town) -> None:
    """Architecture, invariant 9."""
    town.ann.client.post("/team/manage/new", ZOE)
    for step in ("disable", "enable", "back"):
        does(town, step, town.noor)
    assert set(Envelope.objects.filter(holder=town.ann.principal).values_list("bundle", flat=True)) == {
        town.ann.principal
    }


def test_every_step_is_written_down_with_ids_alone(town: Town) -> None:
    before = JournalEntry.objects.count()
    does(town, "disable", town.noor)
    does(town, "address", town.joris, email="joris.p@stad.example")
    entries = [bytes(one.text or b"") for one in JournalEntry.objects.order_by("id")[before:]]
    assert any(b"team.disable" in one and town.noor.principal.encode() in one for one in entries)
    assert not any(b"stad.example" in one or b"Claes" in one for one in entries)


def test_nobody_is_left_waiting_in_a_town_that_is_whole(town: Town) -> None:
    assert queries.without_key() == set()
    assert queries.keyless(town.noor.principal) == []
