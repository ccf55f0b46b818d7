"""Fifty sign-ins at once, each a process that stretches a password: never more than two at a time on this machine.

`python -m tests.strain.sign_ins [--people 50]`: prints the figures as JSON; exit code 1 when one is wrong. Memory is
what the processes have on top of what they had before the first password, summed over all, looked at all the time.
"""

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.sharedctypes import Synchronized
    from multiprocessing.synchronize import Barrier

CEILING_MIB = 128
STRETCHING_MIB = 24
"""A process that has this much more than before is stretching."""
PASSWORD = "a long password of the strain"


@dataclass
class Figures:
    """opened: signed in; busy: told to come back, after at most the queue's time. cpu_ms: of one sign-in."""

    engine: str
    people: int
    opened: int = 0
    busy: int = 0
    cpu_ms: float = 0.0
    peak_mib: float = 0.0
    peak_turns: int = 0
    longest_wait_s: float = 0.0
    seconds: float = 0.0

    def good(self) -> bool:
        """Whether everybody got an answer and the machine kept its ceiling (with some slack for each of the two)."""
        return self.opened + self.busy == self.people and self.peak_turns <= 2 and self.peak_mib <= CEILING_MIB + 8


def run(people: int) -> Figures:
    """All at the same door at the same moment."""
    with own_instance() as engine:
        from kring.vault import slots
        from kring.vault.acts import acting

        figures = Figures(engine, people)
        with acting("strain.people", by="system") as act:
            noor = slots.new_person(act)
            slots.add_password(act, noor, PASSWORD)
        figures.cpu_ms = round(cpu_of_one(noor.person), 1)
        let_go()
        crowd(noor.person, figures)
        return figures


def cpu_of_one(person: str) -> float:
    """The least of five: what else runs on the machine does not count."""
    from kring.vault import slots

    spent = []
    for _ in range(5):
        began = time.process_time()
        slots.open_password(person, PASSWORD)
        spent.append((time.process_time() - began) * 1000)
    return min(spent)


def crowd(person: str, figures: Figures) -> None:
    """Everybody at once, and somebody who watches the memory."""
    fork: ForkContext = multiprocessing.get_context("fork")
    results: SimpleQueue[tuple[bool, float]] = fork.SimpleQueue()
    ready, done = fork.Barrier(figures.people + 1), fork.Value("i", 0)
    processes = [fork.Process(target=sign_in, args=(person, ready, done, results)) for _ in range(figures.people)]
    for process in processes:
        process.start()
    pids = [process.pid or 0 for process in processes]
    ready.wait()
    began, before = time.monotonic(), {pid: resident(pid) for pid in pids}
    ready.wait()
    while done.value < figures.people:
        extra = [max(0.0, resident(pid) - before[pid]) for pid in pids]
        figures.peak_mib = max(figures.peak_mib, round(sum(one for one in extra if one > STRETCHING_MIB), 1))
        figures.peak_turns = max(figures.peak_turns, sum(one > STRETCHING_MIB for one in extra))
        time.sleep(0.002)
    figures.seconds = round(time.monotonic() - began, 1)
    for opened, waited in (results.get() for _ in processes):
        figures.opened += opened
        figures.busy += not opened
        figures.longest_wait_s = max(figures.longest_wait_s, round(waited, 1))
    for process in processes:
        process.join()


def sign_in(
    person: str, ready: "Barrier", done: "Synchronized[int]", results: "SimpleQueue[tuple[bool, float]]"
) -> None:
    """One of the crowd."""
    from kring.vault import slots
    from kring.vault.refusals import Busy

    warm_up(person)
    ready.wait()
    ready.wait()
    began = time.monotonic()
    with counted(done):
        try:
            opened = slots.open_password(person, PASSWORD).person == person
        except Busy:
            opened = False
    let_go()
    results.put((opened, time.monotonic() - began))


def warm_up(person: str) -> None:
    """Touch what a sign-in touches, but for the stretch: pages of Python and of the database are not what we count."""
    from kring.vault.models import Slot
    from kring.vault.primitives import Cost, new_key, stretch

    Slot.objects.filter(person=person).select_related("person").get().person.verified()
    stretch(PASSWORD, bytes(16), new_key(), Cost(1, 8))


@contextmanager
def counted(done: "Synchronized[int]") -> Iterator[None]:
    """One more has had its answer."""
    try:
        yield
    finally:
        with done.get_lock():
            done.value += 1


def resident(pid: int) -> float:
    """Resident memory of a process in MiB; 0 when it has gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) / 256
    except (OSError, IndexError):
        return 0.0


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.sign_ins", description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    options = parser.parse_args(arguments)
    figures = run(options.people)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
