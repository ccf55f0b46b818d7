"""The calendar item that goes along with a letter: a second way to read the same mail, which programs understand.

It answers to the team mailbox, where the answers of calendars are read. What it says: clarification/calendar.py.
"""

from datetime import datetime, timedelta
from email.message import EmailMessage

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.support.clarification.calendar import CalendarItem, invitation
from kring.support.intake.moments.rules import LENGTH
from kring.vault.outbox import Outgoing


def attach(mail: EmailMessage, outgoing: Outgoing, language: str) -> None:
    """Put the item in the mail; a letter without one stays as it is."""
    words = outgoing.words
    if "method" not in words:
        return
    with translation.override(language):
        said = _("Meeting · %(callword)s") if words.get("what") == "table" else _("Talk · %(callword)s")
    ours = settings.KRING_MAIL_FROM
    item = CalendarItem(
        uid=f"{words['uid']}@{ours.rpartition('@')[2]}",
        at=datetime.fromisoformat(words["at"]),
        summary=said % {"callword": words["callword"]},
        sequence=int(words["sequence"]),
        method=words["method"],
        length=timedelta(minutes=int(words["minutes"])) if "minutes" in words else LENGTH,
    )
    written = invitation(item, organiser=ours, attendee=outgoing.to, made_at=timezone.now())
    mail.add_alternative(written.decode(), subtype="calendar", params={"method": item.method})
