"""The lines of the page: ways in and open screens as their owner knows them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.team.places import spoken
from kring.team.ways_in.forms import PLACES
from kring.vault import passkeys, sessions
from kring.vault.models import Slot
from kring.vault.refusals import Refused

KINDS = {
    Slot.Kind.PASSKEY: (_("Passkey"), "finger"),
    Slot.Kind.PASSWORD: (_("Password"), "lock"),
    Slot.Kind.PASSWORD_CODE: (_("Password with a code of your app"), "lock"),
    Slot.Kind.PAPER: (_("Code on paper"), "doc"),
}

_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Way:
    """One way in. `place` and `added_at` for passkeys alone."""

    id: str
    kind: str
    label: Any
    icon: str
    place: Any = ""
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One signed-in browser."""

    id: str
    sort: Any
    browser: str
    seen_at: datetime
    locked: bool
    this: bool


def ways(person: str) -> list[Way]:
    """A person's ways in, passkeys first."""
    details = {row.slot_id: row for row in passkeys.passkeys_of(person)}
    lines = []
    for slot in Slot.objects.filter(person=person, kind__in=KINDS):
        try:
            slot.verified()
        except Refused:
            continue
        label, icon = KINDS[Slot.Kind(slot.kind)]
        more = details.get(slot.id)
        extra = (PLACES.get(more.place, ""), more.added_at) if more else ("", None)
        lines.append(Way(slot.id, slot.kind, label, icon, *extra))
    order = list(KINDS)
    return sorted(lines, key=lambda line: (order.index(Slot.Kind(line.kind)), line.added_at or _FIRST, line.id))


def screens(person: str, this: str) -> list[Screen]:
    """A person's open screens, the one in front of him first."""
    rows = sessions.sessions_of(person)
    lines = [Screen(row.id, *spoken(row.place), row.seen_at, row.blob is None, row.id == this) for row in rows]
    return sorted(lines, key=lambda line: not line.this)
