"""An invented caseload as plain values, and the same as facts: what questions are asked of, and counted by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from kring.support.closing.content import Reason
from kring.support.contacts.log.codelists import Kind, Minutes
from kring.support.contacts.log.content import ContactNoted
from kring.support.contacts.log.figures import NOTED
from kring.support.dossier.content import DossierClosed, DossierOpened, DossierPerson, DossierStep, Mode
from kring.support.dossier.figures_source import CLOSED, FIRST_CONTACT, OPENED, PERSON, step
from kring.support.intake.models import Referral
from kring.team.testing import PEOPLE, Town
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.facts import Entry
from kring.vault.primitives import new_id, new_key

LAST = date(2021, 3, 15)
HOLDERS = ("noor", "joris", "fatma", "samir", "eline", "tom", "lotte")


@dataclass(slots=True)
class Life:
    """One time the role was taken."""

    opened_on: date
    closed_on: date | None = None
    reason: str = ""


@dataclass(slots=True)
class Met:
    """One contact. by: who noted it."""

    on: date
    kind: str
    made: bool
    minutes: str
    by: str


@dataclass(slots=True)
class Person:
    """One dossier. lives: in order; the first is when it came to us."""

    holder: str
    lives: list[Life]
    birth_year: int | None
    gender: str
    area: str
    referrer_kind: str
    referred_on: date
    contact_on: date | None
    domains: tuple[str, ...] = ()
    language_help: str = ""
    mode: Mode = Mode.HYBRID
    met: list[Met] = field(default_factory=list)


@dataclass(slots=True)
class Asked:
    """One referral. talk: held; decided_on and outcome: None and "" while it waits."""

    arrived_on: date
    referrer_kind: str
    channel: str
    talk_on: date | None = None
    decided_on: date | None = None
    outcome: str = ""


@dataclass(slots=True)
class Caseload:
    """Persons and referrals."""

    persons: list[Person] = field(default_factory=list)
    referrals: list[Asked] = field(default_factory=list)


def invented(number: int = 300, seed: int = 27) -> Caseload:
    """The same town for the same seed."""
    dice = Random(seed)
    return Caseload([_person(dice) for _ in range(number)], [_referral(dice) for _ in range(number)])


def with_contacts(made: Caseload, seed: int = 28) -> Caseload:
    """The same town with what was noted of contacts, most by the holder, and with ways of working that differ."""
    dice = Random(seed)
    for person in made.persons:
        person.mode = dice.choice(list(Mode))
        for life in person.lives:
            days = ((life.closed_on or LAST) - life.opened_on).days
            for _ in range(min(days, dice.choice([0, 1, 1, 3, 4, 8, 15, 30]))):
                on = life.opened_on + timedelta(dice.randrange(days))
                by = person.holder if dice.random() < 0.8 else dice.choice(HOLDERS)
                kind, minutes = dice.choice(list(Kind)), dice.choice(["", *Minutes])
                person.met.append(Met(on, kind.value, dice.random() < 0.8, str(minutes), by))
    return made


def tell(act: Act, town: Town, caseload: Caseload) -> None:
    """Write it as facts and rows."""
    facts.write_all(act, [entry for person in caseload.persons for entry in _entries(town, person)])
    act.add_all([_row(one) for one in caseload.referrals])


def _person(dice: Random) -> Person:
    first = LAST - timedelta(dice.randrange(30, 2400))
    lives = [Life(first)]
    while dice.random() < (0.6 if len(lives) == 1 else 0.4):
        last = lives[-1]
        last.closed_on = last.opened_on + timedelta(dice.randrange(20, 700))
        last.reason = dice.choice(list(Reason)[:6]).value
        if last.closed_on > LAST:
            last.closed_on, last.reason = None, ""
            break
        again = last.closed_on + timedelta(dice.randrange(1, 300))
        if dice.random() < 0.6 or again > LAST:
            break
        lives.append(Life(again))
    return Person(
        holder=dice.choice(HOLDERS),
        lives=lives,
        birth_year=dice.choice([None, 1960, 1988, 1996, 2000, 2003, 2004, 2006]),
        gender=dice.choice(["f", "m", "m", "", "x"] if dice.random() < 0.2 else ["f", "m", "m", ""]),
        area=dice.choice(["centre", "north", "villages", ""]),
        referrer_kind=dice.choice(["school", "family", "self"]),
        referred_on=first - timedelta(dice.randrange(5, 60)),
        contact_on=first + timedelta(dice.randrange(0, 20)) if dice.random() < 0.9 else None,
        domains=tuple(sorted(dice.sample(["housing", "money", "work", "school"], dice.randrange(4)))),
        language_help=dice.choice(["yes", "no", ""]),
    )


def _referral(dice: Random) -> Asked:
    arrived = LAST - timedelta(dice.randrange(5, 1500))
    one = Asked(arrived, dice.choice(["school", "family", "professional"]), dice.choice(["form", "mail"]))
    if dice.random() < 0.8:
        one.talk_on = arrived + timedelta(dice.randrange(1, 5))
    if one.talk_on and dice.random() < 0.9:
        one.decided_on = min(LAST, one.talk_on + timedelta(dice.randrange(1, 60)))
        one.outcome = dice.choice(["talk_enough", "role", "no_role", "better_placed"])
    return one


def _entries(town: Town, person: Person) -> Iterator[Entry]:
    worker = _worker(town, person.holder)
    programme = PEOPLE[person.holder][2]
    for number, life in enumerate(person.lives):
        key = new_key()
        before = person.lives[number - 1].closed_on if number else None
        yield Entry(
            OPENED,
            key,
            "opened",
            DossierOpened(
                programme=programme,
                mode=person.mode,
                opened_on=life.opened_on,
                holder=worker,
                known_since=person.lives[0].opened_on,
                returning=bool(number),
                closed_before_on=before,
                referrer_kind=person.referrer_kind,
                referred_on=None if number else person.referred_on,
                domains=" ".join(person.domains),
            ),
        )
        told = DossierPerson(person.birth_year, person.gender, person.area, person.language_help)
        yield Entry(PERSON, key, "person", told)
        if person.contact_on and not number:
            yield Entry(step(FIRST_CONTACT), key, FIRST_CONTACT, DossierStep(person.contact_on))
        after = person.lives[number + 1].opened_on if number + 1 < len(person.lives) else date.max
        for at, met in enumerate(person.met):
            if life.opened_on <= met.on < after:
                noted = ContactNoted(met.on, met.kind, met.made, met.minutes, _worker(town, met.by))
                yield Entry(NOTED, key, f"contact {at}", noted)
        if life.closed_on:
            yield Entry(CLOSED, key, "closed", DossierClosed(life.closed_on, life.reason))


def _worker(town: Town, name: str) -> str:
    return facts.worker(town.people[name].principal)


def _row(one: Asked) -> Referral:
    row_id = new_id()
    decided = Referral.Lane.DECIDED if one.decided_on else Referral.Lane.DECIDING if one.talk_on else Referral.Lane.NEW
    return Referral(
        id=row_id,
        card=row_id[:8],
        code_hash=row_id,
        channel=one.channel,
        referrer_kind=one.referrer_kind,
        arrived_at=_noon(one.arrived_on),
        lane=decided,
        talk_at=_noon(one.talk_on) if one.talk_on else None,
        decided_on=one.decided_on,
        outcome=one.outcome,
    )


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
