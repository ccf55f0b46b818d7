"""What lies around a colleague and needs no key: letters, referrals, handovers, invitations, keys that came to him.

Two questions, because a page may ask few: numbers, days and ids in the clear, never a word. A handover names a dossier
of which no key is held yet, so its row is verified; the rest is counted, or shown behind a key that opened.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import connection

from kring.support.dossier.models import Dossier
from kring.support.followup.models import Handover
from kring.support.intake.models import Referral
from kring.team.drafts.actions import KIND as DRAFT
from kring.team.while_locked.actions import NOTE, UNSENT
from kring.vault.reading import beside, columns, day, moment

_TOLD = (Referral, Handover, Dossier)
NEW_FOR = timedelta(days=7)
"""How long a key is new."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A handover that is under way. mine: whether I offered it."""

    id: str
    dossier: str
    number: str
    state: str
    mine: bool

    @property
    def said(self) -> str:
        """How far it is, in words."""
        return str(Handover.State(self.state).label)


@dataclass(frozen=True, slots=True)
class Table:
    """A client consultation to come of which somebody who was invited did not answer: so many out of so many."""

    id: str
    dossier: str
    at: datetime
    silent: int
    invited: int


@dataclass(frozen=True, slots=True)
class Around:
    """All of it. letters: how many lie in one's own letterbox, by what they are.

    referrals: what I have under way: asked of me, planned, waiting; and roles I am asked to take.
    given: dossiers of which the keys came to me this week, each until the last day that was agreed, if one was.
    pulses: when my numbers were last sealed for the head of service, if they were. checkins: when I last said how my
    work goes.
    """

    referrals: list[Referral] = field(default_factory=list)
    letters: Counter[str] = field(default_factory=Counter)
    offers: list[Offer] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    given: dict[str, date | None] = field(default_factory=dict)
    pulses: list[datetime] = field(default_factory=list)
    checkins: list[datetime] = field(default_factory=list)


def of(me: str, today: date, now: datetime) -> Around:
    """What lies around a colleague; two queries."""
    found = Around()
    asked = {
        "me": me,
        "now": connection.ops.adapt_datetimefield_value(now),
        "since": today - NEW_FOR,
        "today": today,
    }
    with connection.cursor() as cursor:
        cursor.execute(_AROUND, asked)
        for what, row_id, dossier, state, on, at, count, out_of in cursor:
            if what == "letter":
                found.letters[_sort(state)] += count
            elif what == "pulse":
                found.pulses.append(moment(at))
            elif what == "check_in":
                found.checkins.append(moment(at))
            elif what == "table":
                found.tables.append(Table(row_id, dossier, moment(at), count, out_of))
            else:
                found.given[dossier] = day(on)
    _take_verified(found, me, today)
    return found


def _take_verified(found: Around, me: str, today: date) -> None:
    """Referrals, handovers under way and those that brought me keys this week. Raises `Refused`."""
    rows = beside(_TOLD, _VERIFIED, [me, me, me, me, today - NEW_FOR, today])
    referrals = [referral.verified() for referral, _, _ in rows if referral is not None]
    found.referrals.extend(sorted(referrals, key=lambda one: one.id))
    handovers = [(row, dossier) for _, row, dossier in rows if row is not None]
    for row, dossier in sorted(handovers, key=lambda one: (one[0].offered_on, one[0].id)):
        if row.verified().state == Handover.State.DONE:
            found.given.setdefault(row.dossier_id, None)
        else:
            offer = Offer(row.id, row.dossier_id, dossier.verified().number, row.state, mine=row.giver == me)
            found.offers.append(offer)


def _sort(kind: str) -> str:
    return DRAFT if kind.startswith(DRAFT) else NOTE if kind == UNSENT else kind


_LETTERS = """
    SELECT 'letter' AS what, '' AS id, '' AS dossier, l.kind AS state,
        CAST(NULL AS date) AS day, CAST(NULL AS timestamp with time zone) AS moment, COUNT(*) AS count, 0 AS out_of
    FROM vault_letter l JOIN vault_letterbox b ON b.id = l.letterbox_id WHERE b.owner = %(me)s GROUP BY l.kind
"""
_TABLES = """
    SELECT 'table', i.consultation_id, c.dossier_id, '', NULL, MAX(i.at),
        SUM(CASE WHEN i.said = '' THEN 1 ELSE 0 END), COUNT(*)
    FROM support_tableinvitation i JOIN support_clientconsultation c ON c.id = i.consultation_id
    JOIN support_dossier d ON d.id = c.dossier_id
    WHERE i.state = 'asked' AND i.at >= %(now)s AND d.state = 'open' AND %(me)s IN (d.holder, d.deputy)
    GROUP BY i.consultation_id, c.dossier_id HAVING SUM(CASE WHEN i.said = '' THEN 1 ELSE 0 END) > 0
"""
_ALONG = """
    SELECT 'given', '', w.dossier_id, '', w.agreed_until, NULL, 0, 0 FROM support_coworker w
    WHERE w.person = %(me)s AND w.until_on IS NULL AND w.from_on BETWEEN %(since)s AND %(today)s
"""
_PULSE = """
    SELECT l.kind, '', '', '', NULL, MAX(l.dropped_at), 0, 0 FROM vault_letter l
    WHERE l.about = %(me)s AND l.kind IN ('pulse', 'check_in') GROUP BY l.kind
"""
_AROUND = f"{_LETTERS} UNION ALL {_TABLES} UNION ALL {_ALONG} UNION ALL {_PULSE}"
_SIDE_BY_SIDE = f"SELECT {', '.join(columns(table, alias) for table, alias in zip(_TOLD, 'rhd', strict=True))}"
_VERIFIED = f"""
    {_SIDE_BY_SIDE} FROM support_referral r
    LEFT JOIN support_handover h ON 1 = 0 LEFT JOIN support_dossier d ON 1 = 0
    WHERE r.lane <> 'decided' AND (r.asked = %s OR r.role_asked = %s)
    UNION ALL {_SIDE_BY_SIDE} FROM support_handover h
    JOIN support_dossier d ON d.id = h.dossier_id LEFT JOIN support_referral r ON 1 = 0
    WHERE h.giver = %s AND h.state IN ('offered', 'call_first', 'accepted') OR h.receiver = %s AND (
        h.state IN ('offered', 'call_first') OR h.state = 'done' AND h.done_on BETWEEN %s AND %s)
"""
"""Referrals and handovers in one question: a row is of the one or of the other."""
