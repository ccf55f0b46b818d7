"""Eight processes write journal entries, each committed alone, while the sealer takes them into the tree.

`python -m tests.strain.sealing [--seconds 4] [--writers 8]`: prints the figures as JSON; exit code 1 when the journal
does not hold together or the sealer did not keep up.
"""

import argparse
import json
import multiprocessing
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.synchronize import Barrier

UP_TO_DATE_SECONDS = 5.0


@dataclass
class Figures:
    """lag: the most entries seen outside the tree; behind_s: how long after the last entry the tree was complete."""

    engine: str
    writers: int
    seconds: float
    entries: int = 0
    per_second: float = 0.0
    lag: int = 0
    behind_s: float = 0.0
    journal_findings: int = 0

    def good(self) -> bool:
        """Whether all entries stand in the tree soon after they were written."""
        return not self.journal_findings and self.behind_s < UP_TO_DATE_SECONDS


def run(writers: int, seconds: float) -> Figures:
    """Write, seal at the same time, then check it all."""
    with own_instance() as engine:
        from kring.vault import checkpoints
        from kring.vault.models import JournalEntry
        from kring.vault.sealer import Sealer

        figures = Figures(engine, writers, seconds)
        let_go()
        fork: ForkContext = multiprocessing.get_context("fork")
        results: SimpleQueue[int] = fork.SimpleQueue()
        ready = fork.Barrier(writers + 1)
        processes = [fork.Process(target=write, args=(seconds, ready, results)) for _ in range(writers)]
        for process in processes:
            process.start()
        ready.wait()
        sealer = Sealer()
        sealer.start()
        until = time.monotonic() + seconds
        pending = JournalEntry.objects.filter(index__isnull=True)
        while time.monotonic() < until:
            time.sleep(0.2)
            figures.lag = max(figures.lag, pending.count())
        figures.entries = sum(results.get() for _ in processes)
        ended = time.monotonic()
        while pending.exists() and time.monotonic() < ended + 30:
            time.sleep(0.01)
        figures.behind_s = round(time.monotonic() - ended, 2)
        sealer.stop()
        for process in processes:
            process.join()
        figures.per_second = round(figures.entries / seconds, 1)
        missing = figures.entries - JournalEntry.objects.exclude(index__isnull=True).count()
        figures.journal_findings = len(checkpoints.verify()) + abs(missing)
        return figures


def write(seconds: float, ready: "Barrier", results: "SimpleQueue[int]") -> None:
    """As many entries as fit."""
    from django.db import connection

    from kring.vault import journal

    connection.ensure_connection()
    ready.wait()
    written, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        journal.record(verb=journal.Verb.OPENED, act="strain.write", actor="strain", on=[f"bundle-{written}"])
        written += 1
    let_go()
    results.put(written)


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.sealing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--writers", type=int, default=8)
    options = parser.parse_args(arguments)
    figures = run(options.writers, options.seconds)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
