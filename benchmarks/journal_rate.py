"""How many journal entries a second PostgreSQL takes from eight writers, each entry committed on its own.

Run as `python -m benchmarks.journal_rate SECONDS`: eight processes, each with its own connection.
"""

import multiprocessing
import sys
import time

WRITERS = 8


def write_entries(seconds: float, ready: "multiprocessing.synchronize.Barrier") -> int:
    """One writer: as many entries as fit."""
    import django

    django.setup()
    from django.db import connection

    from kring.vault import journal

    connection.ensure_connection()
    ready.wait()
    written, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        journal.record(verb=journal.Verb.OPENED, act="bench.write", actor="bench", on=[f"dossier-{written}"])
        written += 1
    connection.close()
    return written


def entries_per_second(seconds: float) -> float:
    """All eight at once; the clock runs while they write, not while they start."""
    spawn = multiprocessing.get_context("spawn")
    with spawn.Manager() as shared, spawn.Pool(WRITERS) as pool:
        barrier = shared.Barrier(WRITERS)
        counts = pool.starmap(write_entries, [(seconds, barrier)] * WRITERS, chunksize=1)
    return sum(counts) / seconds


if __name__ == "__main__":
    print(entries_per_second(float(sys.argv[1])))
