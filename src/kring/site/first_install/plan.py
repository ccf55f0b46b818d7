"""From five people to the plan of a house: who they are, which circles and offices there are from the first day.

The first colleague holds the key of every circle and lets the others in; the trustees hold every office until its own
people are let in. Source: security.md 4.9 (three trustee persons, before the first dossier).
"""

from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from kring.site.founding import Founding, GroupPlan, Newcomer, Post
from kring.team.apart import SANCTIONING
from kring.team.models import CASEWORK, Function, SecrecyStatus
from kring.team.programmes import PROGRAMMES

SECRECY, DISCRETION = SecrecyStatus.Status.SECRECY, SecrecyStatus.Status.DISCRETION
TRUSTEES = ("trustee-1", "trustee-2", "trustee-3")
CIRCLES = {
    "support": {"intake": "Onthaal", "welfare": "Welzijn", "samen": "SAMEN"},
    "mediation": {"mediation": "Burenbemiddeling"},
    "sanctions": {"sanction_mediation": "Bemiddeling in sancties"},
}
"""Register -> its circles of secrecy."""
KEEPERS = {
    "support": CASEWORK,
    "mediation": (Function.NEIGHBOUR_MEDIATOR,),
    "sanctions": (Function.SANCTION_MEDIATOR,),
}
"""Register -> what its first colleague may be; the first of them unless it is said."""
OFFICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "head_of_service": ("Diensthoofd", TRUSTEES[:2]),
    "head_of_department": ("Afdelingshoofd", TRUSTEES[:2]),
    "general_director": ("Algemeen directeur", TRUSTEES[:2]),
    "dpo": ("Functionaris voor gegevensbescherming", TRUSTEES[:2]),
    "statistics": ("Statistiek", TRUSTEES[1:]),
}
"""Every office begins with two trustees: facts need somewhere to go before the first dossier."""
OFFICES_OF: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "support": {"pot": ("Projectpot", TRUSTEES[:2])},
    "sanctions": {SANCTIONING: ("Sanctionerend ambtenaren", TRUSTEES[:2])},
}
"""Register -> an office that no other one has."""


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
    keeper_function: str = ""


def check(answers: Answers) -> None:
    """Raise `NotComplete` unless these are five people with a town."""
    people = [answers.administrator, *answers.trustees, answers.keeper]
    if not answers.town.strip():
        raise NotComplete("A town needs a name.")
    if len({one.email for one in people}) != len(people):
        raise NotComplete("These must be five people, each with an address of his own.")
    if answers.keeper_function not in ("", *KEEPERS[settings.KRING_REGISTER]):
        raise NotComplete(f"The first colleague is one of {', '.join(KEEPERS[settings.KRING_REGISTER])}.")


def founding(answers: Answers) -> Founding:
    """The plan: five people, the circles of this register, the offices."""
    check(answers)
    trustees = [
        _newcomer(key, who, Function.TRUSTEE, DISCRETION) for key, who in zip(TRUSTEES, answers.trustees, strict=True)
    ]
    works_as = answers.keeper_function or KEEPERS[settings.KRING_REGISTER][0]
    keeper = _newcomer("keeper", answers.keeper, Function(works_as), SECRECY)
    administrator = _newcomer("administrator", answers.administrator, Function.ADMINISTRATOR, DISCRETION)
    return Founding(
        people=(administrator, *trustees, keeper),
        circles=[GroupPlan(code, name, ("keeper",)) for code, name in _circles().items()],
        offices=[GroupPlan(code, name, members) for code, (name, members) in _offices().items()],
        trustees=TRUSTEES,
    )


def _circles() -> dict[str, str]:
    """Those of this register; of casework intake, and every circle that a programme works in."""
    named = CIRCLES[settings.KRING_REGISTER]
    if settings.KRING_REGISTER != "support":
        return named
    return {code: named[code] for code in ["intake", *sorted({one.circle for one in PROGRAMMES if one.circle})]}


def _offices() -> dict[str, tuple[str, tuple[str, ...]]]:
    return OFFICES | OFFICES_OF.get(settings.KRING_REGISTER, {})


def _newcomer(key: str, who: Person, function: Function, secrecy: str) -> Newcomer:
    return Newcomer(key, who.name, (Post(function),), secrecy, sign_in=who.email, email=who.email)
