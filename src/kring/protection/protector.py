"""Complementary suppression: which cells of linked tables stay hidden, at the least loss, so that nobody computes one.

Primary: small cells and those of too few workers, and a cell that holds a whole row or column. Secondary: as many
others as it takes for every reader, and for every worker who knows his own part, given all that was published before.
When nothing keeps the rules, the nearest coarser question that can be answered is proposed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from kring.protection.coarser import Coarser, coarser
from kring.protection.launching import computed
from kring.protection.laying import lay
from kring.protection.memory import Memory, Named
from kring.protection.tables import ALL, Place, Rules, Table

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Interval:
    """What everybody must still hold possible of a hidden count: both ends, at least."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Protected:
    """hidden: by table and place, the interval of each cell that stays out; primary: those hidden for themselves.

    least: whether no choice loses less; else the stated heuristic chose.
    """

    hidden: Mapping[Named, Interval]
    primary: frozenset[Named]
    least: bool

    def of(self, table: str) -> frozenset[Place]:
        """What is hidden in the table of this name."""
        return frozenset(at for name, at in self.hidden if name == table)

    def counts(self, table: Table) -> dict[Place, int | None]:
        """The table as everybody may read it: None is a hidden cell, whatever the reason."""
        return {at: None if (table.name, at) in self.hidden else count for at, count in table.counts.items()}

    def tells(self, tables: Sequence[Table]) -> bool:
        """Whether any cell but a total is shown."""
        shown = (count for table in tables for at, count in self.counts(table).items() if set(at) != {ALL})
        return any(shown)


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """Cannot be answered safely. nearest: the coarser question that can be, or None."""

    nearest: Coarser | None


def protect(
    tables: Sequence[Table],
    rules: Rules,
    memory: Memory | None = None,
    *,
    seed: bytes | None = None,
    propose: bool = True,
) -> Protected | Unanswerable:
    """Hide what must be hidden, or say that it cannot be answered. Raises `TooMuch`.

    seed: a secret that decides between equal choices, so that nobody can replay them; without one the margins do.
    propose: whether to look for a coarser question.
    """
    memory = memory or Memory()
    if (found := _hide(tables, rules, memory, seed)) is not None:
        return found
    for change in coarser(tables) if propose else ():
        if (safe := _hide(change.applied(tables), rules, memory, seed)) is not None and safe.tells(
            change.applied(tables)
        ):
            return Unanswerable(change)
    return Unanswerable(None)


def _hide(tables: Sequence[Table], rules: Rules, memory: Memory, seed: bytes | None) -> Protected | None:
    laid = lay(tables, memory, rules, seed)
    answer = computed("child.py", asdict(laid.sheet), SECONDS)
    if answer["hidden"] is None:
        return None
    shift = {cell: Interval(*ends) for cell, *ends in zip(answer["hidden"], answer["low"], answer["top"], strict=True)}
    hidden = {
        named: Interval(laid.whole[cell].count + shift[cell].low, laid.whole[cell].count + shift[cell].high)
        for named, cell in laid.places.items()
        if cell in shift
    }
    primary = {named for named, cell in laid.places.items() if laid.sheet.must[cell]}
    return Protected(hidden, frozenset(primary), answer["least"])
