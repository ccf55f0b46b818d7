"""Need to know in concerns: which part exists for what, and who gets its key.

This table is the privacy officer's. The partner who raises a concern opens no part: its page is a copy. Holders of
dossiers, heads of service and administrators stand in no row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.vault.keycheck import Demand


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    INTAKE = "intake"
    PARTNER = "partner"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, and who holds it."""

    holds: str
    by_default: tuple[Who, ...]


HELD = (Who.INTAKE, Who.RECOVERY)
NEED_TO_KNOW: Mapping[str, Row] = {
    "partner": Row("who raises concerns: name, school, how to reach, secrecy", HELD),
    "concern": Row("one concern: what was seen, the thread, how it ended", HELD),
}
EXTRACTS: Mapping[str, Row] = {
    "page": Row("a copy of one's own concerns and of what was answered, behind a link until a day", (Who.PARTNER,)),
}
"""What goes outside: never a part, always a copy."""
CIRCLE = "intake"
"""Code of the circle that answers."""
AT_LEAST: Mapping[str, Demand] = {part: Demand(2) for part in NEED_TO_KNOW}
"""Part -> who must hold it: two colleagues, through the key of their circle."""
