"""How soon who refers hears from a person: the promise is two working days, and the board says how often it was kept.

Pure: rows in, words out. Counted over the referrals that came in this month; mail of machines and what one of us saw
are not among them, for nobody waits there. It is about our work, never about a colleague.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from kring.support.clarification.days import case_day
from kring.support.intake.codelists import ReferrerKind
from kring.support.intake.models import Referral
from kring.team.working_days import working_days

PROMISED = 2
"""Working days, as the receipt says."""


def waits_for_us(row: Referral, today: date) -> bool:
    """Whether nobody answered, and the promise is used up."""
    return _awaits(row) and not row.first_answer_at and working_days(case_day(row.arrived_at), today) >= PROMISED


def said(row: Referral) -> str:
    """How long the first answer took; "" where nobody waits for one."""
    if not row.first_answer_at or not _awaits(row, decided=True):
        return ""
    days = working_days(case_day(row.arrived_at), case_day(row.first_answer_at))
    return (
        ngettext("after %(n)d working day", "after %(n)d working days", days) % {"n": days}
        if days
        else gettext("the same day")
    )


def sentence(rows: Iterable[Referral], today: date) -> str:
    """The month in a sentence; "" while nothing came in."""
    came = [row for row in rows if _awaits(row, decided=True) and case_day(row.arrived_at) >= today.replace(day=1)]
    answered = [row for row in came if row.first_answer_at]
    in_time = sum(_days(row) <= PROMISED for row in answered)
    if not came:
        return ""
    words = gettext("First answer in %(month)s: %(in_time)d of %(all)d within two working days.")
    told = words % {"month": date_format(today, "F"), "in_time": in_time, "all": len(came)}
    waits = len(came) - len(answered)
    if not waits:
        return told
    return f"{told} " + ngettext("%(n)d still waits.", "%(n)d still wait.", waits) % {"n": waits}


def _days(row: Referral) -> int:
    return working_days(case_day(row.arrived_at), case_day(row.first_answer_at)) if row.first_answer_at else 0


def _awaits(row: Referral, *, decided: bool = False) -> bool:
    """Whether somebody outside waits for an answer."""
    if row.machine or row.referrer_kind == ReferrerKind.COLLEAGUE:
        return False
    if row.outcome in (Referral.Outcome.MERGED, Referral.Outcome.WITHDRAWN):
        return False
    return decided or row.lane != Referral.Lane.DECIDED
