"""What is confidential about a dossier: its summary, the identity, and the facts it leaves for statistics.

Plain frozen dataclasses; sealed by the vault, never stored as they are. No Django here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mode(StrEnum):
    """How we work: we direct the case, we reach out ourselves, or both."""

    DIRECTION = "direction"
    HANDS_ON = "hands_on"
    HYBRID = "hybrid"


class Phase(StrEnum):
    """Where the journey stands, in its order."""

    NETWORK = "network"
    CONSULTATION = "consultation"
    PLAN = "plan"
    FOLLOWUP = "followup"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the journey that was done, and the day."""

    phase: Phase
    on: date


@dataclass(frozen=True, slots=True)
class ModePeriod:
    """How we worked from a day on, until the next period begins."""

    mode: Mode
    from_on: date


@dataclass(frozen=True, slots=True)
class Milestone:
    """An age at which somebody looks again, and from which day (MIN-05)."""

    age: int
    on: date


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A next step that was ticked off: what it said, by when it was expected, the day it was done."""

    what: str
    due_on: date | None
    on: date


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """What lists need, and no more: opened with one unwrap a dossier.

    label: a first name and an initial, or a nickname. nickname: a second name to find it by. rhythm_days: None when no
    rhythm was agreed; such a case never grows quiet. rhythm_from: the day it was agreed; no silence counts from before.
    attempts_since: tries to reach the client since `last_contact_on`. steps: what was done of the journey; `phase`
    follows from it (phases.py). reopened_on: each day it was taken up again after a closing. modes: the periods of
    `mode`, the first since the role began. step_done: the step that was ticked off last.
    """

    label: str
    programme: str
    mode: Mode
    phase: Phase = Phase.NETWORK
    rhythm_days: int | None = None
    last_contact_on: date | None = None
    attempts_since: int = 0
    next_step: str = ""
    next_step_on: date | None = None
    nickname: str = ""
    steps: tuple[Step, ...] = ()
    reopened_on: tuple[date, ...] = ()
    modes: tuple[ModePeriod, ...] = ()
    rhythm_from: date | None = None
    milestone: Milestone | None = None
    step_done: DoneStep | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who it is. Nothing is mandatory: a nickname will do (GDP-03). No field for a register number (NRN-01)."""

    name: str = ""
    nickname: str = ""
    born_on: date | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DossierOpened:
    """The fact that a dossier was opened, for the statistics office alone.

    holder: a pseudonym, the same in all dossiers of one colleague, so that workers can be counted (COU-04).
    """

    programme: str
    mode: Mode
    opened_on: date
    holder: str


@dataclass(frozen=True, slots=True)
class DossierClosed:
    """The fact that a dossier was closed; the vault links it to its opening."""

    closed_on: date
