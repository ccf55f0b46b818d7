"""The same form once more with other words (a page gone back to): nothing that was typed is dropped unsaid."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.support.clarification.testing import posted_token
from kring.support.closing import actions as endings
from kring.support.consultation import guests
from kring.support.consultation.content import TableAnswer
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.testing import a_table
from kring.support.contacts.appointments import actions as appointments
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.models import ClientAppointment
from kring.support.dossier.actions import close_dossier
from kring.support.dossier.opening import opening
from kring.support.followup.away import actions as away
from kring.support.followup.back import actions as back
from kring.support.followup.content import WhereToGo
from kring.support.followup.models import Absence, EveningOut
from kring.support.plan import actions as plans
from kring.support.plan import client_link, sheet_shown
from kring.support.plan.client_link import open_client
from kring.support.plan.content import Place
from kring.support.plan.testing import a_row, plan_of
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

WORD = "piano kayak"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def test_an_appointment_about_something_else_is_another(town: Town) -> None:
    dossier, at = a_dossier(town).dossier.id, timezone.now() + timedelta(hours=3)
    opened = opening(town.noor.session, dossier, act="test.meet", parts=["journal"])
    for about in ("het attest", "het attest", "toch de huur"):
        meeting = Meeting(at, "home", town.noor.principal, about=about)
        appointments.make(opened, meeting, person=town.noor.principal, once="form")
        opened = opening(town.noor.session, dossier, act="test.meet", parts=["journal"])
    assert ClientAppointment.objects.count() == 2


def test_who_goes_elsewhere_than_was_said_first_is_watched_there_too(town: Town) -> None:
    due = timezone.now() + timedelta(hours=2)
    for where in ("Kade 7", "Kade 7", "Kade 9"):
        back.go(town.noor.session, town.samir.principal, WhereToGo(where), due, once="form")
    assert EveningOut.objects.count() == 2


def test_what_a_client_adds_is_kept_beside_what_was_said_first(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    shown = sheet_shown.of(plan_of(town.noor, robin), {}, "Robin V.", ON, Place.LINK)
    client_link.send_link(plan_of(town.noor, robin), shown, to="robin@post.example", word=WORD, once=new_id())
    opened = open_client(posted_token(), WORD)
    for words in ("Ik kom.", "Ik kom.", "Toch niet."):
        client_link.say(opened, words, once="form")
    text = town.noor.client.get(f"/dossiers/{robin.id}/plan").content.decode()
    assert text.count("Ik kom.") == 1
    assert "Toch niet." in text


def test_a_guest_who_thinks_again_is_heard_again(town: Town) -> None:
    table = a_table(town)
    lens = table.seat()
    token = table.invite(lens).rpartition("/")[2]

    def answer(comes: str) -> None:
        guests.answer_by_link(guests.open_seat(token, code_of(lens.id)), TableAnswer(comes, ""), once="form")

    answer("yes")
    with pytest.raises(Conflict):
        answer("yes")
    answer("no")
    assert [one.comes for one in guests.answers(table.opened())[lens.id]] == ["yes", "no"]


def test_other_days_away_are_written_down_too(town: Town) -> None:
    for until in (ON, ON, ON + timedelta(days=4)):
        away.plan(town.noor.session, ON, until, once="form")
    assert sorted(Absence.objects.values_list("until_on", flat=True)) == [ON, ON + timedelta(days=4)]


def test_a_plan_that_is_agreed_in_other_words_is_another_version(town: Town) -> None:
    dossier = a_dossier(town).dossier
    a_row(town.noor, dossier)
    for words in ("Goed zo.", "Goed zo.", "Goed, maar niet op woensdag."):
        plans.agree(plan_of(town.noor, dossier), on=ON, how="aan tafel", words=words, once="form")
    assert [one.words for one in plan_of(town.noor, dossier).agreements] == ["Goed zo.", "Goed, maar niet op woensdag."]


def test_a_link_that_is_sent_to_another_address_goes_there(town: Town) -> None:
    dossier = a_dossier(town).dossier
    a_row(town.noor, dossier)
    for to in ("rob@post.example", "rob@post.example", "robin@post.example"):
        plan = plan_of(town.noor, dossier)
        shown = sheet_shown.of(plan, {}, "Robin V.", ON, Place.LINK)
        client_link.send_link(plan, shown, to=to, word=WORD, once="form")
    assert [mail.to for mail in outbox.waiting()] == ["rob@post.example", "robin@post.example"]


def test_another_reason_to_take_a_role_up_again_is_told_that_it_is_taken_up(town: Town) -> None:
    made = a_dossier(town)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, made.keys, made.dossier, ON)

    def reopen(why: str) -> None:
        opened = endings.enter(town.noor.session, made.dossier.id, act="test.reopen")
        endings.reopen(town.noor.session, opened, why=why, once="form")

    reopen("Hij belde.")
    reopen("Hij belde.")
    with pytest.raises(Conflict):
        reopen("Zijn moeder belde.")
