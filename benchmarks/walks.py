"""Walking the HTTP journeys: floor and product in turn, round after round, so that noise meets both.

Of each request only the one that counts is measured; the CPU is that of the server's whole process tree,
PostgreSQL's backends included.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import fmean, median

from benchmarks.processes import Server, cpu_ms
from benchmarks.sites import Place, Site
from benchmarks.visitor import Answer, Ask, HttpVisitor, RefusedByServer

SETTLE_SECONDS = 0.002
"""A server may tidy up after its answer; that belongs to the request."""

Choose = Callable[[Site, HttpVisitor], Ask]


@dataclass
class Walker:
    """One site while it is measured: its server, a signed-in visitor, a stranger, and what was seen."""

    site: Site
    place: Place
    server: Server
    visitor: HttpVisitor
    walls: dict[str, list[float]] = field(default_factory=dict)
    cpus: dict[str, list[float]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stranger = HttpVisitor(self.server.port)

    def pids(self) -> list[int]:
        return self.server.pids() + (self.place.cluster.pids() if self.place.cluster else [])

    def round(self, walk: "Walk") -> None:
        """Ask `times` times and remember every wall time and the mean CPU of the round."""
        pids, spent, journey = self.pids(), [], walk.journey
        visitor = self.stranger if walk.by_a_stranger else self.visitor
        walls = self.walls.setdefault(journey, [])
        for _ in range(walk.times):
            ask = walk.choose(self.site, visitor)
            before, began = cpu_ms(pids), time.perf_counter()
            answer = visitor.send(ask)
            walls.append((time.perf_counter() - began) * 1000)
            time.sleep(SETTLE_SECONDS)
            spent.append(cpu_ms(pids) - before)
            check(journey, ask, answer)
            self.rows[journey] = self.site.rows(answer)
        self.cpus.setdefault(journey, []).append(fmean(spent))

    def p50_ms(self, journey: str) -> float:
        return median(self.walls[journey])

    def cpu_ms(self, journey: str) -> float:
        return median(self.cpus[journey])


def check(journey: str, ask: Ask, answer: Answer) -> None:
    """A refusal is quick; it must not count as work done."""
    if answer.status not in (200, 302, 303) or (ask.fields is None and answer.status != 200):
        raise RefusedByServer(f"{journey}: {ask.path} answered {answer.status} {answer.location}")


def sign_in(site: Site, server: Server) -> HttpVisitor:
    visitor = HttpVisitor(server.port)
    if not site.signed_in(visitor.send(site.sign_in_form(visitor))):
        raise RefusedByServer(f"{site.name} did not let {site.name}'s worker in")
    site.meet_worker(visitor)
    return visitor


@dataclass(frozen=True)
class Walk:
    """One HTTP journey: its name, its request, how often it is asked in a round, and whether without an account."""

    journey: str
    choose: Choose
    times: int
    by_a_stranger: bool = False


BESIDE = frozenset({"J2b today", "J3b newest notes"})
"""Held against a page of the floor that shows other rows."""
WALKS = (
    Walk("J2 caseload", lambda site, visitor: site.caseload(visitor), 40),
    Walk("J2b today", lambda site, visitor: site.today(visitor), 40),
    Walk("J5a find", lambda site, visitor: site.find(visitor), 40),
    Walk("J3 open dossier", lambda site, visitor: site.dossier(visitor), 20),
    Walk("J3b newest notes", lambda site, visitor: site.newest(visitor), 20),
    Walk("J4 add a contact", lambda site, visitor: site.contact(visitor), 20),
    Walk("J1 submit referral", lambda site, visitor: site.referral(visitor), 60, by_a_stranger=True),
)


def walk(walkers: list[Walker], *, rounds: int, walks: tuple[Walk, ...] = WALKS) -> None:
    """All rounds of all journeys, the walkers in turn; the first round warms up and is forgotten."""
    for one in walks:
        for at in range(rounds + 1):
            for walker in walkers if at % 2 else walkers[::-1]:
                walker.round(one)
                if at == 0:
                    walker.walls.pop(one.journey)
                    walker.cpus.pop(one.journey)
