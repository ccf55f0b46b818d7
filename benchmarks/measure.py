"""One whole measurement: make both sites, walk every journey, judge, and give back the rows."""

import contextlib
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.budgets import GROWTH_RATIO, JOURNEYS
from benchmarks.mailbag import MAILS, Postman, deliver_mail
from benchmarks.plain import Floor
from benchmarks.processes import ROOT, child_environ, serving
from benchmarks.results import Inside, Row, at_most, within
from benchmarks.sites import Place, Site
from benchmarks.starts import Starts, start_cold
from benchmarks.visitor import Ask, Visitor
from benchmarks.walks import BESIDE, WALKS, Walk, Walker, sign_in, walk


@dataclass(frozen=True)
class Pair:
    """The site under measurement and the floor beside it, both made."""

    place: Place
    subject: Site
    floor: Floor


@contextlib.contextmanager
def walking(site: Site, place: Place) -> Iterator[Walker]:
    """Serve a site and sign its worker in."""
    with serving(site.application, site.environ, site.first_page) as server:
        visitor = sign_in(site, server)
        yield Walker(site, place, server, visitor)
        visitor.close()


def make_pair(place: Place, subject: Site) -> Pair:
    """Make the subject, see how long its worker's list is, and make a floor with a list as long."""
    subject.make()
    with walking(subject, place) as walker:
        listed = subject.rows(walker.visitor.send(subject.caseload(walker.visitor)))
    floor = Floor(replace(place, folder=place.folder.parent / "floor"))
    floor.make(listed)
    return Pair(place, subject, floor)


def page_rows(pair: Pair, *, rounds: int) -> list[Row]:
    """J1, J2 and J5a."""
    insides, floor_insides = look_inside(pair.subject), look_inside(pair.floor)
    with walking(pair.subject, pair.place) as subject, walking(pair.floor, pair.place) as floor:
        walk([floor, subject], rounds=rounds)
        return [page_row(one.journey, subject, floor, insides, floor_insides) for one in WALKS]


def page_row(
    journey: str, subject: Walker, floor: Walker, insides: dict[str, Inside], floor_insides: dict[str, Inside]
) -> Row:
    budget, inside = JOURNEYS[journey], insides[journey]
    ratio = subject.cpu_ms(journey) / floor.cpu_ms(journey)
    same_work = journey in BESIDE or subject.rows[journey] == floor.rows[journey]
    unequal = f"unequal work: {subject.rows[journey]} rows against the floor's {floor.rows[journey]}"
    return Row(
        journey,
        str(budget),
        within(budget, ratio=ratio, inside=inside, same_work=same_work),
        p50_ms=subject.p50_ms(journey),
        cpu_ms=subject.cpu_ms(journey),
        floor_p50_ms=floor.p50_ms(journey),
        floor_cpu_ms=floor.cpu_ms(journey),
        ratio=ratio,
        vault_cpu_ms=inside.vault_cpu_ms,
        queries=inside.queries,
        floor_queries=floor_insides[journey].queries,
        grants_queries=inside.grants_queries,
        note="" if same_work else unequal,
    )


def look_inside(site: Site) -> dict[str, Inside]:
    """Queries and vault time per journey, seen by inside.py in a process of its own."""
    environ = child_environ(site.environ)
    command = [sys.executable, "-m", "benchmarks.inside"]
    done = subprocess.run(command, input=pickle.dumps(site), capture_output=True, env=environ, cwd=ROOT, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode()[-2000:])
    seen: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return {
        name: Inside(one["queries"], one["grants_queries"], one["vault_cpu_ms"]) for name, one in sorted(seen.items())
    }


def mail_row(pair: Pair, folder: Path, *, rounds: int) -> Row:
    """J7; figures are for the thousand mails together."""
    subject, floor = Postman(pair.subject, pair.place), Postman(pair.floor, pair.place)
    deliver_mail([floor, subject], folder, rounds=rounds)
    budget, ratio = JOURNEYS["J7 mail intake"], subject.cpu_ms() / floor.cpu_ms()
    return Row(
        "J7 mail intake",
        f"{budget}, a repeat adds 0",
        within(budget, ratio=ratio, same_work=subject.all_arrived, repeat_added=subject.repeat_added),
        p50_ms=subject.wall_ms(),
        cpu_ms=subject.cpu_ms(),
        floor_p50_ms=floor.wall_ms(),
        floor_cpu_ms=floor.cpu_ms(),
        ratio=ratio,
        note=f"{MAILS} mails, start of the command taken off; the repeat added {subject.repeat_added}",
    )


def start_row(pair: Pair, *, rounds: int) -> Row:
    """J8."""
    subject, floor = Starts(pair.subject), Starts(pair.floor)
    start_cold([floor, subject], rounds=rounds)
    budget, ratio = JOURNEYS["J8 cold start"], subject.cpu_ms() / floor.cpu_ms()
    return Row(
        "J8 cold start",
        str(budget),
        within(budget, ratio=ratio),
        p50_ms=subject.p50_ms(),
        cpu_ms=subject.cpu_ms(),
        floor_p50_ms=floor.p50_ms(),
        floor_cpu_ms=floor.cpu_ms(),
        ratio=ratio,
    )


def growth_rows(small: Site, small_place: Place, large: Site, large_place: Place, *, rounds: int) -> list[Row]:
    """The journeys and every daily page on the large town against the small one, in turns."""
    with walking(small, small_place) as few, walking(large, large_place) as many:
        pages = [Walk(f"page {name}", partial(_page, name), 20) for name in small.pages(few.visitor)]
        walks = (*WALKS, *pages)
        walk([few, many], rounds=rounds, walks=walks)
        return [
            at_most(
                f"growth {one.journey}",
                many.cpu_ms(one.journey) / few.cpu_ms(one.journey),
                GROWTH_RATIO,
                "x",
                note=f"{many.cpu_ms(one.journey):.2f} ms on {large_place.dossiers:,} dossiers, "
                f"{few.cpu_ms(one.journey):.2f} ms on {small_place.dossiers:,}; "
                f"{many.rows[one.journey]} and {few.rows[one.journey]} rows",
            )
            for one in walks
        ]


def _page(name: str, site: Site, visitor: Visitor) -> Ask:
    return site.pages(visitor)[name]
