"""What a filter would tell: all minus "all but these" is these. Pure; asked before a filtered table leaves.

A filtered count is shown to everybody only where it follows from the same table without the filter as everybody may
read it: it takes groups that are shown there, or every one that is hidden while the total is shown.
"""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from kring.figures.asked import Counting
from kring.figures.tables import Table
from kring.protection.tables import Place


def without(asked: Counting) -> Counting | None:
    """The table that a filter takes its groups from; None where a filter is not taken alone."""
    if len(asked.only) != 1 or asked.by or asked.days:
        return None
    return replace(asked, only=(), by=(asked.only[0].by,))


def safe(asked: Counting, beside: Table, hidden: AbstractSet[Place], *, total_shown: bool) -> bool:
    """Whether the filtered count tells nothing that the table beside it, with these hidden, does not tell everybody."""
    wanted = {at for at in beside.cells if at[0] in asked.only[0].groups}
    if beside.dims[0].overlapping:
        return len(wanted) < 2 and not wanted & hidden
    return not wanted & hidden or (hidden <= wanted and total_shown)
