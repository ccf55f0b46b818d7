"""Looks at who looked: the journal of one dossier, and who can read now. Needs no key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from django.db.models import F
from django.utils import timezone

from kring.privacy.looked import rules
from kring.privacy.looked.rules import Looked
from kring.support.access import NEED_TO_KNOW
from kring.vault import entries
from kring.vault.models import Envelope, Grant, Lock

WEEKS = 4
EVER = datetime(1970, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Weeks:
    """The week of today, and the weeks before it that are shown."""

    this: Looked
    before: Looked
    since: datetime


def weeks(dossier: str, *, today: datetime | None = None) -> Weeks:
    """Who looked in a dossier this week, and in the three weeks before. Instants are real, whatever day a demo has."""
    now = timezone.localtime(today)
    monday = rules.week_of(now.date())
    begin = timezone.make_aware(datetime.combine(monday, time.min))
    since = timezone.make_aware(datetime.combine(monday - timedelta(weeks=WEEKS - 1), time.min))
    found = entries.naming(dossier, since)
    zone = timezone.get_current_timezone()
    this = rules.summed([one for one in found if one.at >= begin], zone)
    return Weeks(this, rules.summed([one for one in found if one.at < begin], zone), since)


def everything(dossier: str) -> Looked:
    """Who ever looked, as far as the journal still has it."""
    return rules.summed(entries.naming(dossier, EVER), timezone.get_current_timezone())


@dataclass(frozen=True, slots=True)
class Readers:
    """Who can open which parts now: people by their principal; whether the circle can, behind glass, and trustees."""

    people: Mapping[str, list[str]] = field(default_factory=dict)
    behind_glass: bool = False
    recovery: bool = False


def readers(dossier: str) -> Readers:
    """Who holds the newest key of which part, and how."""
    rows = Grant.objects.filter(
        lock__bundle=dossier,
        lock__state=Lock.State.OPEN,
        lock_version=F("lock__version"),
        lock_generation=F("lock__generation"),
    ).values_list("lock__part", "envelope__holder", "envelope__kind", "envelope__expires_at")
    people: dict[str, set[str]] = {}
    kinds, now = set(), timezone.now()
    for part, holder, kind, expires_at in rows:
        if expires_at is not None and expires_at <= now:
            continue
        kinds.add(kind)
        if kind in (Envelope.Kind.WORK, Envelope.Kind.TIMED):
            people.setdefault(holder, set()).add(part)
    order = list(NEED_TO_KNOW)
    return Readers(
        {holder: sorted(parts, key=order.index) for holder, parts in people.items()},
        Envelope.Kind.GLASS in kinds,
        Envelope.Kind.RECOVERY in kinds,
    )
