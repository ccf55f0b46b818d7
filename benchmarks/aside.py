"""Figures beside the journeys: memory of two workers, passwords, sign-in, the journal, a knock, a map, hidden cells."""

import json
from dataclasses import replace

from benchmarks.budgets import (
    ASKED_DOSSIERS,
    COPY_CPU_S,
    COPY_ENTRIES,
    HIDDEN,
    INCIDENT_CPU_S,
    JOURNAL_PER_SECOND,
    KDF_MIB,
    KEYS_MOVE_CPU_MS,
    KNOCK_CPU_MS,
    LESSONS,
    LESSONS_RATIO,
    MAP_CPU_MS,
    MAP_TIES,
    NOTES,
    NOTES_CPU_MS,
    QUESTION_MS,
    ROTATE_CPU_S,
    SIGN_IN_CPU_MS,
    TWO_WORKERS_PSS_MB,
    YEAR_CPU_MS,
    YEAR_DOSSIERS,
)
from benchmarks.memory import TOGETHER, weigh
from benchmarks.processes import run_command
from benchmarks.product import Kring
from benchmarks.results import Row, at_least, at_most
from benchmarks.sites import Place, Site

JOURNAL_SECONDS = 5
KNOCK_OWN, KNOCK_TOWN = 400, 120


def weight_rows(subject: Site, floor: Site) -> list[Row]:
    """Sign-in, stretching and memory of the subject, with the floor's beside it."""
    ours, theirs = weigh(subject), weigh(floor)
    return [
        at_most("sign-in, CPU", ours.sign_in_cpu_ms, SIGN_IN_CPU_MS, "ms", floor=theirs.sign_in_cpu_ms),
        at_most(
            "stretching passwords, together",
            ours.stretching_mb,
            KDF_MIB,
            "MiB",
            note=f"in blocks as large as one stretching, while {TOGETHER} people sign in at once",
        ),
        at_most(
            "two workers at rest, PSS",
            ours.idle_mb,
            TWO_WORKERS_PSS_MB,
            "MB",
            floor=theirs.idle_mb,
            note=f"the floor: {theirs.idle_mb:.0f} MB; peak while {TOGETHER} people sign in: {ours.peak_mb:.0f} MB",
        ),
    ]


def knock_row(place: Place) -> Row:
    """In a town of its own: four hundred dossiers of one colleague would weigh on the other journeys."""
    town = Kring(replace(place, folder=place.folder.parent / "knock", dossiers=KNOCK_TOWN))
    town.make()
    done = json.loads(run_command(["benchmarks.knock_own", str(KNOCK_OWN)], town.environ).output)
    cpu, plain, wall = done["cpu_ms"], done["plain_cpu_ms"], done["wall_ms"]
    note = f"opening included; p50 {wall:.0f} ms; likeness alone, over plain names: {plain:.1f} ms"
    row = at_most(f"knock, {KNOCK_OWN} own dossiers, CPU", cpu, KNOCK_CPU_MS, "ms", note=note, floor=plain)
    return replace(row, ratio=cpu / plain)


def keys_rows(place: Place) -> list[Row]:
    """In a town of its own, of 276: what keys cost that move."""
    town = Kring(replace(place, folder=place.folder.parent / "keys", dossiers=276))
    town.make()
    done = json.loads(run_command(["benchmarks.keys_moved"], town.environ).output)
    named = {
        "give_ms": "giving one dossier, CPU",
        "take_ms": "taking it back, CPU",
        "hand_over_ms": "handing it over, CPU",
    }
    rows = [at_most(name, done[code], KEYS_MOVE_CPU_MS, "ms") for code, name in named.items()]
    note = f"{done['rotated']} dossiers, in slices"
    return [*rows, at_most("a new key for every lock, CPU", done["rotate_s"], ROTATE_CPU_S, "s", note=note)]


def incident_row(subject: Site, dossiers: int) -> Row:
    """The sheet of an incident, for the colleague who holds most."""
    done = json.loads(run_command(["benchmarks.keys_moved", "incident"], subject.environ).output)
    note = f"who holds {done['held']}"
    return at_most(f"incident, {dossiers} dossiers, CPU", done["incident_s"], INCIDENT_CPU_S, "s", note=note)


def lessons_row(subject: Site) -> Row:
    """A rare word among ten thousand lesson cards, sealed and in a plain table."""
    done = json.loads(run_command(["benchmarks.lessons_search", str(LESSONS)], subject.environ).output)
    limit = done["rare_floor_ms"] * LESSONS_RATIO
    note = f"in every card: {done['every_cpu_ms']:.1f} ms; in none: {done['none_cpu_ms']:.1f} ms"
    name = f"search, {LESSONS} lesson cards, CPU"
    return at_most(name, done["rare_cpu_ms"], limit, "ms", note=note, floor=done["rare_floor_ms"])


def notes_row(subject: Site) -> Row:
    """J5b: words in a thousand notes over one's own dossiers."""
    done = json.loads(run_command(["benchmarks.notes_search", str(NOTES)], subject.environ).output)
    every = f"when every note has the word: {done['all_cpu_ms']:.1f} ms"
    note = f"in {done['dossiers']} dossiers, {done['found']} found; {every}"
    return at_most(f"J5b search, {NOTES} notes, CPU", done["cpu_ms"], NOTES_CPU_MS, "ms", note=note)


def year_row(place: Place) -> Row:
    """J6, in a town of its own: so many facts would weigh on the folding of the others."""
    town = Kring(replace(place, folder=place.folder.parent / "year", dossiers=KNOCK_TOWN))
    town.make()
    done = json.loads(run_command(["benchmarks.year_statistics", str(YEAR_DOSSIERS)], town.environ).output)
    stock = f"open on a day: {done['stock_cpu_ms']:.0f} ms"
    note = f"journal entry and opening included; p50 {done['wall_ms']:.0f} ms; {stock}"
    return at_most(f"J6 year, {YEAR_DOSSIERS} dossiers, CPU", done["cpu_ms"], YEAR_CPU_MS, "ms", note=note)


def question_rows(place: Place) -> list[Row]:
    """Every saved question on a caseload of our size, in a town of its own: inside, and for everybody."""
    town = Kring(replace(place, folder=place.folder.parent / "asked", dossiers=KNOCK_TOWN))
    town.make()
    done = json.loads(run_command(["benchmarks.saved_questions", str(ASKED_DOSSIERS)], town.environ).output)
    inside, alone, after = done["inside"], done["alone"], done["remembered"]
    note = f"the slowest as a whole: {alone['which']}, {alone['tables']} tables, {alone['ms']:.0f} ms; with all"
    note += f" remembered {after['ms']:.0f} ms ({after['which']}), {after['table_ms']:.0f} ms a table"
    name = f"any saved question, {ASKED_DOSSIERS} dossiers"
    return [
        at_most(f"{name}, inside, wall", inside["ms"], QUESTION_MS, "ms", note=inside["which"]),
        at_most(f"{name}, a table for everybody, wall", alone["table_ms"], QUESTION_MS, "ms", note=note),
    ]


def copy_row(subject: Site) -> Row:
    """A copy of a file of a thousand entries, as a tagged PDF."""
    done = json.loads(run_command(["benchmarks.access_copy", str(COPY_ENTRIES)], subject.environ).output)
    note = f"{done['wall_s']:.1f} s of wall time, {done['kb']} kB"
    return at_most(f"copy of a file, {COPY_ENTRIES} entries, CPU", done["cpu_s"], COPY_CPU_S, "s", note=note)


def map_row(subject: Site) -> Row:
    """The map of a full network; what the page takes with nobody on it stands in the note."""
    name = f"network map, {MAP_TIES} people, CPU"
    done = json.loads(run_command(["benchmarks.network_map", str(MAP_TIES)], subject.environ).output)
    drawn, bare = done["drawing_cpu_ms"], done["bare_cpu_ms"]
    note = (
        f"the whole page in {done['queries']} queries; drawing it twice: {drawn:.1f} ms; the page with nobody on it:"
        f" {bare:.1f} ms; overlapping names: {done['overlaps']}"
    )
    return at_most(name, done["cpu_ms"], MAP_CPU_MS, "ms", note=note)


def hidden_rows(subject: Site) -> list[Row]:
    """What stays hidden in a small table and in a large one; the large one by the heuristic."""
    rows = []
    for high, wide, cases, workers, limit in HIDDEN:
        words = ["benchmarks.hidden_cells", *map(str, (high, wide, cases, workers))]
        done = json.loads(run_command(words, subject.environ).output)
        how = "least loss proved" if done["least"] else "by the heuristic"
        note = f"{cases} cases of {workers} workers; {done['hidden']} of {done['cells']} cells hidden, {how}"
        rows.append(at_most(f"hidden cells, {high} x {wide}, CPU", done["seconds"], limit, "s", note=note))
    return rows


def journal_row(subject: Site, place: Place) -> Row:
    """Only PostgreSQL promises a rate; SQLite writers stand in line."""
    name, note = "journal, eight writers", "each entry committed by itself"
    if place.cluster is None or subject.name == "floor":
        return at_least(name, None, JOURNAL_PER_SECOND, "entries/s", note="measured on PostgreSQL only")
    done = run_command(["benchmarks.journal_rate", str(JOURNAL_SECONDS)], subject.environ)
    return at_least(name, float(done.output), JOURNAL_PER_SECOND, "entries/s", note=note)
