"""A small world of principals for the vault's own tests: two colleagues, a circle, two bundles with a record each."""

from dataclasses import dataclass, field

import pytest

from kring.vault import checkpoints, facts, letterbox, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Extract, Letter, Principal
from kring.vault.primitives import new_id
from kring.vault.slots import Opened

PASSWORD = "a long password of the tests"


@dataclass(frozen=True)
class Words:
    """Content of the tests."""

    text: str


@dataclass
class World:
    """Noor and Samir share a circle; bundle `a` is held by both, `b` by Noor and the circle; Greet holds nothing."""

    noor: Opened
    samir: Opened
    greet: Opened
    circle: str
    a: str = field(default_factory=new_id)
    b: str = field(default_factory=new_id)

    def session(self, who: Opened) -> Session:
        return who.session()

    def row(self, bundle: str) -> Extract:
        return Extract.objects.get(bundle=bundle)

    def letters(self) -> list[Letter]:
        return list(Letter.objects.filter(letterbox__owner=self.circle))


@pytest.fixture
def world(db: None) -> World:
    """Everything above, made through the vault's own verbs; the journal of this test begins here."""
    for path in checkpoints.folder().glob("*.note"):
        path.unlink()
    with acting("test.people", by="system") as act:
        people = [slots.new_person(act) for _ in range(3)]
        slots.add_password(act, people[0], PASSWORD)
        members = sharing.holders([people[0].person, people[1].person])
        circle, keys = sharing.found_circle(act, kind=Principal.Kind.CIRCLE, members=members)
        letterbox.found_letterbox(act, keys, owner=circle, bundle=circle, part="key")
    noor, samir, greet = people
    made = World(noor, samir, greet, circle)
    with acting("test.bundles", by=made.noor.person) as act:
        for bundle, who in ((made.a, [made.noor.person, made.samir.person]), (made.b, [made.noor.person, circle])):
            keys = sharing.found(act, bundle=bundle, parts={"notes": sharing.holders(who)})
            row = Extract(bundle=bundle)
            keys.seal(row, Words(f"words of {bundle}"), bundle=bundle, part="notes")
            act.add(row)
        letterbox.drop(act, Words("from the street"), owner=circle, kind="word", about=made.a)
    return made


@dataclass
class Office:
    """Two members of the statistics office, and Greet who heads the service and is in no office."""

    first: Opened
    second: Opened
    greet: Opened
    office: str


@pytest.fixture
def office(db: None) -> Office:
    with acting("test.people", by="system") as act:
        first, second, greet = (slots.new_person(act) for _ in range(3))
        members = sharing.holders([first.person, second.person])
        principal, _ = sharing.found_circle(act, kind=Principal.Kind.OFFICE, members=members)
        facts.office_is(act, principal)
    return Office(first, second, greet, principal)
