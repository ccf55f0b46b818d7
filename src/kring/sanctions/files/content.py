"""What is confidential of a file: the fields that article 44 names, and the days that its terms run from.

No Django here. Nothing that is said in a mediation has a place here. Each class lies under the part of its name.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent, or who stands in for one; of a minor alone."""

    name: str
    residence: str


@dataclass(frozen=True, slots=True)
class PersonContent:
    """Who it is, what was established, and when what was done. Under `person`.

    nature: a value of the code list. born_on decides with happened_on whether somebody counts as a minor.
    """

    name: str
    born_on: date
    residence: str
    nature: str
    happened_on: date
    established_on: date
    parents: tuple[Parent, ...] = ()
    lawyer_told_on: date | None = None
    offered_on: date | None = None


@dataclass(frozen=True, slots=True)
class ResultContent:
    """What the mediator reported. Under `result`. agreement: "" unless both want it passed on; by: who reported."""

    outcome: str = ""
    agreement: str = ""
    reported_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class DecisionContent:
    """What the prosecutor says, community service, and the sanction. Under `decision`, for officers alone.

    prosecutor, service, sanction: values of the code lists. amount in whole euros. final_on: since when no appeal can
    be made any more.
    """

    prosecutor: str = "not_asked"
    service_offered_on: date | None = None
    service_hours: int = 0
    service: str = ""
    sanction: str = ""
    amount: int = 0
    decided_on: date | None = None
    final_on: date | None = None
