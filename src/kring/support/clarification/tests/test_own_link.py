"""The referrer's own link moves the talk or withdraws, with the code; scanners change nothing, guesses are alike."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.support.clarification import actions, own
from kring.support.clarification.testing import SCHOOL, WORRY, brought_to, opened_by
from kring.support.intake.actions import Receipt, Received, open_referral, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.codes import own_token
from kring.support.intake.models import Referral, ReferralRecord, TalkMoment
from kring.support.intake.moments import queries
from kring.support.intake.moments.actions import publish
from kring.support.intake.moments.show import value
from kring.support.intake.status import guesses
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
BEGIN = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=4)
HOURS = [BEGIN, BEGIN + timedelta(hours=1)]


def referred(moment: datetime | None = None) -> Received:
    mail = Receipt(SCHOOL.email, "nl", Receipt.OWN_LINK)
    return receive_referral(WORRY, submission=new_id(), channel=Channel.FORM, moment=moment, receipt=mail)


def path(received: Received) -> str:
    return f"/aanmelden/mijn/{received.own_token}"


def sent(received: Received, **fields: object) -> Any:
    client = Client(headers={"accept-language": "nl"})
    return client.post(path(received), {"code": received.code, "once": new_id(), **fields})


def asked_for(town: Town) -> Received:
    publish(town.noor.session, HOURS, where="De Linde")
    return referred(HOURS[0])


def test_the_link_goes_to_the_mail_address_without_the_code(town: Town) -> None:
    received = referred()
    [mail] = outbox.waiting()
    assert (mail.to, mail.template, mail.words) == (SCHOOL.email, "referred", {"token": received.own_token})


def test_nobody_is_flooded_by_a_form_that_anybody_can_fill_in(town: Town) -> None:
    for _ in range(5):
        referred()
    assert len(list(outbox.waiting())) == 3


def test_a_scanner_of_mail_changes_nothing_and_learns_nothing(town: Town) -> None:
    received = asked_for(town)
    before = [bytes(row.mac) for row in (*Referral.objects.all(), *TalkMoment.objects.order_by("id"))]
    for method in ("get", "head", "options"):
        getattr(Client(), method)(path(received))
        getattr(Client(), method)(f"/aanmelden/mijn/{new_id()}")
    real, guessed = (Client().get(where).content for where in (path(received), f"/aanmelden/mijn/{new_id()}"))
    assert b"code" in real
    assert real.count(b"<input") == guessed.count(b"<input")
    assert [bytes(row.mac) for row in (*Referral.objects.all(), *TalkMoment.objects.order_by("id"))] == before


def test_moved_to_another_hour_the_first_is_free_again(town: Town) -> None:
    received = asked_for(town)
    answer = sent(received, step="move", moment=value(HOURS[1]))
    assert "Het is gebeurd." in answer.content.decode()
    assert queries.requested([received.referral]) == {received.referral: HOURS[1]}
    assert queries.offered() == [HOURS[0]]


def test_a_planned_talk_that_is_moved_is_to_be_planned_again(town: Town) -> None:
    received = asked_for(town)
    opened = opened_by(town.noor, received.referral)
    actions.plan_talk(town.noor.session, opened, talk_at=HOURS[0], to=SCHOOL.email)
    sent(received, step="move", moment="call")
    row = Referral.objects.get()
    assert (row.lane, row.talk_at) == (Lane.NEW, None)
    assert queries.offered() == HOURS


def test_an_hour_that_is_gone_is_said_and_nothing_changes(town: Town) -> None:
    received = asked_for(town)
    receive_referral(WORRY, submission=new_id(), channel=Channel.FORM, moment=HOURS[1])
    answer = sent(received, step="move", moment=value(HOURS[1]))
    assert "Dit moment is net ingenomen." in answer.content.decode()
    assert queries.requested([received.referral]) == {received.referral: HOURS[0]}


def test_taken_between_looking_and_asking_nothing_changes(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    received = asked_for(town)
    monkeypatch.setattr("kring.support.intake.moments.queries.free_at", lambda starts_at: [])
    answer = sent(received, step="move", moment=value(HOURS[1]))
    assert "Dit moment is net ingenomen." in answer.content.decode()
    assert queries.requested([received.referral]) == {received.referral: HOURS[0]}


def test_withdrawn_nothing_of_what_was_written_stays(town: Town) -> None:
    received = asked_for(town)
    open_referral(town.noor.session, received.referral)
    answer = sent(received, step="withdraw", sure="on")
    assert "Je trok de aanmelding in" in answer.content.decode()
    row = Referral.objects.get()
    assert (row.lane, row.outcome, row.filed) == (Lane.DECIDED, Outcome.WITHDRAWN, False)
    assert not Letter.objects.exists()
    assert not ReferralRecord.objects.exists()
    assert queries.offered() == HOURS
    with pytest.raises(Refused):
        open_referral(town.noor.session, received.referral)
    assert "ingetrokken" in town.noor.client.get("/board").content.decode()


def test_a_slip_of_the_thumb_withdraws_nothing(town: Town) -> None:
    received = referred()
    answer = sent(received, step="withdraw")
    assert "Vink dit eerst aan" in answer.content.decode()
    assert Referral.objects.get().lane == Lane.NEW


def test_a_double_tap_is_done_once_and_answered_the_same(town: Town) -> None:
    received = asked_for(town)
    once = new_id()
    answers = [sent(received, step="withdraw", sure="on", once=once).status_code for _ in range(2)]
    assert answers == [200, 409]
    moved = referred(HOURS[0])
    answers = [sent(moved, step="move", moment="call", once=once).status_code for _ in range(2)]
    assert answers == [200, 200]


@pytest.mark.parametrize("lane", [Lane.DECIDING, Lane.WAITING])
def test_once_the_talk_was_held_both_decide_together(town: Town, lane: str) -> None:
    referral = brought_to(town, lane)
    received = Received(referral, opened_by(town.noor, referral).content.code, new=False)
    page = sent(received).content.decode()
    assert "Trek de aanmelding in" not in page
    assert sent(received, step="withdraw", sure="on").status_code == 409
    assert Referral.objects.get().lane == lane


def test_once_somebody_called_for_help_nothing_is_erased_from_outside(town: Town) -> None:
    received = referred()
    opened = opened_by(town.noor, received.referral)
    actions.call_for_help(town.noor.session, opened, called="112", words="")
    assert sent(received, step="withdraw", sure="on").status_code == 409
    assert Referral.objects.get().lane == Lane.NEW


def test_guessed_links_and_codes_of_another_have_one_face(town: Town) -> None:
    mine, other = referred(), referred()
    client = Client(headers={"accept-language": "nl"})
    tries = [
        (mine.own_token, other.code),
        (other.own_token, mine.code),
        (new_id(), mine.code),
        (mine.own_token, "ZZZZ-ZZZZ-ZZZZ-ZZZZ"),
        ("short-and-wrong", ""),
        ("é" * 22, mine.code),
    ]
    faces = set()
    for token, code in tries:
        answer = client.post(f"/aanmelden/mijn/{token}", {"code": code})
        assert "kennen we niet" in answer.content.decode()
        faces.add((answer.status_code, TOKEN.sub(b"", answer.content).replace(token.encode(), b"")))
    assert len(faces) == 1
    assert faces.pop()[0] == 404


def test_who_guesses_waits(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST", 2)
    received = referred()
    assert [sent(received).status_code for _ in range(4)] == [200, 200, 429, 429]


def test_the_link_is_computed_and_lies_nowhere(town: Town) -> None:
    received = referred()
    assert received.own_token == own_token(received.referral)
    assert received.own_token not in str(list(Referral.objects.values()))
    assert len(received.own_token) == 22
    assert own.open_own(received.own_token, received.code).id == received.referral
