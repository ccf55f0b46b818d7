"""Need to know in the project pot: which part of an application exists for what, and who gets its key.

This table is the privacy officer's. One office holds every part; nobody in casework holds any of them through casework.
What the project is and who the initiators are lie under two locks, so that the people go at their own term while the
accounts of the grant stay. Source: GDPR art. 5(1)(c) and (e).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.team.access import holds_office
from kring.vault.keycheck import Demand

OFFICE = "pot"
"""Code of the office of the pot."""
works_on_pot = holds_office(OFFICE)
"""Whether somebody belongs to it and holds its key: for the doors of its pages."""


class Who(StrEnum):
    """In what capacity somebody gets a key."""

    OFFICE = "office"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what lies in it, and who holds it."""

    holds: str
    by_default: tuple[Who, ...]


PROJECT, INITIATORS = "project", "initiators"
BOTH = (Who.OFFICE, Who.RECOVERY)
NEED_TO_KNOW: Mapping[str, Row] = {
    PROJECT: Row("what the project is, its organisation, its budget and what was sent along", BOTH),
    INITIATORS: Row("who takes the initiative, where they live, how to reach them, the bank account", BOTH),
}
AT_LEAST: Mapping[str, Demand] = {part: Demand(2) for part in NEED_TO_KNOW}
"""Part -> who must hold it: two colleagues, through the key of the office."""
