"""The fact of a file, for the statistics office of this register alone. No Django here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SanctionTold:
    """One file. Values of the code lists of a file; "" where nothing is known yet.

    age: `minor` or `adult` on the day of the facts, never another day. band: years of age on that day, in groups.
    mediation: `not_offered`, `waiting`, or the word of the mediator. sanction: `open` while nothing is decided.
    """

    established_on: date
    nature: str
    age: str
    band: str
    mediation: str
    service: str
    sanction: str
