"""What a filter would tell: all minus "all but these" is these. Pure; asked before a filtered table leaves.

A filtered count is shown to everybody only where it follows from the same table without the filter as everybody may
read it: it takes groups that are shown there, or every one that is hidden while the total is shown.
"""

from dataclasses import replace

from kring.vault.asked import Counting
from kring.vault.showing import Shown, State


def without(asked: Counting) -> Counting | None:
    """The table that a filter takes its groups from; None where a filter is not taken alone."""
    if len(asked.only) != 1 or asked.by or asked.days:
        return None
    return replace(asked, only=(), by=(asked.only[0].by,))


def safe(asked: Counting, beside: Shown | None) -> bool:
    """Whether the filtered count tells nothing that the table beside it does not tell everybody."""
    if beside is None or beside.state == State.UNSAFE:
        return False
    wanted = {at for at in beside.cells if at[0] in asked.only[0].groups}
    hidden = {at for at, count in beside.cells.items() if count is None}
    if beside.dims[0].overlapping:
        return len(wanted) < 2 and not wanted & hidden
    return not wanted & hidden or (hidden <= wanted and beside.whole is not None)
