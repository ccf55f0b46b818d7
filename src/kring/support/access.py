"""Need to know: which part of a dossier exists for what, and who gets its key without asking.

This table is the privacy officer's; `open_dossier` gives keys from it and from nowhere else. Who is not in a row does
not hold a key: heads of service and of department, partners, other circles and administrators stand in none.
Source: security.md 3, professional secrecy (art. 352), GDPR art. 5(1)(c). What does not live here: the giving itself
(dossier/actions.py), and giving one more key by hand (any holder can, and the journal says so).
"""

from dataclasses import dataclass
from enum import StrEnum

from kring.vault.keycheck import Demand


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    CO_WORKER = "co_worker"
    CIRCLE_BEHIND_GLASS = "circle_behind_glass"
    RECOVERY = "recovery"
    AUTHOR = "author"
    NAMED = "named"
    CLIENT = "client"
    HEAD_OF_SERVICE = "head_of_service"
    STATISTICS = "statistics"


HOLDER, DEPUTY, CO_WORKER = Who.HOLDER, Who.DEPUTY, Who.CO_WORKER
GLASS, RECOVERY = Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, who holds it by default, and the step of the work that brings it."""

    holds: str
    by_default: tuple[Who, ...]
    step: str


NEED_TO_KNOW: dict[str, Row] = {
    "summary": Row(
        "what lists need: label, phase, rhythm, last contact, next step",
        (HOLDER, DEPUTY, CO_WORKER, GLASS, RECOVERY),
        "dossier",
    ),
    "identity": Row(
        "name or nickname, birth date, contact",
        (HOLDER, DEPUTY, CO_WORKER, GLASS, RECOVERY),
        "dossier",
    ),
    "referral": Row(
        "the referral and its clarification, sealed again when a role was taken",
        (HOLDER, DEPUTY, RECOVERY),
        "dossier",
    ),
    "journal": Row(
        "contacts, attachments and their names, and how the person was told that we wrote it down",
        (HOLDER, DEPUTY, CO_WORKER, GLASS, RECOVERY),
        "contacts",
    ),
    "sensitive": Row(
        "health, justice, family secrets: one lock per item",
        (Who.AUTHOR, Who.NAMED, RECOVERY),
        "contacts",
    ),
    "network": Row(
        "the people around the client",
        (HOLDER, DEPUTY, CO_WORKER, GLASS, RECOVERY),
        "network",
    ),
    "plan": Row(
        "goals, actions, versions",
        (HOLDER, DEPUTY, CO_WORKER, Who.CLIENT, GLASS, RECOVERY),
        "plan",
    ),
    "minutes": Row(
        "what was agreed at the table",
        (HOLDER, DEPUTY, RECOVERY),
        "consultation",
    ),
    "statements": Row(
        "the client's own words",
        (Who.CLIENT, HOLDER, DEPUTY, RECOVERY),
        "plan",
    ),
    "disclosures": Row(
        "what left the circle, to whom, why",
        (Who.AUTHOR, HOLDER, RECOVERY),
        "disclosure",
    ),
    "briefing": Row(
        "the letter upward, with copied items and an expiry",
        (Who.AUTHOR, Who.HEAD_OF_SERVICE, RECOVERY),
        "disclosure",
    ),
    "own_notes": Row(
        "a worker's own notes and drafts",
        (Who.AUTHOR, RECOVERY),
        "contacts",
    ),
    "requests": Row(
        "what the person asked of us, what was weighed, and what we answered",
        (HOLDER, DEPUTY, RECOVERY),
        "dossier",
    ),
    "household": Row(
        "that two dossiers belong together: one lock a link, for who stands around both",
        (Who.AUTHOR, Who.NAMED, RECOVERY),
        "dossier",
    ),
    "facts": Row(
        "facets for statistics, written and never read here",
        (Who.STATISTICS,),
        "dossier",
    ),
}

AT_OPENING = ("summary", "identity", "referral")
"""What may be written when a role is taken."""

FOUNDED = (*AT_OPENING, "journal", "network", "plan", "minutes", "statements", "requests")
"""The parts with one lock a dossier: each gets it when something is written in it for the first time."""

REGISTRY = "registry"
"""The part of a circle's own bundle that its blind tokens are made with: every member holds it through the circle."""

STREET = "street"
"""The part of a circle's own bundle that street rounds lie under: spots, tallies, nicknames; nobody's dossier."""

OF_ITS_OWN = ("sensitive", "own_notes", "disclosures", "briefing", "household")
"""The parts with a lock for one author: a sensitive note, own notes, what was passed on, a letter upward, a link."""

OFFERED = "handover"
"""The note beside an offer of a dossier: for who gives and who is asked, until the dossier has moved."""

AT_LEAST = {part: Demand(persons=2) for part in (*FOUNDED, REGISTRY, STREET)} | {
    **{part: Demand(persons=1) for part in OF_ITS_OWN},
    OFFERED: Demand(persons=1, recovery=False),
}
"""What `keycheck` asks of them: two persons, and recovery. Lost access is worse than a stolen file nobody can read."""


def by_default(part: str, who: Who) -> bool:
    """Whether `who` gets the key of `part` without anybody deciding."""
    return who in NEED_TO_KNOW[part].by_default
