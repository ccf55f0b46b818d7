"""A line of a payment run as it goes to finance: whom, which account, how much, and what stands with it. No Django."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Payer:
    """The account the town pays from."""

    name: str
    iban: str


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One payment. cents: above nothing, whichever way it goes. reference: ours, back on the statement of the bank."""

    reference: str
    kind: str
    holder: str
    iban: str
    cents: int
    words: str
    comes_back: bool = False


@dataclass(frozen=True, slots=True)
class RunContent:
    """What one file tells. number: of the run. pay_on: the day the bank is asked to pay."""

    number: int
    made_at: datetime
    pay_on: date
    payer: Payer
    lines: tuple[PaymentLine, ...]
