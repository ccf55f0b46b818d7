"""Protect, then attack: nothing is called safe that the attacker has not tried, for everybody and for every worker."""

from collections.abc import Sequence

from kring.protection.attack import attacks
from kring.protection.memory import Memory, Named, Weights, remembered
from kring.protection.protector import Protected, Unanswerable, protect
from kring.protection.tables import Cell, Rules, Table


def checked(
    tables: Sequence[Table], rules: Rules, memory: Memory | None = None, *, seed: bytes | None = None
) -> Protected | Unanswerable:
    """What stays hidden; unanswerable too when the attacker finds anything. Raises `TooMuch`."""
    before = memory or Memory()
    found = protect(tables, rules, before, seed=seed)
    if isinstance(found, Protected) and found.hidden and _broken(tables, found, rules, before):
        return Unanswerable(None)
    return found


def _broken(tables: Sequence[Table], found: Protected, rules: Rules, before: Memory) -> bool:
    """Whether anybody who knows all of it, and his own part, narrows a hidden sum that is not his own."""
    cells = {(table.name, at): cell for table in tables for at, cell in table.filled.items()}
    after = sum((remembered(table, found.of(table.name)) for table in tables), start=before)
    workers = sorted({name for cell in cells.values() for name in cell.by})
    owns = [{}, *({named: cell.by[who] for named, cell in cells.items() if who in cell.by} for who in workers)]
    read = attacks(after.shown, after.hidden, owns, enough=rules.threshold)
    return any(
        high is not None and high - low < rules.threshold and _carried(weights, cells) != {who}
        for who, ends in zip((None, *workers), read, strict=True)
        for weights, (low, high) in zip(after.hidden, ends, strict=True)
    )


def _carried(weights: Weights, cells: dict[Named, Cell]) -> set[str]:
    return {name for named in weights for name in cells[named].by}
