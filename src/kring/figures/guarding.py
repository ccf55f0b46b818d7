"""What of a counted table stays hidden from everybody, given all that was answered before. Pure, but for the processes
of `kring.protection` and the clock.

One mechanism for every table: the rows and columns of a table of two facets are answered first, then its cells are
fitted to them; days are told where those with both days and those without may be; a filter where it tells nothing that
the table without it does not tell. What cannot be answered safely says what can.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic

from kring.figures import linking, narrowing, units
from kring.figures.asked import By, Counting
from kring.figures.counting import Counted, count
from kring.figures.linking import Past
from kring.figures.packs import Pack
from kring.figures.tables import Table
from kring.figures.told import Told, known_by, told
from kring.protection.checked import checked
from kring.protection.launching import TooMuch
from kring.protection.laying import sensitive
from kring.protection.protector import Protected
from kring.protection.sequence import ASKED, linked
from kring.protection.tables import ALL, Cell, Place, Rules

SECONDS = 60.0
"""How long one question may be looked at; what is not decided then is not given."""
MOST_FINEST, MOST_READ = 1_000, 20_000
"""Finest cells that are looked at, and those times who reads; of more nothing is said (decision 0100)."""
DAYS = "days known"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest question that can be answered safely: split by these, and without these filters."""

    by: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stays out. unsafe: all cells of a table; `nearest` can be asked instead. days: whether they are told."""

    cells: frozenset[Place] = field(default_factory=frozenset)
    whole: bool = False
    unsafe: bool = False
    nearest: Nearest | None = None
    days: bool = False


@dataclass(frozen=True, slots=True)
class Packs:
    """Where facts are counted: those that are sealed, and beside them rows that stand in the clear."""

    facts: Pack
    clear: Pack

    def of(self, kind: str) -> Pack:
        """The pack that has facts of this kind."""
        return self.clear if kind in self.clear.tables else self.facts

    def universe(self, asked: Counting) -> str:
        """Which cases are counted: tables of different universes have none in common."""
        pack = self.of(asked.of)
        return ("clear " if pack is self.clear else "") + units.universe(pack, asked)


class Guard:
    """Decides one table after the other and remembers what it let out. told: all that was answered, the newest last."""

    def __init__(self, packs: Packs, earlier: Sequence[Told], secret: Callable[[Sequence[str]], bytes]) -> None:
        self.told, self._packs, self._secret = list(earlier), packs, secret
        self._until = monotonic() + SECONDS
        self._lain: dict[str, Past] = {}

    def decide(self, asked: Counting, counted: Counted, rules: Rules | None = None) -> Hidden:
        """What of this table stays hidden. rules: those of another house."""
        rules = rules or _rules(asked)
        if asked.weight:
            return _closed(counted.table, None)
        if asked.only:
            return self._narrowed(asked, counted, rules)
        plain = replace(asked, days=None)
        hidden = self._table(plain, counted, rules)
        if asked.days is None or counted.days is None or hidden.unsafe or hidden.whole:
            return hidden
        known = replace(plain, by=(By(DAYS, replace(asked.days, bands=())),))
        found = self._table(known, self._count(known), rules)
        return replace(hidden, days=not (found.cells or found.whole or found.unsafe))

    def _count(self, asked: Counting) -> Counted:
        return count(self._packs.of(asked.of), asked)

    def _narrowed(self, asked: Counting, counted: Counted, rules: Rules) -> Hidden:
        """A filter takes what is shown without it, or all that is not; all else is closed."""
        names = tuple(each.by.name for each in asked.only)
        whole = narrowing.without(asked)
        if whole is None:
            nearest = self._tried(replace(asked, only=(), days=None), rules)
            return _closed(counted.table, replace(nearest, without=names) if nearest else None)
        beside = self._count(whole)
        hidden = self._table(whole, beside, rules)
        if hidden.unsafe:
            return _closed(counted.table, replace(hidden.nearest, without=names) if hidden.nearest else None)
        safe = narrowing.safe(asked, beside.table, hidden.cells, total_shown=not hidden.whole)
        return Hidden() if safe else _closed(counted.table, Nearest(names, names))

    def _table(self, asked: Counting, counted: Counted, rules: Rules) -> Hidden:
        """A table without a filter: as it was answered before, or decided and remembered."""
        table, known = counted.table, known_by(asked, counted)
        for one in self.told:
            if one.of == known:
                return _hidden(table, one.hidden)
        found = self._at_once(asked, table, rules)
        lines = []
        if found is None and len(table.dims) > 1:
            lines = [self._line(asked, number, rules) for number in range(len(table.dims))]
        nearest = max(lines, key=lambda line: line.shown, default=None)
        may = not any(line.hidden.unsafe for line in lines)
        may &= not (lines and _overlapping(table) and _any(table, rules))
        if found is None and may:
            found = self._places(asked, table, _settled(lines, table), rules)
        if found is None or (lines and not _tells(table, found.hidden)):
            by = nearest.name if nearest and nearest.shown else None
            total = self._total(asked, rules)
            return _closed(table, Nearest((by,)) if by else Nearest(()) if total else None, total=total)
        if found.new:
            universe = self._packs.universe(asked)
            self.told.append(told(asked, counted, universe=universe, hidden=found.hidden, finest=found.finest))
        return _hidden(table, found.hidden)

    def _total(self, asked: Counting, rules: Rules) -> bool:
        """Whether the whole of a table that is not given is told: decided, and remembered, as a question of its own."""
        if not asked.by:
            return False
        whole = replace(asked, by=())
        hidden = self._table(whole, self._count(whole), rules)
        return not (hidden.whole or hidden.unsafe)

    def _line(self, asked: Counting, number: int, rules: Rules) -> "_Line":
        """Rows or columns as a table of their own."""
        line = replace(asked, by=(asked.by[number],))
        counted = self._count(line)
        return _Line(number, asked.by[number].name, counted.table, self._table(line, counted, rules))

    def _tried(self, asked: Counting, rules: Rules) -> Nearest | None:
        """A question itself, or the nearest one that can be answered; it was not asked, so it is not remembered."""
        before = list(self.told)
        hidden = self._table(asked, self._count(asked), rules)
        self.told = before
        if hidden.unsafe:
            return hidden.nearest
        return None if hidden.whole and not asked.by else Nearest(tuple(by.name for by in asked.by))

    def _beside(self, asked: Counting) -> tuple[units.Lying, list[Past]]:
        """How its cases lie, and what was answered of the same ones."""
        pack, universe = self._packs.of(asked.of), self._packs.universe(asked)
        mine = units.lie(pack, asked)
        return mine, linking.related(mine, [self._past(pack, one) for one in self.told if one.universe == universe])

    def _past(self, pack: Pack, told: Told) -> Past:
        """An answer of before on the cases of today, which do not change while one question is looked at."""
        key = f"{told.of} {told.universe}"
        if key not in self._lain:
            self._lain[key] = linking.past(pack, told)
        return self._lain[key]

    def _at_once(self, asked: Counting, table: Table, rules: Rules) -> "_Found | None":
        """What needs no looking: it says nothing new, or nothing in it is small and nothing was answered beside it."""
        mine, pasts = self._beside(asked)
        for one in pasts:
            if one.same(table.dims, mine):
                return _Found(one.told.hidden, {}, new=False)
            if not table.dims and one.whole(mine):
                return _Found(frozenset([()] if one.hides_all else []), {}, new=False)
        return None if pasts or _any(table, rules) else _Found(frozenset(), mine.counted())

    def _places(self, asked: Counting, table: Table, settled: Mapping[Place, bool], rules: Rules) -> "_Found | None":
        """The places that stay hidden, and how cases lie; None when nothing is safe."""
        mine, pasts = self._beside(asked)
        hidden = self._solved(table, mine, pasts, settled, rules)
        return None if hidden is None else _Found(hidden, mine.counted())

    def _solved(
        self, table: Table, mine: units.Lying, pasts: Sequence[Past], settled: Mapping[Place, bool], rules: Rules
    ) -> frozenset[Place] | None:
        """By the protector, and then attacked."""
        cells = linking.signatures(table.dims, mine, pasts)
        if not any(sensitive(cell, rules) for cell in cells.values()) and not any(one.told.hidden for one in pasts):
            return frozenset()
        readers = 1 + len({who for cell in cells.values() for who in cell.by})
        if len(cells) > MOST_FINEST or len(cells) * readers > MOST_READ or monotonic() > self._until:
            return None
        (sheet, outside), before = linked(linking.facets(table.dims, mine.finest), cells, linking.earlier(pasts))
        fixed = {(*linking.protected(table.dims, at), ALL): hides for at, hides in settled.items()}
        sheet = replace(sheet, settled=fixed, carriers_shown=linking.carriers_shown(table.dims))
        said = [part for dim in table.dims for part in (dim.name, *dim.values)]
        try:
            found = checked((sheet, outside), rules, before, seed=self._secret(said), propose=False)
        except TooMuch:
            return None
        if not isinstance(found, Protected):
            return None
        return frozenset(linking.published(table.dims, at[:-1]) for at in found.of(ASKED))


@dataclass(frozen=True, slots=True)
class _Line:
    """Rows (0) or columns (1) of a table, and what stays hidden of them."""

    number: int
    name: str
    table: Table
    hidden: Hidden

    @property
    def shown(self) -> int:
        return 0 if self.hidden.unsafe else len(self.table.cells.keys() - self.hidden.cells)


@dataclass(frozen=True, slots=True)
class _Found:
    """hidden: which places. finest: how much each worker carries of each. new: whether it says anything new."""

    hidden: frozenset[Place]
    finest: Mapping[units.Finest, Mapping[str, int]]
    new: bool = True


def _settled(lines: Sequence[_Line], table: Table) -> dict[Place, bool]:
    """What rows and columns show as answers of their own; the total is known as soon as one of them shows it."""
    if not lines or _overlapping(table):
        return {}
    settled: dict[Place, bool] = {}
    for line in lines:
        for (value,) in line.table.cells:
            at = tuple(value if place == line.number else ALL for place in range(len(lines)))
            settled[at] = (value,) in line.hidden.cells
    return settled | {(ALL,) * len(lines): all(line.hidden.whole for line in lines)}


def _rules(asked: Counting) -> Rules:
    """What nobody carries (a referral) is held to the smallest number alone."""
    return Rules() if asked.worker else Rules(carriers=1)


def _closed(table: Table, nearest: Nearest | None, *, total: bool = False) -> Hidden:
    return Hidden(frozenset(table.cells), whole=not total, unsafe=True, nearest=nearest)


def _hidden(table: Table, places: frozenset[Place]) -> Hidden:
    whole = (ALL,) * len(table.dims)
    return Hidden(frozenset(at for at in places if at in table.cells and at != whole), whole in places)


def _tells(table: Table, hidden: frozenset[Place]) -> bool:
    return any(cell.count for at, cell in table.cells.items() if at not in hidden)


def _overlapping(table: Table) -> bool:
    return any(dim.overlapping for dim in table.dims)


def _any(table: Table, rules: Rules) -> bool:
    """Whether anything printed may not be, or anything outside a group that overlaps others."""
    cells = [table.whole, *table.cells.values()]
    if _overlapping(table):
        cells += [_rest(table.whole, cell) for cell in table.cells.values()]
    return any(sensitive(cell, rules) for cell in cells)


def _rest(whole: Cell, cell: Cell) -> Cell:
    left = {who: number - cell.by.get(who, 0) for who, number in whole.by.items()}
    return Cell({who: number for who, number in left.items() if number > 0})
