"""Writers are killed (kill -9) at random moments; what they had acknowledged must be there, once, and all must fit.

`python -m tests.strain.killed [--rounds 20] [--writers 2]`: prints the figures as JSON; exit code 1 when one is wrong.
"""

import argparse
import itertools
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from tests.strain.cast import Cast


@dataclass
class Figures:
    """What happened; all but the first five must be zero.

    lost: acknowledged and not there. twice: a retry that made a second row. other: a retry told another id.
    """

    engine: str
    rounds: int = 0
    acknowledged: int = 0
    stored_unacknowledged: int = 0
    entries: int = 0
    lost: int = 0
    twice: int = 0
    other: int = 0
    journal_findings: int = 0
    sweep_findings: int = 0

    def good(self) -> bool:
        """Whether nothing was lost, doubled or inconsistent."""
        return not (self.lost or self.twice or self.other or self.journal_findings or self.sweep_findings)


def run(rounds: int, writers: int, seed: int) -> Figures:
    """All rounds on one instance."""
    chance = random.Random(seed)
    with own_instance() as engine:
        from tests.strain.cast import found_cast

        cast, figures = found_cast(), Figures(engine)
        let_go()
        for number in range(rounds):
            told = one_round([endless(cast, f"{number}-{writer}") for writer in range(writers)], chance)
            check(cast, figures, told)
            let_go()
        return figures


def endless(cast: "Cast", name: str) -> Callable[[int], None]:
    """A writer that goes on until it is killed: write, commit, acknowledge on the pipe; look now and then."""
    from tests.strain.cast import put_contact

    def write(pipe: int) -> None:
        keys = cast.keys()
        for number in itertools.count():
            key = f"{name}-{number}"
            os.write(pipe, f"{key} {put_contact(keys, cast.bundle, key)}\n".encode())
            if number % 5 == 4:
                keys = cast.keys()

    return write


def one_round(writers: list[Callable[[int], None]], chance: random.Random) -> dict[str, dict[str, str]]:
    """Start the writers, kill each at a moment of its own; per writer what it acknowledged (key -> id)."""
    running = []
    for number, write in enumerate(writers):
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(reading)
            try:
                write(writing)
            finally:
                os._exit(1)
        os.close(writing)
        running.append((number, pid, reading))
    told = {}
    for number, pid, reading in running:
        first = os.read(reading, 1 << 16)
        time.sleep(chance.uniform(0.01, 0.4))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        with os.fdopen(reading, "rb") as rest:
            lines = (first + rest.read()).decode().splitlines()
        told[str(number)] = dict(line.split() for line in lines if len(line.split()) == 2)
    return told


def check(cast: "Cast", figures: Figures, told: dict[str, dict[str, str]]) -> None:
    """Hold the database against what was acknowledged, then retry every write with its own key."""
    from kring.vault import checkpoints
    from kring.vault.models import Extract, JournalEntry
    from kring.vault.sweeping import sweep
    from tests.strain.cast import contacts, put_contact

    keys, number = cast.keys(), figures.rounds
    there = contacts(keys)
    figures.rounds += 1
    ours = sum(text.startswith(f"{number}-") for text in there.values())
    acknowledged = {key: made for one in told.values() for key, made in one.items()}
    figures.acknowledged += len(acknowledged)
    figures.stored_unacknowledged += ours - len(acknowledged)
    figures.lost += sum(there.get(made) != key for key, made in acknowledged.items())
    figures.twice += len(there) - len(set(there.values()))
    figures.other += sum(put_contact(keys, cast.bundle, key) != made for key, made in acknowledged.items())
    under_way = [f"{number}-{writer}-{len(one)}" for writer, one in told.items()]
    for key in under_way:
        figures.other += put_contact(keys, cast.bundle, key) != put_contact(keys, cast.bundle, key)
    figures.twice += abs(Extract.objects.count() - len(set(there.values()) | set(under_way)))
    figures.journal_findings += len(checkpoints.verify())
    figures.sweep_findings += len(sweep())
    figures.entries = JournalEntry.objects.count()


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.killed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    options = parser.parse_args(arguments)
    figures = run(options.rounds, options.writers, options.seed)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
