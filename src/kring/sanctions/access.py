"""Need to know in sanction mediation: which part of a file exists for what, and who gets its key.

This table is the privacy officer's. Officers hold what article 44 names. Mediators hold two parts from the offer until
they reported, and neither before nor after; what is said in a mediation lies in no part at all (SAN-05). Heads of
service, administrators and everybody of casework stand in no row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.team.apart import SANCTIONING
from kring.vault.keycheck import Demand


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    OFFICERS = "officers"
    MEDIATORS = "mediators"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, and who holds it; `while_asked`: from the offer until the result."""

    holds: str
    by_default: tuple[Who, ...]
    while_asked: tuple[Who, ...] = ()


OFFICERS = (Who.OFFICERS, Who.RECOVERY)
NEED_TO_KNOW: Mapping[str, Row] = {
    "person": Row("who it is, the parents of a minor, the facts, the days terms run from", OFFICERS, (Who.MEDIATORS,)),
    "result": Row("what the mediator reports: a word, an agreement both want passed on", OFFICERS, (Who.MEDIATORS,)),
    "decision": Row("what the public prosecutor says, community service, the sanction and its day", OFFICERS),
}
OFFICE, CIRCLE = SANCTIONING, "sanction_mediation"
"""Codes of the office of the officers and of the circle of the mediators."""
OF_MEDIATORS = tuple(part for part, row in NEED_TO_KNOW.items() if Who.MEDIATORS in row.while_asked)
"""Parts given at the offer and withdrawn at the result."""
AT_LEAST: Mapping[str, Demand] = {part: Demand(2) for part in NEED_TO_KNOW}
"""Part -> who must hold it: two officers, through the key of their office."""
