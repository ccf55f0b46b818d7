"""Towns of facts to ask public questions of, without a database, and what everybody knows after some answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kring.figures.asked import By, Counting, Field, Only, Plain
from kring.figures.counting import count
from kring.figures.guarding import Guard, Packs
from kring.figures.packs import Names, Opened, Pack, fold
from kring.figures.showing import Both, Shown, both
from kring.figures.told import Told, dump, load

Case = Mapping[str, Any]
KIND, WORKER = "begun", Field("begun", "worker")


def packed(cases: Iterable[Case]) -> Pack:
    """Each case a fact of its own subject."""
    rows = enumerate(cases)
    facts = (Opened(b"b%09d" % n, KIND, n.to_bytes(8, "big"), dict(case)) for n, case in rows)
    return fold(Pack(), Names(), facts)[0]


def by(name: str, *groups: str) -> By:
    return By(name, Plain(Field(KIND, name)), groups)


def asked(*split: By, only: Sequence[Only] = (), worker: Field | None = WORKER, **more: Any) -> Counting:
    return Counting(KIND, by=split, worker=worker, only=tuple(only), **more)


def secret(said: Sequence[str]) -> bytes:
    return repr(said).encode()


@dataclass
class Reader:
    """Who asks public questions one after the other of the same house."""

    cases: list[Case]
    told: list[Told] = field(default_factory=list)

    def ask(self, what: Counting) -> Both:
        """Asked and remembered, through the bytes it is kept as."""
        packs = Packs(packed(self.cases), Pack())
        counted = count(packs.facts, what)
        guard = Guard(packs, load(dump(self.told)), secret)
        found = both(counted, guard.decide(what, counted))
        self.told = guard.told
        return found

    def read(self, what: Counting) -> Shown:
        return self.ask(what).outside
