"""The family part of a network: the tree and the same as a list, a generation at a time. Words only."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from kring.support.network import words
from kring.support.network.chart import family as chart
from kring.support.network.chart.family import Relative, Tree
from kring.support.network.content import Kin, Side, Tie
from kring.support.network.queries import Network

GENERATIONS: tuple[tuple[Promise, tuple[Kin, ...]], ...] = (
    (gettext_lazy("Grandparents"), (Kin.GRANDPARENT,)),
    (gettext_lazy("Parents, aunts and uncles"), (Kin.PARENT, Kin.STEP_PARENT, Kin.AUNT_UNCLE)),
    (
        gettext_lazy("The client's own generation"),
        (Kin.SIBLING, Kin.PARTNER, Kin.FORMER_PARTNER, Kin.COUSIN),
    ),
    (gettext_lazy("Children"), (Kin.CHILD,)),
    (gettext_lazy("Grandchildren"), (Kin.GRANDCHILD,)),
)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the family in the list."""

    name: str
    who: str
    relation: str | Promise
    died: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Tree and list of the same people."""

    tree: Tree
    generations: list[tuple[Promise, list[Member]]]


def of(network: Network, day: date, me: str) -> Family | None:
    """The family as it was on a day; None when nobody of it stands on the map."""
    there = [(row.tie, state) for row, state in network.on(day) if row.tie.kin]
    if not there:
        return None
    relatives = [
        Relative(tie.name, tie.kin.value, tie.side.value, str(words.KIN[tie.kin]), tie.died) for tie, _ in there
    ]
    members = [
        (tie.kin, Member(tie.name, _who(tie), words.RELATIONS[state.relation], tie.died)) for tie, state in there
    ]
    generations = [(title, [one for kin in kins for of, one in members if of == kin]) for title, kins in GENERATIONS]
    return Family(chart.tree(me, relatives), [(title, found) for title, found in generations if found])


def _who(tie: Tie) -> str:
    kin = str(words.KIN[tie.kin])
    return kin if tie.side == Side.NONE else f"{kin}, {words.SIDES[tie.side]}"
