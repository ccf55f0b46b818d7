"""A network as its page shows it: drawing and list from the same rows, what changed, and factors. Words only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.support import register_numbers
from kring.support.dossier.marks import words as marked
from kring.support.dossier.marks.content import About
from kring.support.network import rules, words
from kring.support.network.chart.canvas import NARROW, WIDE, Canvas
from kring.support.network.chart.draw import Figure, Labels, picture
from kring.support.network.chart.marks import initials
from kring.support.network.chart.placing import Word
from kring.support.network.chart.strokes import Stroke, stroke
from kring.support.network.chart.svg import written
from kring.support.network.content import Relation, Ring, Tie, TieState
from kring.support.network.queries import Network, TieRow

RING_ORDER = list(Ring)
SECTOR_ORDER = list(rules.SECTORS)
Said = str | Promise
LINES = {look: stroke(look.value, (2, 8, 42, 8), 0.8) for look in Relation}
"""The line of each quality as it stands beside its word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One tie in the list: everything the drawing says, in words."""

    id: str
    mark: str
    name: str
    role: str
    kind: str
    ring: Said
    relation: Said
    line: Stroke
    tags: list[str]
    trusted: bool
    died: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A sector with who stands in it."""

    title: Said
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Shown:
    """Drawing and list of one day."""

    count: int
    wide: SafeString
    narrow: SafeString
    groups: list[Group]
    holds_register_number: bool


def on_day(network: Network, day: date, me: str) -> Shown:
    """The network as it was on the evening of a day. me: what the client is called."""
    there = sorted(network.on(day), key=lambda each: _order(each[0].tie, each[1]))
    marks = initials(row.tie.name for row, _state in there)
    figures = [_figure(row.tie, state, mark) for (row, state), mark in zip(there, marks, strict=True)]
    labels = Labels(short(me), _said(words.RINGS), _said(words.SECTORS))
    lines = [
        (rules.SECTOR_OF[row.tie.domain], _line(row, state, mark))
        for (row, state), mark in zip(there, marks, strict=True)
    ]
    return Shown(
        count=len(there),
        wide=_drawn(figures, labels, WIDE),
        narrow=_drawn(figures, labels, NARROW),
        groups=[
            Group(words.SECTORS[sector], [line for of, line in lines if of == sector])
            for sector in SECTOR_ORDER
            if any(of == sector for of, _ in lines)
        ],
        holds_register_number=any(register_numbers.holds_one(f"{row.tie.name} {row.tie.role}") for row in network.ties),
    )


def _drawn(figures: Sequence[Figure], labels: Labels, canvas: Canvas) -> SafeString:
    said = _("People and organisations in three rings around the client. The list below says the same.")
    return written(picture(figures, labels, canvas), title=_("Map of the network"), described=said)


def short(label: str) -> str:
    """What the client is called in the middle of a drawing."""
    return label.split(maxsplit=1)[0] if label.split() else "?"


def _order(tie: Tie, state: TieState) -> tuple[int, int, str]:
    sector = SECTOR_ORDER.index(rules.SECTOR_OF[tie.domain])
    return sector, RING_ORDER.index(state.ring), tie.name.casefold()


def _figure(tie: Tie, state: TieState, mark: str) -> Figure:
    word = Word(tie.name, tie.role, SECTOR_ORDER.index(rules.SECTOR_OF[tie.domain]), RING_ORDER.index(state.ring))
    full = f"{tie.name}: {words.RINGS[state.ring]}, {words.RELATIONS[state.relation]}"
    return Figure(word, mark, state.relation.value, tie.kind.value, full, tie.trusted)


def _line(row: TieRow, state: TieState, mark: str) -> Line:
    tie = row.tie
    return Line(
        id=row.seen.record,
        mark=mark,
        name=tie.name,
        role=tie.role,
        kind=tie.kind.value,
        ring=words.RINGS[state.ring],
        relation=words.RELATIONS[state.relation],
        line=LINES[state.relation],
        tags=marked.said(tie.marks, usual=About.CONTEXT),
        trusted=tie.trusted,
        died=tie.died,
    )


def _said(names: dict[Ring, Promise] | dict[str, Promise]) -> Sequence[str]:
    return [str(name) for name in names.values()]
