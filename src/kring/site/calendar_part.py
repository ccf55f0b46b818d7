"""The calendar item that goes along with a letter: a second way to read the same mail, which programs understand.

It answers to the team mailbox, where the answers of calendars are read. What it says: clarification/calendar.py.
"""

from datetime import datetime
from email.message import EmailMessage

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.support.clarification.calendar import CalendarItem, invitation
from kring.vault.outbox import Outgoing


def attach(mail: EmailMessage, outgoing: Outgoing, language: str) -> None:
    """Put the item in the mail; a letter without one stays as it is."""
    words = outgoing.words
    if "method" not in words:
        return
    with translation.override(language):
        summary = _("Talk · %(callword)s") % {"callword": words["callword"]}
    ours = settings.KRING_MAIL_FROM
    item = CalendarItem(
        uid=f"{words['uid']}@{ours.rpartition('@')[2]}",
        at=datetime.fromisoformat(words["at"]),
        summary=summary,
        sequence=int(words["sequence"]),
        method=words["method"],
    )
    written = invitation(item, organiser=ours, attendee=outgoing.to, made_at=timezone.now())
    mail.add_alternative(written.decode(), subtype="calendar", params={"method": item.method})
