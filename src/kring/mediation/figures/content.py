"""The fact of a file, for the statistics office of this register alone. No Django here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MediationTold:
    """One application. Values of the code lists of a file; "" where nothing is known yet.

    natures: words with spaces between. outcome: `not_started`, `started`, or `open` while nobody knows.
    """

    applied_on: date
    way: str
    referrer: str
    natures: str
    outcome: str
    not_started: str
    form: str
    willing_a: str
    willing_b: str
    result_a: str
    result_b: str
    holds_a: str
    holds_b: str
