"""From an open card to what the page of a dossier shows: words only, and nothing of a part that is shut."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext

from kring.support.desk import words
from kring.support.desk.card import Card
from kring.support.dossier.content import Identity, Phase
from kring.support.dossier.models import Dossier
from kring.team.programmes import programme

Fact = tuple[str, str]
"""A name and what it says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one dossier page. `phases`: name and "done", "now" or ""."""

    about: str
    phases: list[tuple[str | Promise, str]]
    short: list[Fact]
    who: list[Fact]
    tasks: list[Fact]


def of(card: Card, today: date) -> Sheet:
    """What the page says of this dossier on this day."""
    return Sheet(
        about=_about(card, today),
        phases=_phases(card.summary.phase),
        short=_short(card, today),
        who=_who(card.identity) if card.identity else [],
        tasks=[(task.get_kind_display(), _due(task.due_on, today)) for task in card.tasks],
    )


def age(born_on: date, today: date) -> int:
    """Whole years."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def _about(card: Card, today: date) -> str:
    said = [card.dossier.number]
    if card.identity and card.identity.born_on:
        said.append(gettext("%(years)s years old") % {"years": age(card.identity.born_on, today)})
    if card.dossier.state == Dossier.State.CLOSED and card.dossier.closed_on:
        said.append(gettext("closed on %(day)s") % {"day": words.day(card.dossier.closed_on)})
    else:
        said.append(gettext("role since %(day)s") % {"day": words.day(card.dossier.opened_on)})
    return " · ".join(said)


def _phases(now: Phase) -> list[tuple[str | Promise, str]]:
    order = list(Phase)
    at = order.index(now)
    return [(words.PHASES[phase], "done" if i < at else "now" if i == at else "") for i, phase in enumerate(order)]


def _short(card: Card, today: date) -> list[Fact]:
    summary = card.summary
    contact = words.ago((today - summary.last_contact_on).days) if summary.last_contact_on else gettext("none yet")
    if summary.attempts_since:
        contact += f" · {words.tried(summary.attempts_since)}"
    step = ", ".join(filter(None, [summary.next_step, words.by_when(summary.next_step_on, today)]))
    return [
        (gettext("Programme"), str(programme(summary.programme).name)),
        (gettext("How we work"), str(words.MODES[summary.mode])),
        (gettext("Rhythm"), words.rhythm(summary.rhythm_days)),
        (gettext("Last contact"), contact),
        (gettext("Next step"), step or gettext("none agreed yet")),
    ]


def _who(identity: Identity) -> list[Fact]:
    rows = [
        (gettext("Name"), identity.name),
        (gettext("Nickname"), identity.nickname),
        (gettext("Born on"), words.day(identity.born_on) if identity.born_on else ""),
        (gettext("Contact"), identity.contact),
    ]
    return [(name, said) for name, said in rows if said]


def _due(on: date, today: date) -> str:
    if on < today:
        return gettext("was due by %(day)s") % {"day": words.day(on)}
    return gettext("at the latest on %(day)s") % {"day": words.day(on)}
