"""What all readers of a table conclude, by the attacker: the public, and every worker who knows his own part."""

from collections.abc import Iterator, Sequence

from kring.protection.attack import Ends, attack
from kring.protection.memory import Memory, Named, Weights
from kring.protection.tables import Cell, Table


def finest(tables: Sequence[Table]) -> dict[Named, Cell]:
    """Every finest cell by its name."""
    return {(table.name, at): cell for table in tables for at, cell in table.filled.items()}


def by_everybody(
    tables: Sequence[Table], memory: Memory, enough: int | None = None
) -> Iterator[tuple[str | None, Weights, Ends]]:
    """For each reader, each hidden sum that is not his own: the least and the most he holds possible."""
    cells = finest(tables)
    workers = sorted({name for cell in cells.values() for name in cell.by})
    for who in (None, *workers):
        own = {named: cell.by[who] for named, cell in cells.items() if who in cell.by} if who else {}
        asked = [weights for weights in memory.hidden if not _all_his(weights, cells, who)]
        for weights, ends in zip(asked, attack(memory.shown, asked, own, enough=enough), strict=True):
            yield who, weights, ends


def truth(weights: Weights, tables: Sequence[Table]) -> int:
    """What a sum truly is."""
    cells = finest(tables)
    return sum(weight * cells[named].count for named, weight in weights.items())


def _all_his(weights: Weights, cells: dict[Named, Cell], who: str | None) -> bool:
    return {name for named in weights for name in cells[named].by} == {who}
