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
class Begun:
    """How it came to us, kept for the figures. referrer_kind, channel: codes; domains: codes of life domains."""

    referrer_kind: str = ""
    channel: str = ""
    referred_on: date | None = None
    talk_on: date | None = None
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrying:
    """That a colleague carries the dossier from a day on. person: principal."""

    person: str
    since: date


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """What lists need, and no more: opened with one unwrap a dossier.

    label: a first name and an initial, or a nickname. nickname: a second name to find it by. rhythm_days: None when no
    rhythm was agreed; such a case never grows quiet. rhythm_from: the day it was agreed; no silence counts from before.
    attempts_since: tries to reach the client since `last_contact_on`. first_contact_on: of the time the role was taken
    first. steps: what was done of the journey; `phase` follows from it (phases.py). reopened_on: each day it was taken
    up again after a closing; closed_before: each day it was closed on before that. modes: the periods of `mode`, the
    first since the role began. step_done: the step that was ticked off last. begun: how it came to us. carried: who
    carried it from when on, the last is who does now; empty while it never changed hands.
    """

    label: str
    programme: str
    mode: Mode
    phase: Phase = Phase.NETWORK
    rhythm_days: int | None = None
    last_contact_on: date | None = None
    attempts_since: int = 0
    first_contact_on: date | None = None
    next_step: str = ""
    next_step_on: date | None = None
    nickname: str = ""
    steps: tuple[Step, ...] = ()
    reopened_on: tuple[date, ...] = ()
    modes: tuple[ModePeriod, ...] = ()
    rhythm_from: date | None = None
    milestone: Milestone | None = None
    step_done: DoneStep | None = None
    begun: Begun | None = None
    closed_before: tuple[date, ...] = ()
    carried: tuple[Carrying, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who it is. Nothing is mandatory: a nickname will do (GDP-03). No field for a register number (NRN-01).

    gender, area: codes, "" for not said; language_help: "yes" when an interpreter is needed, "no", or "".
    """

    name: str = ""
    nickname: str = ""
    born_on: date | None = None
    contact: str = ""
    gender: str = ""
    area: str = ""
    language_help: str = ""


@dataclass(frozen=True, slots=True)
class DossierOpened:
    """The fact that a dossier was opened, for the statistics office alone.

    holder: a pseudonym, the same in all dossiers of one colleague, so that workers can be counted (COU-04): who carries
    it last. carried: every holder with the day since when, `who@day`, with spaces between; "" for one alone.
    known_since: the first time. returning, closed_before_on: taken up again, after a closing on that day.
    domains: codes of life domains, with spaces between.
    """

    programme: str
    mode: Mode
    opened_on: date
    holder: str
    known_since: date | None = None
    returning: bool = False
    closed_before_on: date | None = None
    referrer_kind: str = ""
    channel: str = ""
    referred_on: date | None = None
    talk_on: date | None = None
    domains: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True)
class DossierClosed:
    """The fact that a dossier was closed, and why; the vault links it to its opening."""

    closed_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DossierPerson:
    """The fact of what the figures tell of a person: never a name, a day of birth, an origin or a belief."""

    birth_year: int | None
    gender: str
    area: str
    language_help: str


@dataclass(frozen=True, slots=True)
class DossierStep:
    """The fact that a step of the journey was done on a day."""

    on: date
