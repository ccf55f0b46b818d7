"""Need to know in mediation between neighbours: which part of a file exists for what, and who gets its key.

This table is the privacy officer's. The two sides are symmetric: what A told lies under one lock, what B told under
another, and what a party may open is a copy of its own side alone. Heads of service and administrators stand in no row.
Law: Judicial Code art. 1728 (what is said in mediation stays there), domain rule SAN-09.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.vault.keycheck import Demand


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    CIRCLE = "circle"
    HELPER = "helper"
    PARTY = "party"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, and who holds it. A helper holds it until a day."""

    holds: str
    by_default: tuple[Who, ...]


MEDIATORS = (Who.CIRCLE, Who.HELPER, Who.RECOVERY)
NEED_TO_KNOW: Mapping[str, Row] = {
    "file": Row("what it is called, how it came, how they talk", MEDIATORS),
    "side_a": Row("the sheet of party A: who it is, what it told, what it wants", MEDIATORS),
    "side_b": Row("the sheet of party B: the same, of the other neighbour", MEDIATORS),
}
EXTRACTS: Mapping[str, Row] = {
    "page": Row("a copy of what belongs to one side, behind a link until a day", (Who.PARTY,)),
}
"""What goes outside: never a part, always a copy."""
CIRCLE = "mediation"
"""Code of the circle of mediators."""
AT_LEAST: Mapping[str, Demand] = {part: Demand(2) for part in NEED_TO_KNOW}
"""Part -> who must hold it: two mediators, through the key of their circle."""
