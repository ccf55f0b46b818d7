"""From five people to the plan of a house: who they are, which circles and offices there are from the first day.

The first colleague holds the key of every circle and lets the others in; the trustees hold every office until its own
people are let in. Source: security.md 4.9 (three trustee persons, before the first dossier).
"""

from dataclasses import dataclass
from email.utils import parseaddr

from kring.site.founding import Founding, GroupPlan, Newcomer, Post
from kring.team.models import CASEWORK, Function, SecrecyStatus
from kring.team.programmes import PROGRAMMES

SECRECY, DISCRETION = SecrecyStatus.Status.SECRECY, SecrecyStatus.Status.DISCRETION
TRUSTEES = ("trustee-1", "trustee-2", "trustee-3")
CIRCLES = {"intake": "Onthaal", "welfare": "Welzijn", "samen": "SAMEN"}
OFFICES = {
    "head_of_service": ("Diensthoofd", TRUSTEES[:2]),
    "head_of_department": ("Afdelingshoofd", TRUSTEES[:2]),
    "general_director": ("Algemeen directeur", TRUSTEES[:2]),
    "dpo": ("Functionaris voor gegevensbescherming", TRUSTEES[:2]),
    "statistics": ("Statistiek", TRUSTEES[1:]),
}
"""Every office begins with two trustees: facts need somewhere to go before the first dossier."""


class NotComplete(Exception):
    """An answer will not do; the sentence may be shown."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name and work address, which is the sign-in name too."""

    name: str
    email: str

    @classmethod
    def read(cls, text: str) -> "Person":
        """`Noor Claes <noor@town.example>`. Raises `NotComplete`."""
        name, email = parseaddr(text)
        if not name.strip() or "@" not in email or len(email) > 60:
            raise NotComplete(f"{text!r} is no name with an address, such as: Noor Claes <noor@town.example>")
        return cls(name.strip(), email.lower())


@dataclass(frozen=True, slots=True)
class Answers:
    """What `init` asks."""

    town: str
    administrator: Person
    trustees: tuple[Person, Person, Person]
    keeper: Person
    keeper_function: str = Function.COACH


def check(answers: Answers) -> None:
    """Raise `NotComplete` unless these are five people with a town."""
    people = [answers.administrator, *answers.trustees, answers.keeper]
    if not answers.town.strip():
        raise NotComplete("A town needs a name.")
    if len({one.email for one in people}) != len(people):
        raise NotComplete("These must be five people, each with an address of his own.")
    if answers.keeper_function not in CASEWORK:
        raise NotComplete(f"The first colleague does casework: one of {', '.join(CASEWORK)}.")


def founding(answers: Answers) -> Founding:
    """The plan: five people, three circles, five offices."""
    check(answers)
    trustees = [
        _newcomer(key, who, Function.TRUSTEE, DISCRETION) for key, who in zip(TRUSTEES, answers.trustees, strict=True)
    ]
    keeper = _newcomer("keeper", answers.keeper, Function(answers.keeper_function), SECRECY)
    administrator = _newcomer("administrator", answers.administrator, Function.ADMINISTRATOR, DISCRETION)
    return Founding(
        people=(administrator, *trustees, keeper),
        circles=[GroupPlan(code, CIRCLES[code], ("keeper",)) for code in _circles()],
        offices=[GroupPlan(code, name, members) for code, (name, members) in OFFICES.items()],
        trustees=TRUSTEES,
    )


def _circles() -> list[str]:
    """Intake, and every circle that a programme works in."""
    return ["intake", *sorted({one.circle for one in PROGRAMMES if one.circle})]


def _newcomer(key: str, who: Person, function: Function, secrecy: str) -> Newcomer:
    return Newcomer(key, who.name, (Post(function),), secrecy, sign_in=who.email, email=who.email)
