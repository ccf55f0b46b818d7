"""GDP-11: what a lost device, key or colleague could open: counts and numbers in one look (72 hours of the law).

Who holds a key could open; whether it was opened the journal says. A frozen part counts: the program keeps it shut, the
lost key does not. Nothing here opens anything.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from kring.support.dossier.models import Dossier
from kring.team import queries as team
from kring.team.models import Colleague, Function, Group
from kring.team.places import spoken
from kring.team.ways_in.lines import KINDS
from kring.vault.models import Envelope, SessionKey, Slot
from kring.vault.refusals import Refused
from kring.vault.splitting import holding_now

OPEN_NOW = f"""
    SELECT e.bundle, l.part, d.number, d.holder, d.deputy
    FROM vault_envelope e
    JOIN vault_grant g ON g.envelope_id = e.id
    JOIN vault_lock l ON l.id = g.lock_id AND l.state <> 'shredded' AND l.version = g.lock_version
        AND l.generation = g.lock_generation
    LEFT JOIN support_dossier d ON d.id = e.bundle
    WHERE e.holder_id = %s AND e.kind = '{Envelope.Kind.WORK.value}' AND (e.expires_at IS NULL OR e.expires_at > %s)
"""  # noqa: S608  a code of our own
SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class Screen:
    """A signed-in screen: on what, when it was last seen, and whether it was unlocked."""

    sort: Any
    browser: str
    seen_at: datetime
    unlocked: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """What somebody's keys open. parts: part -> of how many dossiers. behind_glass: circle -> dossiers in it.

    numbers: of the dossiers, in order: each is one person or one household of whom something could be read.
    trustee: holds a share of the recovery key. administrator: may invite, shut out and let in again.
    """

    colleague: Colleague
    held: int = 0
    stood_in: int = 0
    along: int = 0
    parts: dict[str, int] = field(default_factory=dict)
    sensitive: int = 0
    groups: list[Group] = field(default_factory=list)
    behind_glass: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    screens: list[Screen] = field(default_factory=list)
    ways: list[tuple[Any, int]] = field(default_factory=list)
    trustee: bool = False
    administrator: bool = False


def reach(person: str) -> Reach:
    """What this colleague could open now. Raises `Refused` for somebody who is no colleague."""
    colleague = team.colleague(person)
    if colleague is None:
        raise Refused
    with connection.cursor() as cursor:
        cursor.execute(OPEN_NOW, [person, connection.ops.adapt_datetimefield_value(timezone.now())])
        rows = cursor.fetchall()
    parts = Counter(part for _bundle, part, number, _holder, _deputy in rows if number)
    roles = {bundle: (number, holder, deputy) for bundle, _part, number, holder, deputy in rows if number}
    groups = [one for one in team.open_groups() if one.principal in {row[0] for row in rows}]
    circles = [one for one in groups if one.kind == Group.Kind.CIRCLE]
    return Reach(
        colleague,
        held=sum(holder == person for _number, holder, _deputy in roles.values()),
        stood_in=sum(deputy == person for _number, _holder, deputy in roles.values()),
        along=sum(person not in (holder, deputy) for _number, holder, deputy in roles.values()),
        parts=dict(sorted(parts.items())),
        sensitive=sum(part == SENSITIVE for _bundle, part, *_ in rows),
        groups=groups,
        behind_glass=_behind_glass(circles),
        numbers=sorted(number for number, _holder, _deputy in roles.values()),
        screens=_screens(person),
        ways=_ways(person),
        trustee=person in holding_now(),
        administrator=any(one.function == Function.ADMINISTRATOR for one in team.functions_of(person)),
    )


def _behind_glass(circles: list[Group]) -> list[tuple[str, int]]:
    """How many dossiers there are in each of these circles."""
    inside = Dossier.objects.filter(circle__in=[one.principal for one in circles])
    there = Counter(inside.values_list("circle", flat=True))
    return [(one.name, there[one.principal]) for one in circles]


def _ways(person: str) -> list[tuple[Any, int]]:
    """How one signs in, in words, and how many of each."""
    there = Counter(Slot.objects.filter(person=person).values_list("kind", flat=True))
    return [(said, there[kind]) for kind, (said, _icon) in KINDS.items() if there[kind]]


def _screens(person: str) -> list[Screen]:
    rows = SessionKey.objects.filter(person=person, ends_at__gt=timezone.now()).order_by("-seen_at")
    return [Screen(*spoken(row.place), row.seen_at, row.blob is not None) for row in rows]
