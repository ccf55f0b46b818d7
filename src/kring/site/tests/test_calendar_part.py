"""The calendar item in a letter, as another program reads it, and the way round: sent, answered, read, applied."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # a second reader of calendars, without stubs

from kring.site.post import send_all
from kring.site.smtp import server_at
from kring.site.tests.mail_sink import Sink, mail_sink
from kring.support.clarification import actions
from kring.support.clarification.calendar_answers import TakenIn, answer_by_calendar
from kring.support.clarification.models import TalkAppointment
from kring.support.clarification.testing import TALK_AT, a_referral, opened_by
from kring.support.intake.callwords import call_word
from kring.support.intake.mail import read_mail
from kring.support.intake.models import Referral
from kring.team.testing import Town

MIA = "mia@school.example"
REPLY = """From: Mia <mia@school.example>
To: team@kring.example
Subject: Accepted: Gesprek
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REPLY

"""


@pytest.fixture
def sink(town: Town) -> Iterator[Sink]:
    with mail_sink() as listening:
        yield listening


def planned(town: Town, at: datetime = TALK_AT, referral: str = "", **about: Any) -> str:
    referral = referral or a_referral()
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=at, **{"to": MIA, **about})
    return referral


def sent(sink: Sink) -> EmailMessage:
    """The newest letter, as it arrived."""
    send_all(server_at(sink.address))
    return sink.mails[-1]


def part_of(mail: EmailMessage) -> EmailMessage:
    [part] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return part


def calendar_in(mail: EmailMessage) -> Any:
    return vobject.readOne(part_of(mail).get_content())


def test_another_program_reads_the_invitation(town: Town, sink: Sink) -> None:
    referral = planned(town)
    mail = sent(sink)
    assert part_of(mail).get_param("method") == "REQUEST"
    assert mail.get_content_type() == "multipart/alternative"
    calendar = calendar_in(mail)
    event = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert (event.dtstart.value, event.dtend.value) == (TALK_AT, TALK_AT + timedelta(minutes=30))
    assert event.summary.value == f"Gesprek · {call_word(referral)}"
    assert event.attendee.value == f"mailto:{MIA}"
    assert event.attendee.rsvp_param == "TRUE"
    assert event.organizer.value == f"mailto:{mail['From'].addresses[0].addr_spec}"
    assert event.sequence.value == "0"


def test_another_moment_replaces_it_and_calling_off_takes_it_away(town: Town, sink: Sink) -> None:
    referral = planned(town)
    first = calendar_in(sent(sink)).vevent
    planned(town, TALK_AT + timedelta(days=1), referral)
    second = calendar_in(sent(sink)).vevent
    planned(town, referral=referral, to="")
    third = calendar_in(sent(sink))
    assert first.uid.value == second.uid.value == third.vevent.uid.value
    assert [event.sequence.value for event in (first, second, third.vevent)] == ["0", "1", "2"]
    assert second.dtstart.value == TALK_AT + timedelta(days=1)
    assert (third.method.value, third.vevent.status.value) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize(("language", "summary"), [("nl", "Gesprek"), ("fr", "Entretien"), ("en", "Talk")])
def test_in_the_language_of_the_referrer(town: Town, sink: Sink, language: str, summary: str) -> None:
    from dataclasses import replace

    from kring.support.clarification.testing import SCHOOL, WORRY

    planned(town, referral=a_referral(replace(WORRY, referrer=replace(SCHOOL, language=language))))
    assert calendar_in(sent(sink)).vevent.summary.value.startswith(f"{summary} · ")


def test_neither_mail_nor_item_holds_a_word_of_content_sec_11(town: Town, sink: Sink) -> None:
    referral = planned(town, place="Het huis aan de vaart", questions="Sinds wanneer slaapt hij daar?")
    mail = sent(sink)
    told = mail.as_string() + part_of(mail).get_content() + mail.get_body().get_content()  # type: ignore[union-attr]
    hidden = ("vaart", "slaapt", "bus shelter", "Stevens", "Regenboog", "Noor", "Claes", "straathoekwerk", referral)
    assert [word for word in (*hidden, Referral.objects.get(id=referral).card) if word in told] == []
    assert call_word(referral) in told


@pytest.mark.parametrize(("said", "noted"), [("ACCEPTED", "comes"), ("DECLINED", "not"), ("TENTATIVE", "perhaps")])
def test_the_answer_comes_all_the_way_round(town: Town, sink: Sink, said: str, noted: str) -> None:
    """As calendars answer (RFC 5546, 3.2.3): the item sent back with one attendee, from the team mailbox to the row."""
    referral = planned(town)
    asked = calendar_in(sent(sink))
    asked.method.value = "REPLY"
    asked.vevent.attendee.partstat_param = said
    mail = read_mail(REPLY.encode() + asked.serialize().encode(), own=())
    [reply] = mail.calendar
    assert answer_by_calendar(reply) == TakenIn(referral, counted=True)
    assert TalkAppointment.objects.get().said == noted
