"""Header lines as they really come: encoded words cut in the middle of a letter, raw bytes, wild addresses."""

from datetime import UTC, datetime

import pytest

from kring.support.intake.mail import read_mail
from kring.support.intake.mail.tests.bytes_of import message


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"Vraag", "Vraag"),
        (b"=?utf-8?Q?Zo=C3=AB_en_Ren=C3=A9e?=", "Zoë en Renée"),
        (b"=?UTF-8?B?Wm/Dqw==?=", "Zoë"),
        (b"=?utf-8?B?Wm/Dqw?=", "Zoë"),
        (b"=?utf-8?Q?Zo=C3?= =?utf-8?Q?=AB?=", "Zoë"),
        (b"=?iso-8859-1*nl?Q?caf=E9?= en =?x-unknown?Q?caf=E9?=", "café en café"),
        (b"=?windows-1252?Q?=8012?=", "€12"),
        (b"=?iso-8859-1?Q?=8012?=", "€12"),
        (b"=?utf-8?X?niet?=", "=?utf-8?X?niet?="),
        ("Zoë".encode(), "Zoë"),
        ("Zoë".encode("cp1252"), "Zoë"),
        (b"Twee\n\tregels", "Twee regels"),
        (b"a\x00\x1bb", "ab"),
        (b"=?utf-8?Q?een=0Atwee?=", "een twee"),
        (b"=?utf-8?Q?a=E2=80=AEb?=", "ab"),
        (b"=?punycode?Q?a-b?=", "a-b"),
    ],
)
def test_a_subject_is_read(written: bytes, read: str) -> None:
    assert read_mail(message().replace(b"Subject: Vraag", b"Subject: " + written)).subject == read


@pytest.mark.parametrize(
    ("written", "address", "display"),
    [
        ("jo@school.example", "jo@school.example", ""),
        ("Jo <jo@school.example>", "jo@school.example", "Jo"),
        ('"Pauwels, Jo" <jo@school.example>', "jo@school.example", "Pauwels, Jo"),
        ("jo@school.example (Jo)", "jo@school.example", "Jo"),
        ("=?utf-8?Q?Zo=C3=AB?= <zoe@school.example>", "zoe@school.example", "Zoë"),
        ("=?utf-8?Q?Zo=C3=AB_=3Czoe=40school.example=3E?=", "zoe@school.example", "Zoë"),
        ("Jo <jo@school.example> Bo <bo@school.example>", "jo@school.example", "Jo"),
        ("Groep: jo@school.example, bo@school.example;", "jo@school.example", ""),
        ("(" * 3000 + "jo@school.example", "jo@school.example", "(" * 3000),
    ],
)
def test_a_sender_is_read(written: str, address: str, display: str) -> None:
    sender = read_mail(message(sender=written)).sender
    assert sender is not None
    assert (sender.address, sender.display) == (address, display)


@pytest.mark.parametrize("written", ["", "Jo", "undisclosed-recipients:;", "@", "<>", "a@", "=?utf-8?B?????="])
def test_without_an_address_there_is_no_sender_and_no_receipt(written: str) -> None:
    mail = read_mail(message(sender=written))
    assert mail.sender is None
    assert mail.receipt_to is None
    assert mail.readable


@pytest.mark.parametrize(
    "written", ["zoë@school.example", "jo@school.example\r\n\tBcc: x@y.example", "jo@sch..example"]
)
def test_a_receipt_only_goes_to_an_address_that_is_safe_to_write(written: str) -> None:
    to = read_mail(message(sender=written)).receipt_to
    assert to is None or to.address == "jo@school.example"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mon, 1 Mar 2021 09:00:00 +0100", datetime(2021, 3, 1, 8, tzinfo=UTC)),
        ("1 Mar 2021 09:00 -0000", datetime(2021, 3, 1, 9, tzinfo=UTC)),
        ("gisteren", None),
        ("Mon, 99 Foo 2021 09:00:00 +0100", None),
        ("Fri, 31 Dec 9999 23:59:59 -2359", None),
        ("9" * 6000, None),
    ],
)
def test_a_date_is_read_or_left_out(written: str, read: datetime | None) -> None:
    assert read_mail(message().replace(b"Mon, 1 Mar 2021 09:00:00 +0100", written.encode())).date == read


def test_ids_and_recipients_are_read() -> None:
    mail = read_mail(message(extra="Cc: bo@school.example, Al <al@school.example>\nIn-Reply-To: <0@stad.example>\n"))
    assert (mail.message_id, mail.in_reply_to) == ("1@school.example", "0@stad.example")
    assert [to.address for to in mail.recipients] == ["team@stad.example", "bo@school.example", "al@school.example"]


def test_nothing_of_a_message_shows_when_it_is_printed() -> None:
    mail = read_mail(message("geheim", subject="geheim", sender="geheim@school.example"))
    assert "geheim" not in f"{mail!r} {mail.sender!r} {mail.attachments!r}"
