"""A table beside all that was answered before: what its finest cells are, and what everybody knows of them. Pure.

A case that was counted then and is not there any more (erased, corrected) stands in a cell of that answer alone; one
that was told late stands in none of its cells.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kring.figures.columns import Numbers, apart
from kring.figures.packs import Pack
from kring.figures.tables import Dim
from kring.figures.told import Told
from kring.figures.units import Finest, Lying, lie
from kring.protection.sequence import Earlier, Signature
from kring.protection.tables import ALL, Cell, Place
from kring.protection.tables import Dim as Facet

APART = "\x1f"
GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Past:
    """An answer of before, on the cases of today. gone: how many of each that are not there any more, by worker."""

    told: Told
    lying: Lying
    gone: tuple[tuple[Finest, str, int], ...]

    def same(self, dims: Sequence[Dim], mine: Lying) -> bool:
        """Whether that answer says all that a table of these dims would: the same cases in the same groups."""
        if self.gone or (tuple(dims), mine.finest) != (self.told.body.dims, self.lying.finest):
            return False
        return np.array_equal(mine.codes, self.lying.codes)

    def whole(self, mine: Lying) -> bool:
        """Whether its total counts the same cases."""
        return not self.gone and self.lying.there() == mine.there()

    @property
    def hides_all(self) -> bool:
        """Whether its total stayed hidden."""
        return (ALL,) * len(self.told.body.dims) in self.told.hidden


def facets(dims: Sequence[Dim], finest: Iterable[Finest]) -> tuple[Facet, ...]:
    """The dims as protection knows them: groups that overlap become groups of the sets that were found."""
    if not any(dim.overlapping for dim in dims):
        return tuple(Facet(dim.name, dim.values) for dim in dims)
    sets = sorted(set(finest))
    within = {at: frozenset(_set(one) for one in sets if at in one) for one in sets for at in one}
    groups = {APART.join(at): some for at, some in within.items()}
    return (Facet(GROUPS, tuple(map(_set, sets)), groups, by_groups=True),)


def carriers_shown(dims: Sequence[Dim]) -> bool:
    """Whether everybody is taken to know how many workers carry each group: of one facet (decision 0098)."""
    return len(dims) == 1


def place(dims: Sequence[Dim], finest: Finest) -> Place:
    """Where a case lies, as protection knows it."""
    return (_set(finest),) if any(dim.overlapping for dim in dims) else finest[0]


def published(dims: Sequence[Dim], at: Place) -> Place:
    """A published place of protection as the table has it: groups that overlap by their names again."""
    if not any(dim.overlapping for dim in dims):
        return at
    return (ALL,) * len(dims) if at == (ALL,) else tuple(at[0].split(APART))


def protected(dims: Sequence[Dim], at: Place) -> Place:
    """The other way round."""
    if not any(dim.overlapping for dim in dims):
        return at
    return (ALL,) if set(at) == {ALL} else (APART.join(at),)


def _set(finest: Finest) -> str:
    """A name for a set of cells that no group bears."""
    return APART * 2 + (APART * 2).join(APART.join(at) for at in finest)


def past(pack: Pack, told: Told) -> Past:
    """Lay an answer of before on the cases of today: as many of each, with each worker, as were counted then."""
    lying = lie(pack, told.body.asked)
    then = {(cells, who): n for cells, by in told.body.finest.items() for who, n in by.items()}
    now = {(cells, who): n for cells, by in lying.counted().items() for who, n in by.items()}
    gone = tuple((*key, n - now.get(key, 0)) for key, n in then.items() if n > now.get(key, 0))
    late = Counter({key: n - then.get(key, 0) for key, n in now.items() if n > then.get(key, 0)})
    return Past(told, _without(lying, late) if late else lying, gone)


def _without(lying: Lying, late: Counter[tuple[Finest, str]]) -> Lying:
    """Leave so many out, the last ones first."""
    codes, workers = lying.codes.copy(), lying.workers.tolist()
    for unit in np.flatnonzero(codes)[::-1].tolist():
        key = lying.finest[codes[unit] - 1], lying.names[workers[unit]]
        if late.get(key, 0):
            late[key] -= 1
            codes[unit] = 0
    return Lying(lying.finest, codes, lying.names, lying.workers)


def related(mine: Lying, pasts: Sequence[Past]) -> list[Past]:
    """Those that have a case in common with this table, or with one that has."""
    seen, left, found = mine.there(), list(pasts), set[int]()
    grew = True
    while grew:
        grew = False
        for number, one in enumerate(left):
            if number not in found and (there := one.lying.there()) & seen:
                seen, grew = seen | there, True
                found.add(number)
    return [one for number, one in enumerate(left) if number in found]


def signatures(dims: Sequence[Dim], mine: Lying, pasts: Sequence[Past]) -> dict[Signature, Cell]:
    """The finest cells: where cases lie in this table and in each earlier one, with who carries them."""
    every = [(dims, mine), *((one.told.body.dims, one.lying) for one in pasts)]
    places = [[None, *(place(of, cells) for cells in lying.finest)] for of, lying in every]
    found: dict[Signature, dict[str, int]] = {}
    names, workers = _workers([lying for _, lying in every])
    keys, which = apart([*(lying.codes for _, lying in every), workers], len(workers))
    for key, number in zip(keys, np.bincount(which, minlength=len(keys)).tolist(), strict=True):
        *codes, carrier = key
        if any(codes):
            signature = tuple(of[code] for of, code in zip(places, codes, strict=True))
            by = found.setdefault(signature, {})
            by[names[carrier]] = by.get(names[carrier], 0) + number
    for at, one in enumerate(pasts, start=1):
        for cells, who, number in one.gone:
            nowhere: list[Place | None] = [None] * len(every)
            nowhere[at] = place(one.told.body.dims, cells)
            by = found.setdefault(tuple(nowhere), {})
            by[who] = by.get(who, 0) + number
    return {signature: Cell(by) for signature, by in found.items()}


def _workers(every: Sequence[Lying]) -> tuple[list[str], Numbers]:
    """Who carries each case, by number: as the first table says that counts it."""
    names = sorted({"", *(name for lying in every for name in lying.names)})
    number = {name: at for at, name in enumerate(names)}
    says = np.full(len(every[0].codes), number[""], np.int64)
    for lying in reversed(every):
        said = np.array([number[name] for name in lying.names], np.int64)[lying.workers]
        says = np.where(lying.codes > 0, said, says)
    return names, says


def earlier(pasts: Iterable[Past]) -> list[Earlier]:
    """The answers of before as protection knows them."""
    found = []
    for one in pasts:
        dims, finest = one.told.body.dims, one.told.body.finest
        hidden = frozenset(protected(dims, at) for at in one.told.hidden)
        found.append(Earlier(facets(dims, finest), hidden, carriers_shown(dims)))
    return found
