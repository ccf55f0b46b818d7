"""The calendar item of a client consultation: read by another program, answered, and taken in from the team mailbox."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # a second reader of calendars, without stubs
from django.utils import timezone

from kring.site.post import send_all
from kring.site.smtp import server_at
from kring.site.team_mailbox import team_mailbox
from kring.site.tests.mail_sink import Sink, mail_sink
from kring.support.consultation import actions, guests
from kring.support.consultation.content import Seat
from kring.support.consultation.testing import AT, Table, a_table
from kring.support.intake.callwords import call_word
from kring.support.intake.mail import Found
from kring.support.intake.mailbox import Taken
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.primitives import new_id

HEAD = """From: Katrien <{sender}>
To: team@kring.example
Subject: Accepted
MIME-Version: 1.0
"""


@pytest.fixture
def sink(town: Town) -> Iterator[Sink]:
    with mail_sink() as listening:
        yield listening


@pytest.fixture
def table(town: Town) -> Table:
    return a_table(town)


def sent(sink: Sink) -> EmailMessage:
    """The newest letter, as it arrived."""
    send_all(server_at(sink.address))
    return sink.mails[-1]


def calendar_in(mail: EmailMessage) -> Any:
    [part] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    return vobject.readOne(part.get_content())


def answered(asked: Any, said: str, *, sender: str = "lens@debrug.example", text: str = "") -> bytes:
    """The answer of a calendar to an item, as it comes to the team mailbox; with a word beside it when there is one."""
    asked.method.value = "REPLY"
    asked.vevent.attendee.value = f"mailto:{sender}"
    asked.vevent.attendee.partstat_param = said
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Katrien <{sender}>", "team@kring.example", "Accepted"
    mail["Message-ID"] = f"<{new_id()}@debrug.example>"
    if not text:
        head: str = HEAD.format(sender=sender) + "Content-Type: text/calendar; charset=utf-8; method=REPLY\n\n"
        whole: str = head + asked.serialize()
        return whole.encode()
    mail.set_content(text)
    mail.add_alternative(asked.serialize(), subtype="calendar", params={"method": "REPLY"})
    return mail.as_bytes()


def invited(table: Table) -> Seat:
    lens = table.seat()
    table.invite(lens)
    return lens


def taken_in(raw: bytes) -> Taken:
    return team_mailbox().take_in(Found(raw, "table"))


def test_another_program_reads_when_and_the_call_word_and_no_more_sec_11(table: Table, sink: Sink) -> None:
    table.point("School: whole days")
    invited(table)
    mail = sent(sink)
    event = calendar_in(mail).vevent
    assert (event.dtstart.value, event.dtend.value) == (AT, AT + timedelta(minutes=60))
    assert event.summary.value == f"Overleg · {call_word(table.id)}"
    assert event.attendee.value == "mailto:lens@debrug.example"
    told = mail.as_string() + "".join(part.get_content() for part in mail.walk() if not part.is_multipart())
    assert [word for word in ("Katrien", "Robin", "School", "Linde", "Noor", table.dossier) if word in told] == []


def test_another_moment_replaces_it_and_calling_off_takes_it_away(table: Table, sink: Sink) -> None:
    invited(table)
    first, later = calendar_in(sent(sink)).vevent, AT + timedelta(days=1)
    moved: dict[str, Any] = {"at": later, "minutes": 60, "place": "", "prepares": ""}
    actions.change_details(table.town.noor.session, table.opened(), **moved, once=new_id())
    second = calendar_in(sent(sink)).vevent
    actions.call_off(table.town.noor.session, table.opened(), once=new_id())
    third = calendar_in(sent(sink))
    assert first.uid.value == second.uid.value == third.vevent.uid.value
    assert [event.sequence.value for event in (first, second, third.vevent)] == ["0", "1", "2"]
    assert (second.dtstart.value, third.method.value) == (later, "CANCEL")


@pytest.mark.parametrize(("said", "noted"), [("ACCEPTED", "comes"), ("DECLINED", "not"), ("TENTATIVE", "perhaps")])
def test_the_answer_comes_all_the_way_round(table: Table, sink: Sink, said: str, noted: str) -> None:
    lens = invited(table)
    asked = calendar_in(sent(sink))
    assert taken_in(answered(asked, said)) is Taken.REPLY
    assert table.opened().invitations[lens.id].said == noted
    assert [one.way for one in guests.answers(table.opened())[lens.id]] == ["calendar"]
    assert not Referral.objects.exists(), "and it is no referral"


def test_a_word_beside_the_answer_lands_at_the_table_and_is_no_referral(table: Table, sink: Sink) -> None:
    lens = invited(table)
    assert taken_in(answered(calendar_in(sent(sink)), "ACCEPTED", text="I can stay half an hour.")) is Taken.REPLY
    words = [one.words.strip() for one in guests.answers(table.opened())[lens.id] if one.words]
    assert words == ["I can stay half an hour."]
    assert not Referral.objects.exists()


def test_an_answer_of_somebody_else_or_to_an_older_item_counts_for_nothing(table: Table, sink: Sink) -> None:
    lens = invited(table)
    first = sent(sink)
    assert taken_in(answered(calendar_in(first), "ACCEPTED", sender="other@debrug.example")) is not Taken.REPLY
    later: dict[str, Any] = {"at": AT + timedelta(days=1), "minutes": 60, "place": "", "prepares": ""}
    actions.change_details(table.town.noor.session, table.opened(), **later, once=new_id())
    assert taken_in(answered(calendar_in(first), "ACCEPTED")) is Taken.REPLY
    assert table.opened().invitations[lens.id].said == ""
    assert timezone.now() < AT
