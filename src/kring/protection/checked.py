"""Protect, then attack: nothing is called safe that the attacker has not tried, for everybody and for every worker."""

from collections.abc import Sequence
from math import inf

from kring.protection.attack import Ends, attacks
from kring.protection.memory import Memory, Named, Weights, remembered
from kring.protection.protector import Protected, Unanswerable, protect
from kring.protection.tables import Cell, Rules, Table


def checked(
    tables: Sequence[Table],
    rules: Rules,
    memory: Memory | None = None,
    *,
    seed: bytes | None = None,
    propose: bool = True,
) -> Protected | Unanswerable:
    """What stays hidden; unanswerable too when the attacker finds anything. Raises `TooMuch`."""
    before = memory or Memory()
    found = protect(tables, rules, before, seed=seed, propose=propose)
    if isinstance(found, Protected) and (found.hidden or before.hidden) and _broken(tables, found, rules, before):
        return Unanswerable(None)
    return found


def _broken(tables: Sequence[Table], found: Protected, rules: Rules, before: Memory) -> bool:
    """Whether anybody who knows all of it, and his own part, narrows a hidden sum that is not his own.

    What was too narrow before, by what happened to its cases since, may get no narrower.
    """
    cells = {(table.name, at): cell for table in tables for at, cell in table.filled.items()}
    after = sum((remembered(table, found.of(table.name)) for table in tables), start=before)
    workers = sorted({name for cell in cells.values() for name in cell.by})
    owns = [{}, *({named: cell.by[who] for named, cell in cells.items() if who in cell.by} for who in workers)]
    for who, own, read in zip(
        (None, *workers), owns, attacks(after.shown, after.hidden, owns, enough=rules.threshold), strict=True
    ):
        narrow = [
            (weights, ends)
            for weights, ends in zip(after.hidden, read, strict=True)
            if _width(ends) < rules.threshold and _carried(weights, cells) != {who}
        ]
        if narrow:
            [then] = attacks(before.shown, [weights for weights, _ in narrow], [own], enough=rules.threshold)
            if any(_width(ends) < _width(old) for (_, ends), old in zip(narrow, then, strict=True)):
                return True
    return False


def _width(ends: Ends) -> float:
    low, high = ends
    return inf if high is None else high - low


def _carried(weights: Weights, cells: dict[Named, Cell]) -> set[str]:
    return {name for named in weights for name in cells[named].by}
