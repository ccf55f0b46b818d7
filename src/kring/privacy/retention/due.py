"""What is over: closed dossiers and decided referrals whose term has ended, by number and day, never by content."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from kring.privacy.requests.models import PersonRequest
from kring.privacy.retention.models import Hold
from kring.support.dossier.models import Dossier
from kring.support.intake.models import Referral, ReferralRecord
from kring.team.clock import months_after
from kring.team.retention import Rule, Series, over_in, over_on
from kring.vault.models import Letter

MONTH_ENDS = timedelta(days=3)
"""Months differ in length: what is found is counted again, day by day."""
BATCHED = (Series.REFERRAL, Series.DOSSIER)
"""The series that are proposed in batches."""


@dataclass(frozen=True, slots=True)
class Due:
    """One dossier or referral whose term is over since a day. held: a hold or an open request keeps it back."""

    subject: str
    number: str
    over_on: date
    held: bool = False


def due(rule: Rule, day: date) -> list[Due]:
    """Everything of the rule's series that is over on a day, longest over first."""
    of = {Series.DOSSIER: _dossiers, Series.REFERRAL: _referrals}[rule.series]
    return sorted((one for one in of(rule, day) if one.over_on <= day), key=lambda one: (one.over_on, one.number))


def dossier_over_on(rule: Rule, row: Dossier, closed_on: date) -> date:
    """From when a closed dossier may go: the later of what its closing said and what the rule says now.

    Who was a minor is known at the closing alone. Closed without a rule, it is kept as long as any.
    """
    year = over_in(rule, closed_on)
    if row.retention_year is None and rule.most_months:
        year = max(year, months_after(closed_on, rule.most_months).year + 1)
    return date(max(year, row.retention_year or 0), 1, 1)


def _dossiers(rule: Rule, day: date) -> Iterator[Due]:
    closed = Dossier.objects.filter(
        state=Dossier.State.CLOSED, closed_on__lte=months_after(day, -rule.months) + MONTH_ENDS
    )
    over = closed.filter(Q(retention_year=None) | Q(retention_year__lte=day.year))
    asked = Exists(PersonRequest.objects.filter(dossier=OuterRef("id"), done_on=None))
    for row in over.annotate(held=_held("number", day), asked=asked).iterator(2000):
        if (closed_on := row.verified().closed_on) is not None:
            yield Due(row.id, row.number, dossier_over_on(rule, row, closed_on), row.held or row.asked)


def _referrals(rule: Rule, day: date) -> Iterator[Due]:
    """Those of which something is still kept: who they are about was never stored (ARC-02)."""
    here = OuterRef("id")
    kept = Exists(ReferralRecord.objects.filter(referral=here)) | Exists(Letter.objects.filter(about=here))
    decided = Referral.objects.filter(
        kept, lane=Referral.Lane.DECIDED, decided_on__lte=months_after(day, -rule.months) + MONTH_ENDS
    )
    for row in decided.exclude(outcome=Referral.Outcome.ROLE).annotate(held=_held("card", day)).iterator(2000):
        row.verified()
        began = max(filter(None, (row.decided_on, row.again_on)))
        yield Due(row.id, row.card, over_on(rule, began), row.held)


def _held(number: str, day: date) -> Exists:
    """Whether a hold stands on it: to be counted beforehand. What is destroyed looks itself, one by one."""
    return Exists(Hold.objects.filter(number=OuterRef(number), until_on__gte=day))
