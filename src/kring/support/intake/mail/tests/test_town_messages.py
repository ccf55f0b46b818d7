"""The example messages that the demo takes in: every kind of path through the intake is among them."""

from pathlib import Path

import kring
from kring.support.intake.mail import ParsedMail, messages_in, read_mail

FOLDER = Path(kring.__file__).parent / "site" / "town" / "messages"


def town() -> dict[str, ParsedMail]:
    """Every example message by the number in its file name."""
    return {found.place[:2]: read_mail(found.raw) for found in messages_in(FOLDER)}


def test_every_kind_of_message_is_among_them() -> None:
    mails = town()
    assert len(mails) == 17
    assert {number for number, mail in mails.items() if not mail.readable} == {"16"}
    assert {number for number, mail in mails.items() if mail.machine} == {"12", "13", "17"}
    assert {number for number, mail in mails.items() if mail.shown_sender} == {"04", "05", "06", "07", "08", "09", "10"}
    assert {mail.language for mail in mails.values() if mail.receipt_to} == {"nl", "fr", "en"}
    assert mails["15"].subject == "Question à propos d'un père isolé"
    assert "12 €" in mails["15"].text
    assert mails["14"].attachments[0].name == "nota-klassenraad.txt"


def test_they_name_nobody_outside_the_example_domains() -> None:
    for mail in town().values():
        for shown in (mail.sender, mail.shown_sender, *mail.recipients):
            assert shown is None or shown.address.endswith(".example")
