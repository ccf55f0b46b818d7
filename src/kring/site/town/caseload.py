"""The dossiers of a town as data: who carries which, since when, where each stands on the morning of `DAY`.

Deterministic by seed. The numbers are the founding answer's: 276 open dossiers over seven outreachers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, cycle
from random import Random

from kring.site.town.labels import NICKNAMES, family_name, labels
from kring.site.town.steps import CONTACTS, next_step
from kring.support.dossier.codelists import Area, Gender
from kring.support.dossier.content import Identity, Mode, Phase, SummaryContent

DAY = date(2021, 3, 1)
"""The day of the founding answer, a Monday."""


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier. holder, deputy and co_worker are keys of people; `story` names the referral it came from."""

    circle: str
    holder: str
    deputy: str
    summary: SummaryContent
    opened_on: date
    closed_on: date | None = None
    identity: Identity | None = None
    co_worker: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """What one worker carries: so many open dossiers in a programme, shared with these deputies in turn."""

    holder: str
    programme: str
    open_dossiers: int
    deputies: tuple[str, ...]
    circle: str = "welfare"


LOADS = (
    Load("noor", "street_work", 40, ("joris", "fatma")),
    Load("joris", "street_work", 42, ("fatma", "noor")),
    Load("fatma", "street_work", 44, ("noor", "joris")),
    Load("samir", "identity_coaching", 38, ("eline",)),
    Load("eline", "identity_coaching", 36, ("samir",)),
    Load("tom", "street_therapy", 41, ("lotte", "lotte", "lotte", "noor")),
    Load("lotte", "early_intervention", 35, ("tom", "tom", "tom", "eline")),
)
"""Street corner work 126, PiM 74, street therapist 41, ViDA 35: together 276."""
CLOSED_EACH = (8, 10, 9, 9, 8, 7, 9)
"""Dossiers closed before `DAY`, per load: 60."""

MODES = {
    "identity_coaching": (Mode.HYBRID, Mode.HYBRID, Mode.DIRECTION),
    "street_therapy": (Mode.HANDS_ON, Mode.HYBRID),
    "street_work": (Mode.HANDS_ON, Mode.HANDS_ON, Mode.HYBRID),
    "early_intervention": (Mode.HANDS_ON, Mode.HYBRID),
}
PHASES = (
    *(Phase.NETWORK,) * 44,
    *(Phase.CONSULTATION,) * 31,
    *(Phase.PLAN,) * 37,
    *(Phase.FOLLOWUP,) * 141,
    *(Phase.CLOSING,) * 23,
)
RHYTHMS = (7, 7, 7, 7, 14, 14, 14, 21, 28, None)
DAYS_OPEN = {
    Phase.NETWORK: (3, 90),
    Phase.CONSULTATION: (30, 200),
    Phase.PLAN: (45, 300),
    Phase.FOLLOWUP: (90, 1100),
    Phase.CLOSING: (200, 1300),
}
GENDERS, AREAS = Gender.values, Area.values
_AGES = {"early_intervention": (13, 25), "identity_coaching": (13, 28), "street_therapy": (19, 60)}
_SHARE_WITH_IDENTITY, _SHARE_QUIET, _SHARE_WITH_CO_WORKER = 0.4, 0.08, 0.06


def caseload(seed: int, loads: Sequence[Load] = LOADS, closed: Sequence[int] = CLOSED_EACH) -> list[Case]:
    """All dossiers of these loads: the open ones, then the closed ones."""
    random = Random(seed)  # noqa: S311  invented people, not keys
    names = names_of_town(random)
    cases = [case for load in loads for case in open_cases_of(random, load, names)]
    for load, count in zip(loads, closed, strict=False):
        cases += [_closed(random, load, next(names)) for _ in range(count)]
    return cases


def names_of_town(random: Random) -> Iterator[str]:
    """Labels for everybody we meet; the first, in the list of Noor, is Robin, who stands in every example."""
    return chain(["Robin V."], labels(random))


def open_cases_of(random: Random, load: Load, names: Iterator[str]) -> Iterator[Case]:
    """The open dossiers of one worker, shared with the deputies in turn."""
    deputies = cycle(load.deputies)
    for _ in range(load.open_dossiers):
        deputy = next(deputies)
        case = _case(random, load, deputy, next(names))
        others = [one for one in load.deputies if one != deputy]
        if others and random.random() < _SHARE_WITH_CO_WORKER:
            case = replace(case, co_worker=others[0])
        yield case


def _case(random: Random, load: Load, deputy: str, label: str) -> Case:
    phase, rhythm = random.choice(PHASES), random.choice(RHYTHMS)
    opened_on = DAY - timedelta(days=random.randint(*DAYS_OPEN[phase]))
    contact, attempts = _last_contact(random, opened_on, rhythm)
    summary = SummaryContent(
        label=label,
        programme=load.programme,
        mode=random.choice(MODES[load.programme]),
        phase=phase,
        rhythm_days=rhythm,
        last_contact_on=contact,
        attempts_since=attempts,
        next_step=next_step(random, phase, load.programme, _called(label)),
        next_step_on=_step_on(random),
        nickname=random.choice(NICKNAMES) if random.random() < 0.1 and label not in NICKNAMES else "",
    )
    identity = _identity(random, summary) if random.random() < _SHARE_WITH_IDENTITY else None
    return Case(load.circle, load.holder, deputy, summary, opened_on, identity=identity)


def _closed(random: Random, load: Load, label: str) -> Case:
    """A dossier that was closed between the spring of 2019 and the eve of `DAY`."""
    closed_on = DAY - timedelta(days=random.randint(4, 700))
    case = _case(random, load, random.choice(load.deputies), label)
    summary = replace(case.summary, phase=Phase.CLOSING, attempts_since=0, next_step="", next_step_on=None)
    summary = replace(summary, last_contact_on=closed_on - timedelta(days=random.randint(0, 20)))
    opened_on = closed_on - timedelta(days=random.randint(60, 600))
    return replace(case, summary=summary, opened_on=opened_on, closed_on=closed_on)


def _last_contact(random: Random, opened_on: date, rhythm: int | None) -> tuple[date | None, int]:
    """When there was contact last and how often it was tried since: mostly in rhythm, now and then grown quiet."""
    if (DAY - opened_on).days < 6:
        return None, random.randint(0, 1)
    if random.random() < _SHARE_QUIET and rhythm is not None:
        return max(opened_on, DAY - timedelta(days=rhythm + random.randint(1, 25))), random.randint(0, 6)
    return max(opened_on, DAY - timedelta(days=random.randint(0, rhythm or 40))), 0


def _step_on(random: Random) -> date | None:
    """Now and then overdue or none; a third this week; else later, on a working day."""
    chance = random.random()
    if chance < 0.05:
        return None
    if chance < 0.1:
        return DAY - timedelta(days=random.randint(1, 6))
    days = random.randint(0, 4) if chance < 0.42 else random.randint(7, 45)
    on = DAY + timedelta(days=days)
    return on - timedelta(days=max(0, on.weekday() - 4))


def _identity(random: Random, summary: SummaryContent) -> Identity:
    """Some of what is known of somebody; nothing is mandatory, and often a nickname is all."""
    contact = random.choice(CONTACTS) if random.random() < 0.7 else ""
    figures = _for_figures(Random(summary.label))  # noqa: S311  drawn apart: what was drawn before stays the same
    if summary.label in NICKNAMES:
        return replace(figures, nickname=summary.label, contact=contact)
    name = f"{_called(summary.label)} {family_name(random, summary.label[-2])}"
    youngest, oldest = _AGES.get(summary.programme, (16, 45))
    born_on = DAY - timedelta(days=random.randint(youngest * 366, oldest * 365))
    known = born_on if random.random() < 0.6 else None
    return replace(figures, name=name, nickname=summary.nickname, born_on=known, contact=contact)


def _for_figures(random: Random) -> Identity:
    """What is told for the figures: most of it by most, none of it by some."""
    gender = random.choices(GENDERS, (45, 40, 3, 12))[0]
    area = random.choices(AREAS, (20, 26, 14, 16, 12, 6, 2, 4))[0]
    return Identity(gender=gender, area=area, language_help=random.choices(("no", "yes", ""), (60, 15, 25))[0])


def _called(label: str) -> str:
    return label.rsplit(" ", 1)[0] if label.endswith(".") else label
