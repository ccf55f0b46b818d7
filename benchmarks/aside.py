"""Figures beside the journeys: memory of two workers, password stretching, sign-in, the journal's rate."""

from benchmarks.budgets import JOURNAL_PER_SECOND, KDF_MIB, SIGN_IN_CPU_MS, TWO_WORKERS_PSS_MB
from benchmarks.memory import TOGETHER, weigh
from benchmarks.processes import run_command
from benchmarks.results import Row, at_least, at_most
from benchmarks.sites import Place, Site

JOURNAL_SECONDS = 5


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


def journal_row(subject: Site, place: Place) -> Row:
    """Only PostgreSQL promises a rate; SQLite writers stand in line."""
    name, note = "journal, eight writers", "each entry committed by itself"
    if place.cluster is None or subject.name == "floor":
        return at_least(name, None, JOURNAL_PER_SECOND, "entries/s", note="measured on PostgreSQL only")
    done = run_command(["benchmarks.journal_rate", str(JOURNAL_SECONDS)], subject.environ)
    return at_least(name, float(done.output), JOURNAL_PER_SECOND, "entries/s", note=note)
