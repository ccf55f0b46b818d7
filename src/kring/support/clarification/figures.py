"""Referrals for the figures, from their rows in the clear: when, how, by what kind of referrer, and how it ended.

The clear row stays for this when all that was written is gone (intake/models.py). It tells nothing of a person, and
nothing ties it to the dossier that may have followed. What does not live here: counting (reporting).
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kring.figures.asked import Clear
from kring.support.clarification.days import case_day
from kring.support.intake.models import Referral
from kring.vault.refusals import Refused

RECEIVED, TALKED, DECIDED = "referral_received", "talk_held", "referral_decided"
Lane, Outcome = Referral.Lane, Referral.Outcome


def in_the_clear() -> Iterator[Clear]:
    """Each referral once: that it came in, that there was a talk, how it was decided.

    Two that were put together are one; what a machine sent and nobody took up is none.
    """
    rows = Referral.objects.exclude(outcome=Outcome.MERGED).exclude(machine=True, outcome=Outcome.NONE)
    for row in rows.iterator(2000):
        yield from _told(row.verified())


@dataclass(frozen=True, slots=True)
class Decided:
    """Referrals that were decided in a period, and those of them for which the talk itself was enough."""

    all: int
    talk_enough: int


def decided(since: date, until: date) -> Decided:
    """Of a year at most: every row of them is read. A row that is not ours counts in neither."""
    rows = Referral.objects.exclude(outcome=Outcome.MERGED).exclude(machine=True, outcome=Outcome.NONE)
    found: Counter[str] = Counter()
    for row in rows.filter(lane=Lane.DECIDED, decided_on__range=(since, until)):
        with suppress(Refused):
            found[row.verified().outcome] += 1
    return Decided(found.total(), found[Outcome.TALK_ENOUGH])


def _told(row: Referral) -> Iterator[Clear]:
    how = {"referrer_kind": row.referrer_kind, "channel": row.channel}
    arrived_on = case_day(row.arrived_at).isoformat()
    yield Clear(RECEIVED, row.id, {"arrived_on": arrived_on, **how})
    if row.talk_at is not None and row.lane not in (Lane.NEW, Lane.TALK_PLANNED) and row.outcome != Outcome.WITHDRAWN:
        yield Clear(TALKED, row.id, {"on": case_day(row.talk_at).isoformat(), "arrived_on": arrived_on, **how})
    if row.lane == Lane.DECIDED and row.decided_on is not None:
        said = {"decided_on": row.decided_on.isoformat(), "outcome": row.outcome, "arrived_on": arrived_on}
        yield Clear(DECIDED, row.id, {**said, **how})
