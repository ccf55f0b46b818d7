"""Eight processes change one sealed row at once, each until it has had its say: no change may be lost.

`python -m tests.strain.together [--writers 8] [--changes 25]`: prints figures as JSON; exit code 1 when one is wrong.
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

    from kring.vault.gate import Keys
    from tests.strain.cast import Cast


@dataclass
class Figures:
    """conflicts: told that another came first, and tried again. broken: any other error (deadlock, time-out)."""

    engine: str
    writers: int
    accepted: int = 0
    conflicts: int = 0
    seconds: float = 0.0
    lost: int = 0
    broken: int = 0
    journal_findings: int = 0
    sweep_findings: int = 0

    def good(self) -> bool:
        """Whether every accepted change is there, and nothing broke."""
        return not (self.lost or self.broken or self.journal_findings or self.sweep_findings)


def run(writers: int, changes: int) -> Figures:
    """All writers on one row; afterwards every change must be in it."""
    with own_instance() as engine:
        from kring.vault import checkpoints
        from kring.vault.models import Extract
        from kring.vault.sweeping import sweep
        from tests.strain.cast import contacts, found_cast, put_contact

        cast, figures = found_cast(), Figures(engine, writers)
        put_contact(cast.keys(), cast.bundle, "")
        let_go()
        accepted, conflicts, broken, figures.seconds = at_once(cast, writers, changes)
        figures.accepted, figures.conflicts, figures.broken = accepted, conflicts, broken
        [text] = contacts(cast.keys()).values()
        expected = {f"{writer}-{number}" for writer in range(writers) for number in range(changes)}
        figures.lost = len(expected) - len(expected & set(text.split())) + abs(len(text.split()) - accepted)
        figures.lost += abs(Extract.objects.get().revision - accepted - 1)
        figures.journal_findings, figures.sweep_findings = len(checkpoints.verify()), len(sweep())
        return figures


def at_once(cast: "Cast", writers: int, changes: int) -> tuple[int, int, int, float]:
    """Accepted, conflicts, errors of all writers together, and the seconds from first to last."""
    fork: ForkContext = multiprocessing.get_context("fork")
    results: SimpleQueue[tuple[int, int, int]] = fork.SimpleQueue()
    ready = fork.Barrier(writers + 1)
    processes = [fork.Process(target=writer, args=(cast, number, changes, ready, results)) for number in range(writers)]
    for process in processes:
        process.start()
    ready.wait()
    began = time.monotonic()
    said = [results.get() for _ in processes]
    seconds = time.monotonic() - began
    for process in processes:
        process.join()
    return *(sum(column) for column in zip(*said, strict=True)), seconds


def writer(
    cast: "Cast", name: int, changes: int, ready: "Barrier", results: "SimpleQueue[tuple[int, int, int]]"
) -> None:
    """Add one's words to the row, so many times, whoever comes between."""
    from django.db import DatabaseError

    from kring.vault.refusals import Conflict

    accepted = conflicts = broken = 0
    keys = cast.keys()
    ready.wait()
    while accepted < changes and broken < changes:
        try:
            change(cast, keys, f"{name}-{accepted}")
            accepted += 1
        except Conflict:
            conflicts += 1
        except DatabaseError:
            broken += 1
    let_go()
    results.put((accepted, conflicts, broken))


def change(cast: "Cast", keys: "Keys", words: str) -> None:
    """Read, add, write back: raises `Conflict` when another came between."""
    from kring.vault.acts import acting
    from kring.vault.models import Extract
    from tests.strain.cast import PART, Contact

    row = Extract.objects.get()
    text = keys.open(row, Contact).text
    keys.seal(row, Contact(f"{text} {words}"), bundle=cast.bundle, part=PART)
    with acting("strain.change", by=keys.actor, on=[cast.bundle]) as act:
        act.rewrite(row)


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.together", description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--changes", type=int, default=25)
    options = parser.parse_args(arguments)
    figures = run(options.writers, options.changes)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
