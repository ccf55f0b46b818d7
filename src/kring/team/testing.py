"""The town of the tests: the fixed personas with their relations, founded through the product's own verbs.

Noor, Joris and Fatma are street corner workers, Samir and Eline coaches, Tom the street therapist, Lotte in early
intervention, Nele directs SAMEN cases, Greet is head of service, Hilde data protection officer; an administrator, two
statistics officers, three trustees. Nobody here exists.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.db import connection
from django.test import Client

from kring.team import founding
from kring.team.founding import Enrolled
from kring.team.models import Colleague, Function
from kring.vault import doors, sessions
from kring.vault.acts import Act, acting
from kring.vault.gate import Session

PASSWORD = "a password long enough"

PEOPLE: dict[str, tuple[str, str, str]] = {
    "greet": ("Greet Aerts", Function.HEAD_OF_SERVICE, "identity_coaching"),
    "samir": ("Samir Daoudi", Function.COACH, "identity_coaching"),
    "eline": ("Eline Maes", Function.COACH, "identity_coaching"),
    "tom": ("Tom Wauters", Function.STREET_THERAPIST, "street_therapy"),
    "noor": ("Noor Claes", Function.STREET_WORKER, "street_work"),
    "joris": ("Joris Peeters", Function.STREET_WORKER, "street_work"),
    "fatma": ("Fatma Yilmaz", Function.STREET_WORKER, "street_work"),
    "lotte": ("Lotte Smets", Function.EARLY_WORKER, "early_intervention"),
    "nele": ("Nele Janssens", Function.CASE_DIRECTOR, "youth_reconnect"),
    "wout": ("Wout Hermans", Function.NEIGHBOUR_MEDIATOR, "neighbour_mediation"),
    "ines": ("Ines Goossens", Function.SANCTION_MEDIATOR, "sanction_mediation"),
    "bart": ("Bart Leemans", Function.HEAD_OF_DEPARTMENT, ""),
    "hilde": ("Hilde Roels", Function.DPO, ""),
    "karel": ("Karel Thys", Function.GENERAL_DIRECTOR, ""),
    "saar": ("Saar Michiels", Function.STATISTICIAN, ""),
    "jonas": ("Jonas Pauwels", Function.STATISTICIAN, ""),
    "ann": ("Ann Verbeke", Function.ADMINISTRATOR, ""),
    "marc": ("Marc Dillen", Function.TRUSTEE, ""),
}
OUTREACHERS = ("samir", "eline", "tom", "noor", "joris", "fatma", "lotte")
CIRCLES = {
    "intake": ("Intake", (*OUTREACHERS, "nele")),
    "welfare": ("Welfare", OUTREACHERS),
    "samen": ("SAMEN", ("nele", "eline")),
}
OFFICES = {
    "head_of_service": ("Head of service", ("greet",)),
    "head_of_department": ("Head of department", ("bart",)),
    "dpo": ("Data protection officer", ("hilde",)),
    "general_director": ("General director", ("karel",)),
    "statistics": ("Statistics", ("saar", "jonas")),
    "pot": ("Project pot", ("greet", "bart", "wout")),
}
TRUSTEES = ("karel", "hilde", "marc")


@dataclass
class Persona:
    """One colleague of the town: principal, password, an open session for direct calls."""

    enrolled: Enrolled
    password: str = PASSWORD

    @property
    def colleague(self) -> Colleague:
        return self.enrolled.colleague

    @property
    def principal(self) -> str:
        return self.enrolled.colleague.principal

    @property
    def session(self) -> Session:
        return self.enrolled.opened.session()

    @property
    def client(self) -> Client:
        """A browser in which this colleague is signed in with a real session."""
        browser = Client(headers={"accept-language": "nl"})
        browser.cookies[doors.COOKIE] = sessions.start(self.enrolled.opened)
        return browser


@dataclass
class Town:
    """The people by first name (`town.noor`), circles and offices by code."""

    people: dict[str, Persona]
    groups: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Persona:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def everybody(self) -> dict[str, Persona]:
        return self.people


def _enrolled(act: Act, key: str, name: str) -> Enrolled:
    address = f"{key}@kring.example"
    return founding.enrol_colleague(act, name=name, sign_in=address, password=PASSWORD, email=address)


def found_town() -> Town:
    """Found the whole town in a few acts."""
    with acting("test.people", by="system") as act:
        people = {key: Persona(_enrolled(act, key, name)) for key, (name, _, _) in PEOPLE.items()}
        for key, (_, function, programme) in PEOPLE.items():
            founding.appoint(act, people[key].colleague, function, programme=programme)
            bound = key in (*OUTREACHERS, "nele")
            founding.set_secrecy(act, people[key].colleague, "secrecy" if bound else "discretion", document="D-1")
    town = Town(people)
    with acting("test.groups", by="system") as act:
        town.groups["recovery"] = founding.found_recovery(act, [people[key].colleague for key in TRUSTEES]).principal
        for code, (name, members) in CIRCLES.items():
            group = founding.found_circle(act, code, name, [people[key].colleague for key in members])
            town.groups[code] = group.principal
        for code, (name, members) in OFFICES.items():
            group = founding.found_office(act, code, name, [people[key].colleague for key in members])
            town.groups[code] = group.principal
    return town


def found_register(
    people: Mapping[str, tuple[str, str, str]],
    *,
    circles: Mapping[str, tuple[str, ...]],
    offices: Mapping[str, tuple[str, ...]],
    trustees: tuple[str, ...],
) -> Town:
    """The people of a register of another law. people: key -> name, function, secrecy; groups: code -> keys."""
    with acting("test.people", by="system") as act:
        known = {key: Persona(_enrolled(act, key, name)) for key, (name, _, _) in people.items()}
        for key, (_, function, secrecy) in people.items():
            founding.appoint(act, known[key].colleague, function)
            founding.set_secrecy(act, known[key].colleague, secrecy, document="D-1")
    town = Town(known)
    with acting("test.groups", by="system") as act:
        town.groups["recovery"] = founding.found_recovery(act, [known[key].colleague for key in trustees]).principal
        for verb, groups in ((founding.found_circle, circles), (founding.found_office, offices)):
            for code, keys in groups.items():
                town.groups[code] = verb(act, code, code, [known[key].colleague for key in keys]).principal
    return town


def stored() -> Iterator[bytes]:
    """Every value of every table as bytes: what a thief of the database reads."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608  tables of our own models
            for row in cursor.fetchall():
                yield from (bytes(one) if isinstance(one, (bytes, memoryview)) else str(one).encode() for one in row)
