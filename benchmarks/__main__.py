"""`./kring bench`: measure Kring against the floor, print the table, keep it where asked."""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import product
from benchmarks.aside import (
    copy_row,
    hidden_rows,
    incident_row,
    journal_row,
    keys_rows,
    knock_row,
    lessons_row,
    map_row,
    notes_row,
    question_rows,
    weight_rows,
    year_row,
)
from benchmarks.machine import describe
from benchmarks.measure import growth_rows, mail_row, make_pair, page_rows, start_row
from benchmarks.plain import Floor
from benchmarks.postgres import durable_postgresql
from benchmarks.report import as_text, write_docs, write_json
from benchmarks.results import Row
from benchmarks.sites import Place, Site

SMALL_TOWN = 276


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kring bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--docs", action="store_true", help="keep them in docs/benchmarks.md and .json")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--dossiers", type=int, default=SMALL_TOWN, help="beyond 276: also measure growth to this town")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each journey (default 5)")
    parser.add_argument("--only", choices=["pages", "mail", "start", "aside", "growth"], help="one part of it")
    parser.add_argument("--floor-itself", action="store_true", help="the floor against itself: how loud is the noise?")
    return parser.parse_args()


@contextlib.contextmanager
def place_for(options: argparse.Namespace) -> Iterator[Place]:
    """A folder that goes away afterwards and, when asked, a PostgreSQL."""
    with contextlib.ExitStack() as stack:
        work = stack.enter_context(tempfile.TemporaryDirectory(prefix="kring-bench-"))
        cluster = stack.enter_context(durable_postgresql()) if options.engine == "postgresql" else None
        yield Place(Path(work) / "subject", SMALL_TOWN, cluster)


def subject_at(place: Place, options: argparse.Namespace) -> Site:
    if options.floor_itself or not product.ready():
        return Floor(place)
    return product.Kring(place)


def measure(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    """Every part that was asked for, in an order in which earlier parts do not weigh on later ones."""

    def wanted(part: str) -> bool:
        return options.only in (None, part)

    pair = make_pair(place, subject_at(place, options))
    if wanted("pages"):
        yield from page_rows(pair, rounds=options.rounds)
    if wanted("growth") and options.dossiers > SMALL_TOWN:
        large_place = replace(place, folder=place.folder.parent / "large", dossiers=options.dossiers)
        large = subject_at(large_place, options)
        large.make()
        yield from growth_rows(pair.subject, place, large, large_place, rounds=options.rounds)
        if pair.subject.name != "floor":
            yield incident_row(large, options.dossiers)
    if wanted("start"):
        yield start_row(pair, rounds=options.rounds)
    if wanted("aside"):
        yield from weight_rows(pair.subject, pair.floor)
        yield journal_row(pair.subject, place)
        if pair.subject.name != "floor":
            yield knock_row(place)
            yield year_row(place)
            yield from question_rows(place)
            yield from keys_rows(place)
            yield map_row(pair.subject)
            yield notes_row(pair.subject)
            yield lessons_row(pair.subject)
            yield copy_row(pair.subject)
            yield from hidden_rows(pair.subject)
    if wanted("mail"):
        yield mail_row(pair, place.folder.parent / "mail", rounds=min(3, options.rounds))


def main() -> int:
    """0 when every budget that was measured holds, else 1."""
    options = read_options()
    with place_for(options) as place:
        if not options.floor_itself and not product.ready():
            print("kring has no pages to measure yet; this is the floor against itself.", file=sys.stderr)
        machine: dict[str, Any] = describe(place, rounds=options.rounds)
        rows = []
        for row in measure(place, options):
            rows.append(row)
            print(f"measured: {row.name}", file=sys.stderr)
    rows.sort(key=lambda row: (not row.name.startswith("J"), row.name))
    print(as_text(rows))
    if options.json:
        write_json(options.json, rows, machine)
    if options.docs:
        write_docs(rows, machine, options.engine)
    return 1 if any(row.ok is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
