"""A new table beside all earlier ones: one set of finest cells that every table, old and new, is made of.

Cases that lie alike in every table ever published are one finest cell, so overlapping periods and populations and the
difference between two days need no rule of their own. Combinations in which nobody is are left out: who computes is
then taken to know that they are empty, which is more than he does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kring.protection.memory import Memory, remembered
from kring.protection.tables import Cell, Dim, Place, Table, together

ASKED, OUTSIDE, BEFORE = "asked", "outside", "before"
Signature = tuple[Place | None, ...]
"""Where a case lies in the new table and in each earlier one, in their order; None: not counted there."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A table that was published: its dimensions and the places that were hidden in it. carriers_shown: see `Table`."""

    dims: tuple[Dim, ...]
    hidden: frozenset[Place]
    carriers_shown: bool = False


def linked(
    dims: tuple[Dim, ...], counted: Mapping[Signature, Cell], earlier: Sequence[Earlier]
) -> tuple[tuple[Table, ...], Memory]:
    """The new table (named "asked") with its finest cells, who stands outside it, and what everybody knows of both."""
    pasts = sorted({signature[1:] for signature in counted} | {(None,) * len(earlier)}, key=repr)
    named = {past: str(number) for number, past in enumerate(pasts)}
    before = Dim(BEFORE, tuple(named.values()))
    lies = {signature: (*(signature[0] or ()), named[signature[1:]]) for signature in counted}
    inside = {lies[signature]: cell for signature, cell in counted.items() if signature[0] is not None}
    filled = {at[:-1] for at in inside}
    empty = (at for at in product(*(dim.values for dim in dims)) if at not in filled)
    inside |= {(*at, named[(None,) * len(earlier)]): Cell({}) for at in empty}
    view = (tuple(dim.name for dim in dims),)
    asked = Table((*dims, before), inside, ASKED, views=view)
    outside = {lies[signature]: cell for signature, cell in counted.items() if signature[0] is None}
    finest = {signature: (OUTSIDE if signature[0] is None else ASKED, lies[signature]) for signature in counted}
    memory = sum(_memories(finest, counted, earlier), start=Memory())
    return (asked, Table((before,), outside, OUTSIDE, views=())), memory


def _memories(
    finest: Mapping[Signature, tuple[str, Place]], counted: Mapping[Signature, Cell], earlier: Sequence[Earlier]
) -> Iterator[Memory]:
    for number, one in enumerate(earlier, start=1):
        parts: dict[Place, list[Signature]] = {}
        for signature in counted:
            if (at := signature[number]) is not None:
                parts.setdefault(at, []).append(signature)
        cells = {at: together(counted[which] for which in some) for at, some in parts.items()}
        table = Table(one.dims, cells, carriers_shown=one.carriers_shown)
        atoms = {at: [finest[which] for which in some] for at, some in parts.items()}
        yield remembered(table, one.hidden, atoms)
