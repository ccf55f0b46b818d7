"""Sums of hidden cells that everybody can compute and that too few workers carry together (COU-04).

A margin minus what is shown of it is known, however wide each hidden cell in it is.
"""

from collections.abc import Iterator

from kring.protection.sheet import Sheet
from kring.protection.solving.highs import Flags


def thin(sheet: Sheet, hidden: Flags) -> Iterator[tuple[list[int], list[int]]]:
    """For each such sum: what is hidden in it, and of what one more must be."""
    for whole, parts in sheet.sums:
        inside = [cell for cell in parts if hidden[cell] and sheet.carriers[cell]]
        carried = {who for cell in inside for who in sheet.carriers[cell]}
        if inside and not hidden[whole] and len(carried) < sheet.fewest:
            yield inside, [cell for cell in (whole, *parts) if sheet.may[cell] and not hidden[cell]]
