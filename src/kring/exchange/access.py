"""Need to know in the team exchange: which part exists for what, and who gets its key.

This table is the privacy officer's. A meeting is of one circle or of all that carry dossiers; who belongs to none of
them holds nothing here: heads, administrators and the privacy officer stand in no row.
Source: shared secrecy stays within a circle; across circles goes a vignette alone (domain.md 1.1, 5.2 step 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.team import access as doors
from kring.team.programmes import PROGRAMMES
from kring.vault.keycheck import Demand


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    TAKES_PART = "takes_part"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, and who holds it."""

    holds: str
    by_default: tuple[Who, ...]


TAKES_PART = (Who.TAKES_PART, Who.RECOVERY)
NEED_TO_KNOW: Mapping[str, Row] = {
    "meeting": Row("where and when, the questions of colleagues, notes, agreements", TAKES_PART),
    "cards": Row("lesson cards of the whole team, their collections and the words they are found by", TAKES_PART),
    "vignettes": Row("what was told of a case without a name; destroyed after the day of the meeting", TAKES_PART),
}
MEETING = ("meeting", "vignettes")
"""The parts of one meeting; the cards are a part of the one library."""
CIRCLES = tuple(dict.fromkeys(one.circle for one in PROGRAMMES if one.circle))
"""Codes of the circles that carry dossiers: together they are the team of this exchange."""
AT_LEAST: Mapping[str, Demand] = {part: Demand(persons=2) for part in NEED_TO_KNOW}
"""Part -> who must hold it: two colleagues, through the key of their circle."""
colleague_in_casework = doors.in_circle(*CIRCLES)
"""Who passes a door of the exchange."""
