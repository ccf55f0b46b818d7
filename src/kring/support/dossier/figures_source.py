"""What a dossier leaves behind for the council's figure: facts, written and never read here.

A fact is named by the dossier's own key, so a correction replaces without reading; the vault links the facts of one
dossier by a pseudonym. What does not live here: counting (reporting).
"""

from collections.abc import Sequence
from datetime import date

from kring.support.dossier.content import (
    Begun,
    Carrying,
    DossierClosed,
    DossierOpened,
    DossierPerson,
    DossierStep,
    Identity,
    Phase,
    SummaryContent,
)
from kring.support.dossier.models import Dossier
from kring.vault import facts
from kring.vault.facts import Entry
from kring.vault.gate import Keys
from kring.vault.primitives import Key, derive, encode, keep, open_kept
from kring.vault.server_keys import server_keys

OPENED, CLOSED, PERSON = "dossier_opened", "dossier_closed", "dossier_person"
STEPS = (Phase.NETWORK, Phase.CONSULTATION, Phase.PLAN)
"""Steps of the journey that are counted by the day they were done."""
FIRST_CONTACT = "contact"
_KEPT = "fact key"


def step(phase: str) -> str:
    """The kind of the fact that a step of the journey was done."""
    return f"dossier_{phase}"


def opened(
    keys: Keys,
    *,
    dossier: str,
    summary: SummaryContent,
    opened_on: date,
    known_since: date,
    holder: str,
    closed_on: date | None = None,
) -> Entry:
    """The fact that a dossier was opened, or taken up again, and who carried it since, until a closing.

    holder: who carries it now; who did before stands in the summary.
    """
    stints = carried(summary.carried or (Carrying(holder, opened_on),), opened_on, closed_on)
    begun, again = summary.begun or Begun(), bool(summary.reopened_on)
    content = DossierOpened(
        programme=summary.programme,
        mode=summary.mode,
        opened_on=opened_on,
        holder=facts.worker(stints[-1].person),
        known_since=known_since,
        returning=again,
        closed_before_on=summary.closed_before[-1] if summary.closed_before else None,
        referrer_kind=begun.referrer_kind,
        channel=begun.channel,
        referred_on=None if again else begun.referred_on,
        talk_on=None if again else begun.talk_on,
        domains=" ".join(begun.domains),
        carried=" ".join(f"{facts.worker(one.person)}@{one.since}" for one in stints) if len(stints) > 1 else "",
    )
    return Entry(OPENED, subject(keys, dossier, summary), "opened", content)


def carried(all_told: Sequence[Carrying], start: date, end: date | None) -> list[Carrying]:
    """Who carried it from one day until another: the first since that day."""
    there = [one for one in all_told if end is None or one.since <= end] or list(all_told[:1])
    begun = [one for one in there if one.since <= start][-1:] or there[:1]
    found = [Carrying(begun[0].person, start)]
    for one in there:
        if one.since > start and one.person != found[-1].person:
            found.append(one)
    return found


def person(keys: Keys, *, dossier: str, summary: SummaryContent, identity: Identity) -> Entry:
    """The fact of what the figures tell of a person."""
    year = identity.born_on.year if identity.born_on else None
    content = DossierPerson(year, identity.gender, identity.area, identity.language_help)
    return Entry(PERSON, subject(keys, dossier, summary), "person", content)


def stepped(keys: Keys, *, dossier: str, summary: SummaryContent, phase: Phase, on: date) -> Entry:
    """The fact that a step of the journey was done."""
    return Entry(step(phase), subject(keys, dossier, summary), phase.value, DossierStep(on))


def first_contact(keys: Keys, *, dossier: str, summary: SummaryContent, on: date) -> Entry:
    """The fact that the client was reached for the first time."""
    return Entry(step(FIRST_CONTACT), subject(keys, dossier, summary), FIRST_CONTACT, DossierStep(on))


def closed(keys: Keys, *, dossier: str, summary: SummaryContent, closed_on: date, reason: str = "") -> Entry:
    """The fact that a dossier was closed."""
    return Entry(CLOSED, subject(keys, dossier, summary), "closed", DossierClosed(closed_on, reason))


def kept_key(keys: Keys, dossier: str, summary: SummaryContent) -> bytes:
    """The key its facts are named by and how often the role was taken, sealed under the server key file.

    Made at its closing, while a key is at hand: whoever erases the dossier years later has none, and its facts must
    go with it (security.md 4.15).
    """
    first = facts.row_key(keys, bundle=dossier, part="summary")
    said = bytes([min(len(summary.reopened_on) + 1, 255)]) + first
    return keep(server_keys().of(_KEPT, 0), said, _context(dossier))


def named_by(row: Dossier) -> tuple[Key, int] | None:
    """The key its facts are named by and how often the role was taken; None when it was closed before that was kept."""
    if row.fact_key is None:
        return None
    said = open_kept(server_keys().of(_KEPT, 0), bytes(row.fact_key), _context(row.id))
    return Key(said[1:]), said[0]


def names(first: Key, lives: int) -> list[str]:
    """The ids of the facts of opening, steps and closing and of the person, of every time the role was taken."""
    keys = [_again(first, number) for number in range(lives)]
    return [
        facts.fact_id(key, event) for key in keys for event in ("opened", "closed", "person", FIRST_CONTACT, *STEPS)
    ]


def _context(dossier: str) -> bytes:
    return encode(server_keys().instance, _KEPT, dossier)


def subject(keys: Keys, dossier: str, summary: SummaryContent) -> Key:
    """What its facts are named by and linked with.

    Each time a role is taken up again has facts of its own, so the days in between stay as they were counted.
    """
    first = facts.row_key(keys, bundle=dossier, part="summary")
    return _again(first, len(summary.reopened_on))


def on_day(keys: Keys, dossier: str, summary: SummaryContent, on: date) -> Key:
    """The same for what happened on a day: of the time the role was taken that it falls in."""
    first = facts.row_key(keys, bundle=dossier, part="summary")
    return _again(first, sum(on >= again for again in summary.reopened_on))


def _again(first: Key, number: int) -> Key:
    return derive(first, f"taken up again {number}") if number else first
