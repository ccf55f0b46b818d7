"""Who holds a key to which part of a dossier, and in what capacity: what the page shows beside its content.

Read from envelopes, which are in the clear; opens nothing. A part one holds no key of is shown as being there,
never with what is in it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.models import Dossier
from kring.team import queries as team
from kring.vault.models import Envelope, Lock


@dataclass(frozen=True, slots=True)
class Face:
    """How a part looks on the page."""

    icon: str
    title: Promise
    holds: Promise


FACES: Mapping[str, Face] = {
    "summary": Face("doc", _("Basics"), _("What your list shows")),
    "identity": Face("hand", _("Who it is"), _("Name or nickname, contact")),
    "referral": Face("inbox", _("Referral"), _("Referral and talk with the referrer")),
    "journal": Face("pen", _("Contacts"), _("Notes of contacts")),
    "sensitive": Face("mind", _("Sensitive"), _("One lock for each item")),
    "network": Face("net", _("Network"), _("People around the client")),
    "plan": Face("flag", _("Plan"), _("Goals and actions")),
    "minutes": Face("table", _("Minutes"), _("What was agreed at the table")),
    "statements": Face("speak", _("Own words"), _("What the client said")),
    "disclosures": Face("share", _("Passed on"), _("What left the circle")),
    "requests": Face("shield", _("Requests"), _("What the person asked of us")),
    "briefing": Face("mail", _("Letter upward"), _("With copied items and an expiry")),
}


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Somebody with a key, and why."""

    name: str
    initials: str
    why: str | Promise
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part of this dossier. `shut`: I hold no key to it, and `why` says in words how that came.

    frozen: I hold its key, and it stays shut for everybody.
    """

    face: Face
    shut: bool
    holders: list[KeyHolder]
    why: str = ""
    frozen: bool = False


class Given(NamedTuple):
    """That somebody holds the newest key of a part, and how."""

    part: str
    holder: str
    kind: str
    bundle: str = ""


def shown(
    grants: Iterable[Given],
    dossier: Dossier,
    held: set[str],
    me: str,
    names: Mapping[str, Any],
    why: Mapping[str, str],
    frozen: Collection[tuple[str, str]] = (),
) -> list[PartShown]:
    """The parts that exist, in the order of the table; `held`: those I opened, `names`: colleagues by principal.

    why: part -> why it stays shut. frozen: what my keys would open, were it not frozen.
    """
    found: dict[str, list[KeyHolder]] = {}
    for part, holder, kind, _bundle in grants:
        found.setdefault(part, []).append(_holder(holder, kind, dossier, me, names))
    return [
        PartShown(
            face,
            part not in held,
            sorted(found[part], key=lambda one: (not one.is_person, one.name)),
            why.get(part, ""),
            (dossier.id, part) in frozen,
        )
        for part, face in FACES.items()
        if part in found
    ]


LIVE = f"""
    FROM vault_grant g JOIN vault_lock l ON l.id = g.lock_id JOIN vault_envelope e ON e.id = g.envelope_id
    WHERE l.state <> '{Lock.State.SHREDDED.value}' AND g.lock_version = l.version
    AND g.lock_generation = l.generation"""
"""In SQL: every dossier page asks it, and building it through the ORM costs more than answering it."""


def readers(dossier: str, part: str, me: str) -> tuple[str, ...]:
    """First names of who else can open a part for their work, in one query: they read what is written in it now.

    Of a part in which nothing was written yet: who will get it, those who hold the summary.
    """
    found = team.colleagues_who(_READERS, [dossier, dossier, part, part])
    return tuple(sorted(one.name.split()[0] for one in found.values() if one.principal != me))


_READERS = f"""
    IN (SELECT e.holder_id {LIVE} AND l.bundle = %s AND e.kind = '{Envelope.Kind.WORK.value}' AND l.part = CASE
        WHEN EXISTS (SELECT 1 FROM vault_lock f WHERE f.bundle = %s AND f.part = %s) THEN %s ELSE 'summary' END)
"""  # noqa: S608  words of our own


def _holder(principal: str, kind: str, dossier: Dossier, me: str, names: Mapping[str, Any]) -> KeyHolder:
    if kind == Envelope.Kind.GLASS:
        return KeyHolder(str(_("A member of the circle")), "", _("behind glass, with a reason"), is_person=False)
    if kind == Envelope.Kind.RECOVERY:
        return KeyHolder(str(_("Two trustees")), "", _("if a key is lost"), is_person=False)
    colleague = names.get(principal)
    name, initials = (colleague.name, colleague.initials) if colleague else (str(_("Somebody who left")), "–")
    return KeyHolder(name, initials, _("you") if principal == me else _why(principal, dossier))


def _why(principal: str, dossier: Dossier) -> Promise:
    if principal == dossier.holder:
        return _("holder")
    if principal == dossier.deputy:
        return _("deputy")
    return _("works along")
