"""What calendars answer to an invitation: as Outlook, Google and Apple write it, and what is no answer."""

from datetime import UTC, datetime

import pytest

from kring.support.intake.mail import CalendarReply, MachineKind, read_mail
from kring.support.intake.mail.tests.bytes_of import SENDER, message, parts

ME = "jo@school.example"
BRUSSELS = """BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def ics(
    method: str,
    *,
    attendee: str = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}",
    start: str = "DTSTART:20210304T090000Z",
    uid: str = "t4lk@kring.example",
    zone: str = "",
) -> str:
    return (
        f"BEGIN:VCALENDAR\nPRODID:-//x//y\nVERSION:2.0\nMETHOD:{method}\n{zone}BEGIN:VEVENT\nUID:{uid}\nSEQUENCE:2\n"
        f"DTSTAMP:20210301T090000Z\n{start}\n{attendee}\nEND:VEVENT\nEND:VCALENDAR\n"
    )


def answers(text: str, kind: str = "text/calendar; charset=utf-8; method=REPLY") -> tuple[CalendarReply, ...]:
    return read_mail(parts("Content-Type: text/plain\n\nok", f"Content-Type: {kind}\n\n{text}")).calendar


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE", "accepted"])
def test_a_reply_says_who_and_what_to_which_invitation(partstat: str) -> None:
    [answer] = answers(ics("REPLY", attendee=f"ATTENDEE;CN=Jo Pauwels;PARTSTAT={partstat}:MAILTO:{ME}"))
    assert answer == CalendarReply("t4lk@kring.example", 2, partstat.upper(), ME)


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("DTSTART:20210304T130000Z", ""),
        ("DTSTART;TZID=Romance Standard Time:20210304T140000", BRUSSELS),
        ("DTSTART;TZID=Europe/Brussels:20210304T140000", ""),
        ("DTSTART:20210304T140000", ""),
    ],
)
def test_a_counter_proposes_another_moment(start: str, zone: str) -> None:
    [answer] = answers(ics("COUNTER", attendee=f"ATTENDEE;PARTSTAT=TENTATIVE:mailto:{ME}", start=start, zone=zone))
    assert answer.proposes == datetime(2021, 3, 4, 13, tzinfo=UTC)


def test_of_all_attendees_the_sender_is_the_one_who_answers() -> None:
    both = f"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@school.example\nATTENDEE;PARTSTAT=DECLINED:mailto:{ME.upper()}"
    [answer] = answers(ics("REPLY", attendee=both))
    assert (answer.partstat, answer.attendee.casefold()) == ("DECLINED", ME)
    assert SENDER.endswith(f"<{ME}>")


def test_the_same_answer_as_part_and_as_file_counts_once() -> None:
    text = ics("REPLY")
    raw = parts(
        f"Content-Type: text/calendar; method=REPLY\n\n{text}",
        f"Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment\n\n{text}",
    )
    assert len(read_mail(raw).calendar) == 1


@pytest.mark.parametrize(
    "text",
    [
        ics("REQUEST"),
        ics("CANCEL"),
        ics("REPLY", attendee="ORGANIZER:mailto:team@stad.example"),
        ics("REPLY", uid=""),
        "METHOD:REPLY",
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\nSEQUENCE:veel\nATTENDEE:y\n",
        "BEGIN:VEVENT\n" * 3000 + "METHOD:REPLY",
        "\x00REPLY\xff",
        "",
    ],
)
def test_what_is_no_answer_gives_none_and_costs_no_message(text: str) -> None:
    assert answers(text) == ()


def test_a_whole_day_is_no_moment() -> None:
    [answer] = answers(ics("COUNTER", start="DTSTART;VALUE=DATE:20210304"))
    assert answer.proposes is None


def test_an_answer_of_a_calendar_is_mail_of_a_machine_and_never_answered() -> None:
    mail = read_mail(message(ics("REPLY"), content_type="text/calendar; method=REPLY"))
    assert mail.machine is not None
    assert mail.machine.kind is MachineKind.CALENDAR
    assert mail.receipt_to is None
    assert len(mail.calendar) == 1


def test_an_answer_shows_nothing_of_itself() -> None:
    assert repr(answers(ics("REPLY"))[0]) == "<CalendarReply>"
