"""Letters that arrive by mail: bytes in, a `ParsedMail` out. Pure: no database, no network, no keys.

    for found in messages_in(path):          sources.py   mbox, Maildir, a folder of .eml, one .eml
        mail = read_mail(found.raw)          reading.py   never raises; `mail.raw` is always the whole message
        mail.machine, mail.receipt_to        machine.py   who may get a receipt
        mail.calendar                            calendar_answers.py   what a calendar answers to an invitation of ours
    mail.sender, mail.shown_sender       forwards.py  who sent it, and who wrote what was forwarded
    travelled(mail.raw)                  travelled.py what makes two messages one

Why own code and not a mail library: three of them disagree on one real message in five and the standard one raises on
some; here a message that cannot be read stays a referral "to be looked at".
"""

from kring.support.intake.mail.letter import (
    Attachment,
    CalendarReply,
    MachineKind,
    MachineSign,
    MailAddress,
    ParsedMail,
    Unreadable,
)
from kring.support.intake.mail.reading import read_mail
from kring.support.intake.mail.sources import Found, messages_in

__all__ = [
    "Attachment",
    "CalendarReply",
    "Found",
    "MachineKind",
    "MachineSign",
    "MailAddress",
    "ParsedMail",
    "Unreadable",
    "messages_in",
    "read_mail",
]
