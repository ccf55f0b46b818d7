"""What the pages of the network are given: the map of a day, and one tie with where it can lead."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier import words as said
from kring.support.dossier.marks import words as marked
from kring.support.dossier.marks.content import About
from kring.support.dossier.opening import Opened
from kring.support.network import changes, factors, family, rules, show, words
from kring.support.network.content import Tie
from kring.support.network.queries import Network, TieRow
from kring.team.clock import today

ONWARD: tuple[tuple[str, str, Promise], ...] = (
    ("consultation:consultations", "table", _("Invite to a consultation")),
    ("plan:loose_action", "flag", _("Make it an action in the plan")),
)
"""Where a tie can lead; a page that does not exist is left out."""
LEGEND = [(line, words.RELATIONS[look]) for look, line in show.LINES.items()]


@dataclass(frozen=True, slots=True)
class Onward:
    """A page a tie can lead to; the address names the row and nothing of who it is."""

    url: str
    icon: str
    label: str | Promise


def of_map(opened: Opened, network: Network, day: date) -> dict[str, Any]:
    """The map page as it was on a day."""
    first = network.drawings[-1] if network.drawings else None
    past = [on for on in rules.days_of(row.tie for row in network.ties) if on <= today()]
    return {
        "shown": show.on_day(network, day, opened.summary.label),
        "legend": LEGEND,
        "day": day,
        "is_past": day != today(),
        "in_words": said.day(day),
        "days": [(on, said.day(on)) for on in past if on != today()],
        "drawn_on": said.day(first.on) if first else "",
        "changed_on": said.day(past[0]) if past else "",
        "voice": next((each for each in network.drawings if each.words and each.on <= day), None),
        "changes": changes.latest(network, day),
        "family": family.of(network, day, show.short(opened.summary.label)),
        "factors": factors.of(network),
    }


def of_tie(opened: Opened, row: TieRow) -> dict[str, Any]:
    """The page of one tie."""
    tie = row.tie
    return {
        "record": row.seen.record,
        "tie": tie,
        "facts": _facts(tie),
        "history": list(changes.of_tie(tie, row.seen.record)),
        "over": rules.state_on(tie, today()) is None,
        "onward": [] if tie.died else _onward(opened.dossier.id, row.seen.record),
    }


def _facts(tie: Tie) -> list[tuple[str, Any]]:
    last = tie.states[-1]
    rows: list[tuple[Any, Any]] = [
        (_("Beside it"), tie.role),
        (_("Where"), words.SECTORS[rules.SECTOR_OF[tie.domain]]),
        (_("How close"), words.RINGS[last.ring]),
        (_("Relation"), words.RELATIONS[last.relation]),
        (_("Since"), said.day(last.from_on)),
        (_("Family"), words.KIN[tie.kin] if tie.kin else ""),
        (_("Marks"), ", ".join(marked.said(tie.marks, usual=About.CONTEXT))),
    ]
    return [(name, value) for name, value in rows if value]


def _onward(dossier: str, record: str) -> list[Onward]:
    found = []
    for route, icon, label in ONWARD:
        try:
            found.append(Onward(f"{reverse(route, args=[dossier])}?tie={record}", icon, label))
        except NoReverseMatch:
            continue
    return found
