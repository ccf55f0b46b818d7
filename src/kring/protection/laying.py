"""Lays tables and memory out as a sheet of numbers, and keeps which number is which place. Decides what is primary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from kring.protection.memory import Memory, Named, Weights
from kring.protection.sheet import Reader, Sheet, Sum
from kring.protection.tables import ALL, Cell, Place, Rules, Table, together


@dataclass(slots=True)
class Laid:
    """A sheet with its names. places: which published cell a place is; whole: that cell itself.

    finest: the atoms in order, with their number. quiet: places where a mark may stand for nobody as well.
    """

    sheet: Sheet
    finest: dict[Named, Cell]
    number: dict[Named, int]
    places: dict[Named, int] = field(default_factory=dict)
    whole: list[Cell] = field(default_factory=list)
    quiet: set[int] = field(default_factory=set)


def lay(tables: Sequence[Table], memory: Memory, rules: Rules, seed: bytes | None = None) -> Laid:
    """The sheet of these tables, which are linked by what `memory` says of their cells. seed: see `_by_chance`."""
    finest = {(table.name, at): cell for table in tables for at, cell in table.filled.items()}
    sheet = Sheet(rules.threshold, rules.carriers, [cell.count for cell in finest.values()])
    laid = Laid(sheet, finest, {named: number for number, named in enumerate(finest)})
    workers = sorted({name for cell in finest.values() for name in cell.by})
    _publish(laid, tables, workers, rules)
    if seed is not None:
        _by_chance(sheet, seed)
    _choose(laid, tables, rules)
    _remember(laid, memory, rules)
    sheet.readers = [_reader(laid, tables, who) for who in (None, *workers)]
    return laid


def sensitive(cell: Cell, rules: Rules) -> bool:
    """Primary suppression: whether this count, when there is one, may not be shown (GDP-17, COU-04)."""
    return bool(cell.count) and (cell.count < rules.threshold or cell.carriers < rules.carriers)


def sums(table: Table) -> Iterator[tuple[Place, list[Place]]]:
    """Each margin of a table with the places it is the sum of, along one dimension."""
    for at in table.published:
        for number, dim in enumerate(table.dims):
            if (parts := dim.parts(at[number])) is not None:
                kids = [(*at[:number], part, *at[number + 1 :]) for part in parts]
                if all(kid in table.published for kid in kids):
                    yield at, kids


# What is published ------------------------------------------------------------------------------


def _publish(laid: Laid, tables: Sequence[Table], workers: Sequence[str], rules: Rules) -> None:
    """Number the published cells: the same finest cells are one number, however many places print them."""
    sheet, known = laid.sheet, dict[tuple[int, ...], int]()
    who = {name: number for number, name in enumerate(workers)}
    for table in tables:
        expected = _expected(table, rules)
        for at, parts in table.published.items():
            atoms = tuple(sorted(laid.number[table.name, part] for part in parts))
            if not atoms:
                continue
            place = laid.places[table.name, at] = known.setdefault(atoms, len(known))
            if place == len(sheet.cells):
                cell = together(laid.finest[table.name, part] for part in parts)
                laid.whole.append(cell)
                sheet.cells.append(list(atoms))
                sheet.cost.append(_cost(table, at, expected))
                sheet.carriers.append(sorted(who[name] for name in cell.by))
        for margin, kids in sums(table):
            numbers = [laid.places[table.name, kid] for kid in kids if (table.name, kid) in laid.places]
            whole = laid.places.get((table.name, margin))
            if whole is not None and numbers != [whole]:
                sheet.sums.append((whole, numbers))


def _expected(table: Table, rules: Rules) -> list[dict[str, float]]:
    """For each dimension, the share of the table that the margin of a value shows; an even share where it is hidden."""
    grand, found = max(1, sum(cell.count for cell in table.cells.values())), []
    for number, dim in enumerate(table.dims):
        lines = {value: [cell for at, cell in table.cells.items() if at[number] == value] for value in dim.values}
        margins = {value: together(cells) for value, cells in lines.items()}
        even = 1 / len(dim.values)
        found.append({v: even if sensitive(one, rules) else one.count / grand for v, one in margins.items()})
    return found


def _cost(table: Table, at: Place, expected: Sequence[dict[str, float]]) -> float:
    """The loss: a cell costs one, a margin as much as what it sums up; what the margins let expect breaks ties.

    Never the count itself: a choice of the smallest would tell everybody that it is the smallest.
    """
    size, share = 1, 0.5
    for dim, place, shares in zip(table.dims, at, expected, strict=True):
        if place in shares:
            share *= shares[place]
        elif dim.name in table.facets:
            size *= len(dim.values) + 1
    return size + share


def _by_chance(sheet: Sheet, seed: bytes) -> None:
    """Among choices of equally many cells a secret decides, the same for the same seed.

    Else whoever replays the program learns which of the hidden cells is the small one (decision 0098).
    """
    draw = Random(seed)  # noqa: S311  the seed is the secret, and what is drawn is never seen
    even = 0.5 / len(sheet.cells) if sheet.cells else 0.0
    sheet.cost = [int(cost) + even * draw.random() for cost in sheet.cost]


# What is hidden from the start ------------------------------------------------------------------


def _choose(laid: Laid, tables: Sequence[Table], rules: Rules) -> None:
    """Primary suppression, and what may be hidden beside it. Zero is shown: it says that nobody is there (COU-03)."""
    sheet = laid.sheet
    sheet.must = [sensitive(cell, rules) for cell in laid.whole]
    sheet.may = [cell.count > 0 for cell in laid.whole]
    for table in tables:
        for at in table.published:
            place = laid.places.get((table.name, at))
            if place is not None and table.quiet(at):
                laid.quiet.add(place)
                sheet.must[place] |= not sheet.may[place]
                sheet.may[place] = True
        for at, hidden in table.settled.items():
            if (place := laid.places.get((table.name, at))) is not None:
                sheet.must[place] = sheet.may[place] = hidden
        for line in _whole_lines(table, rules):
            [full] = [kid for kid in line if laid.whole[laid.places[table.name, kid]].count]
            zeros = [laid.places[table.name, kid] for kid in line if kid != full]
            sheet.must[laid.places[table.name, full]] = True
            for zero in zeros:
                sheet.may[zero] = True
            sheet.zeros.append(zeros)


def _whole_lines(table: Table, rules: Rules) -> Iterator[list[Place]]:
    """Rows and columns of which one cell holds all: whoever knows somebody in it knows the rest of him too.

    Source: tau-ARGUS manual, on group disclosure in frequency tables.
    """
    for margin, kids in sums(table):
        listed = [kid for kid in kids if table.published[kid]]
        counts = [sum(table.filled[part].count for part in table.published[kid]) for kid in listed]
        inside = any(place != ALL for place in margin)
        if inside and len(listed) > 1 and sum(map(bool, counts)) == 1 and sum(counts) >= rules.threshold:
            yield listed


# What is known already --------------------------------------------------------------------------


def _remember(laid: Laid, memory: Memory, rules: Rules) -> None:
    """What was said, and what keeps its width without being printed: earlier hidden sums, sensitive finest cells."""
    laid.sheet.known = [(_weighed(laid, said.weights), said.least, said.most) for said in memory.shown]
    printed = {cells[0] for cells in laid.sheet.cells if len(cells) == 1}
    small = [number for number, cell in enumerate(laid.finest.values()) if sensitive(cell, rules)]
    targets = [_weighed(laid, weights) for weights in memory.hidden]
    targets += [([number], [1]) for number in small if number not in printed]
    once = {(tuple(atoms), tuple(weights)): (atoms, weights) for atoms, weights in targets}
    laid.sheet.targets = list(once.values())


def _weighed(laid: Laid, weights: Weights) -> Sum:
    found = sorted((laid.number[named], weight) for named, weight in weights.items())
    return [number for number, _ in found], [weight for _, weight in found]


# What each reader knows of himself --------------------------------------------------------------


def _reader(laid: Laid, tables: Iterable[Table], who: str | None) -> Reader:
    """A reader of the tables (None) or a worker, who knows his own part of every finest cell."""
    sheet, cells = laid.sheet, list(laid.finest.values())
    least = [_part(cell, who) for cell in cells]
    one = [int(cell.count > 0 and number not in laid.quiet) for number, cell in enumerate(laid.whole)]
    least_cells = [max(some, _part(cell, who)) for some, cell in zip(one, laid.whole, strict=True)]
    alone: set[int] = set()
    for number in _printed_carriers(laid, tables):
        cell = laid.whole[number]
        others = cell.carriers - (who in cell.by)
        least_cells[number] = max(least_cells[number], _part(cell, who) + others)
        if cell.count and not others:
            alone.update(sheet.cells[number])
    for atoms, some in zip(sheet.cells, least_cells, strict=True):
        if len(atoms) == 1:
            least[atoms[0]] = max(least[atoms[0]], some)
    own = [number for number, cell in enumerate(laid.whole) if cell.by and set(cell.by) == {who}]
    carried = [{name for atom in atoms for name in cells[atom].by} for atoms, _ in sheet.targets]
    return Reader(least, least_cells, sorted(alone), own, [number for number, by in enumerate(carried) if by == {who}])


def _printed_carriers(laid: Laid, tables: Iterable[Table]) -> set[int]:
    """Published cells of which everybody knows how many workers are behind them, however finely their cases lie."""
    said = ((table.name, at) for table in tables if table.carriers_shown for at in table.published)
    return {laid.places[place] for place in said if place in laid.places}


def _part(cell: Cell, who: str | None) -> int:
    return cell.by.get(who, 0) if who else 0
