"""Looks at moments: what the form may offer, what is mine, which one a referral asked for. No key is needed."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from kring.support.intake.moments.models import TalkMoment
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.refusals import Refused

State = TalkMoment.State
OFFERED = 6
"""How many hours the form offers at once: a choice, no calendar."""


def now() -> datetime:
    """The present moment on the clock of the case, which in a demo stands on a day of its own."""
    return timezone.make_aware(datetime.combine(today(), timezone.localtime().time().replace(tzinfo=None)))


def offered() -> list[datetime]:
    """The next free hours, each once, of colleagues who belong to the intake circle today."""
    hours = [row.starts_at for row in _free(TalkMoment.objects.filter(state=State.FREE, starts_at__gt=now()))]
    return sorted(set(hours))[:OFFERED]


def free_at(starts_at: datetime) -> list[TalkMoment]:
    """The free moments at this hour; empty when it is over."""
    if starts_at <= now():
        return []
    return _free(TalkMoment.objects.filter(state=State.FREE, starts_at=starts_at))


def mine(person: str) -> list[TalkMoment]:
    """The moments of a colleague from today on, in order of time."""
    begins = timezone.make_aware(datetime.combine(today(), datetime.min.time()))
    rows = TalkMoment.objects.filter(colleague=person, starts_at__gte=begins)
    return [row for row in rows.order_by("starts_at") if _ours(row)]


def of_referral(referral: str) -> TalkMoment | None:
    """The moment a referral asked for, or None."""
    row: TalkMoment | None = TalkMoment.objects.filter(referral=referral).first() if referral else None
    return row.verified() if row else None


def requested(referrals: Collection[str]) -> dict[str, datetime]:
    """Referral -> the hour it asked for and that nobody confirmed yet, in one query."""
    rows = TalkMoment.objects.filter(state=State.REQUESTED, referral__in=list(referrals))
    return {row.referral: row.starts_at for row in rows if _ours(row)}


def _free(rows: QuerySet[TalkMoment]) -> list[TalkMoment]:
    """Those that are ours and whose colleague still receives referrals; nobody is looked up when there are none."""
    found = [row for row in rows.order_by("starts_at", "id") if _ours(row)]
    if not found:
        return []
    circle = {one.principal for one in team.members_of(team.circle("intake").principal)}
    return [row for row in found if row.colleague in circle]


def _ours(row: TalkMoment) -> bool:
    try:
        row.verified()
    except Refused:
        return False
    return True
