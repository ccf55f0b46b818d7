"""The first install in one act: people with a way in, trustees with the split recovery key, circles, offices.

Used by `init`, the demo town and larger towns alike. All or nothing: a house is never half founded. Trustees come
before circles, so that circles lie under recovery, and the statistics office before the first dossier, so that facts
have somewhere to go. Passwords are an argument: who chooses them is the caller's business.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kring.team import founding
from kring.team.founding import Enrolled
from kring.team.models import Demo, Function
from kring.vault import paper
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.primitives import new_id


@dataclass(frozen=True, slots=True)
class Post:
    """One appointment; `programme` is a code, or "" for who works in none."""

    function: Function
    programme: str = ""
    employer: str = ""
    fte_percent: int = 100


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to enrol. `key` names the person in the plan, `secrecy` is the status (SEC-01), `role` is for people."""

    key: str
    name: str
    posts: tuple[Post, ...]
    secrecy: str
    role: str = ""
    sign_in: str = ""
    language: str = "nl"
    email: str = ""

    @property
    def signs_in_as(self) -> str:
        """The sign-in name: the chosen one, or first name and family name."""
        return self.sign_in or ".".join(self.name.lower().split())


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A circle or an office to found; members are keys of newcomers."""

    code: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Founding:
    """The whole plan of a first install. `trustees`: three keys of people who are in no circle."""

    people: Sequence[Newcomer]
    circles: Sequence[GroupPlan]
    offices: Sequence[GroupPlan]
    trustees: Sequence[str]


@dataclass(slots=True)
class House:
    """What was founded: people by key (their private keys open, for the moment of founding), groups by code.

    papers: the code on paper of each, when they were asked for.
    """

    people: dict[str, Enrolled] = field(repr=False)
    groups: dict[str, str]
    papers: dict[str, str] = field(default_factory=dict, repr=False)

    def principal(self, key: str) -> str:
        """The principal of a person."""
        return self.people[key].colleague.principal

    def session(self, key: str) -> Session:
        """An open session of a person, to act in that name."""
        return self.people[key].opened.session()


def found_house(
    plan: Founding,
    passwords: Mapping[str, str],
    *,
    demo_on: date | None = None,
    on_paper: bool = False,
    tell: Callable[[str], None] = lambda _: None,
    before_the_end: Callable[[Act, House], None] = lambda act, house: None,
) -> House:
    """Found everything in one act. `passwords` by key of a person, who without one has no way in.

    demo_on: mark the instance as a demo in which it always is that day; None in a house that people will work in.
    on_paper: give everybody a code on paper. tell: hears the name of each person done. before_the_end: what else
    belongs in the act.
    """
    with acting("house.found", by="system") as act:
        if demo_on is not None:
            act.add(Demo(today_on=demo_on))
        people: dict[str, Enrolled] = {}
        for one in plan.people:
            people[one.key] = enrolled = founding.enrol_colleague(
                act,
                name=one.name,
                sign_in=one.signs_in_as,
                password=passwords.get(one.key, ""),
                language=one.language,
                email=one.email,
            )
            for post in one.posts:
                founding.appoint(
                    act,
                    enrolled.colleague,
                    post.function,
                    programme=post.programme,
                    employer=post.employer,
                    fte_percent=post.fte_percent,
                )
            founding.set_secrecy(act, enrolled.colleague, one.secrecy)
            tell(one.name)
        house = House(people, {})
        house.groups["recovery"] = founding.found_recovery(
            act, [people[key].colleague for key in plan.trustees]
        ).principal
        for verb, groups in ((founding.found_circle, plan.circles), (founding.found_office, plan.offices)):
            for group in groups:
                members = [people[key].colleague for key in group.members]
                house.groups[group.code] = verb(act, group.code, group.name, members).principal
        for key, founded in people.items() if on_paper else ():
            house.papers[key] = paper.code_of(founded.opened.person, new_id())
            paper.add_paper(act, founded.opened, house.papers[key])
        before_the_end(act, house)
    return house
