"""The team mailbox as the site puts it together: our own addresses, and who hears what calendars answer."""

from kring.site.post import own_addresses
from kring.support.clarification.calendar_answers import answer_by_calendar
from kring.support.intake.mail import CalendarReply
from kring.support.intake.mailbox import Mailbox


def team_mailbox() -> Mailbox:
    """One emptying of the mailbox."""
    return Mailbox(own=own_addresses(), calendar=_hear)


def _hear(reply: CalendarReply) -> str:
    """The referral whose talk it is about; "" when it is none of ours."""
    taken = answer_by_calendar(reply)
    return taken.referral if taken else ""
