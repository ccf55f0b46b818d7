"""The team mailbox as the site puts it together: our own addresses, and who hears what calendars answer."""

from kring.site.post import own_addresses
from kring.support.clarification.calendar_answers import answer_by_calendar
from kring.support.consultation import calendar_answers as tables
from kring.support.intake.mail import CalendarReply
from kring.support.intake.mailbox import Mailbox


def team_mailbox() -> Mailbox:
    """One emptying of the mailbox."""
    return Mailbox(own=own_addresses(), calendar=_hear, beside=tables.words_by_mail)


def _hear(reply: CalendarReply) -> str:
    """The referral whose talk it is about, or the invitation to a table; "" when it is none of ours."""
    taken = answer_by_calendar(reply)
    return taken.referral if taken else tables.answer_by_calendar(reply)
