"""Eight processes write while back-ups are made; each is put back and held against what was acknowledged.

`python -m tests.strain.backing_up [--writers 8] [--backups 3]`: prints the figures as JSON; exit code 1 when one is
wrong. Whatever was acknowledged before a back-up began must be in it; nothing of it may be half.
"""

import argparse
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.house.tree import ROOT
from tests.strain.instance import let_go, on_server, own_instance

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.sharedctypes import Synchronized

    from tests.strain.cast import Cast

PAUSE_SECONDS = 0.3
LOOK = (
    "import json, pickle, sys, django; django.setup(); from pathlib import Path; from tests.strain import cast as all_;"
    "cast = pickle.loads(Path(sys.argv[1]).read_bytes()); print(json.dumps(all_.contacts(cast.keys())))"
)
type Told = list[tuple[float, str, str]]
"""Acknowledged writes of one process: when, under which key, which id."""


@dataclass
class Figures:
    """lost: acknowledged before a back-up began and not in it. slowest_ms: the longest single write meanwhile."""

    engine: str
    writers: int
    backups: int = 0
    acknowledged: int = 0
    in_last: int = 0
    backup_s: float = 0.0
    restore_s: float = 0.0
    slowest_ms: float = 0.0
    lost: int = 0
    restores_not_clean: int = 0

    def good(self) -> bool:
        """Whether every back-up was of one moment, and came back whole."""
        return not (self.lost or self.restores_not_clean) and self.backups > 0


def run(writers: int, backups: int) -> Figures:
    """Write and back up at once; afterwards put each back-up back on an empty machine."""
    with own_instance() as engine, tempfile.TemporaryDirectory(prefix="kring-away-") as place:
        from tests.strain.cast import found_cast

        figures, cast, away = Figures(engine, writers), found_cast(), Path(place)
        (away / "cast").write_bytes(pickle.dumps(cast))
        began, told = at_once(cast, writers, backups, away, figures)
        figures.acknowledged = len(told)
        for folder, before in zip(sorted((away / "disk").iterdir()), began, strict=True):
            there = put_back(folder, away, figures)
            figures.lost += sum(there.get(made) != key for at, key, made in told if at < before)
            figures.in_last = len(there)
        return figures


def at_once(cast: "Cast", writers: int, backups: int, away: Path, figures: Figures) -> tuple[list[float], Told]:
    """When each back-up began, and everything that was acknowledged."""
    from kring.site.backup.making import back_up

    let_go()
    fork: ForkContext = multiprocessing.get_context("fork")
    results: SimpleQueue[tuple[Told, float]] = fork.SimpleQueue()
    done = fork.Value("i", 0)
    processes = [fork.Process(target=write, args=(cast, number, done, results)) for number in range(writers)]
    for process in processes:
        process.start()
    began: list[float] = []
    for _ in range(backups):
        time.sleep(max(PAUSE_SECONDS, 1.0 if began else 0.0))
        began.append(time.monotonic())
        back_up(away / "disk", away / "safe")
        figures.backup_s = max(figures.backup_s, round(time.monotonic() - began[-1], 2))
        figures.backups += 1
    done.value = 1
    said = [results.get() for _ in processes]
    for process in processes:
        process.join()
    figures.slowest_ms = round(max(slowest for _, slowest in said) * 1000, 1)
    return began, [one for told, _ in said for one in told]


def write(cast: "Cast", name: int, done: "Synchronized[int]", results: "SimpleQueue[tuple[Told, float]]") -> None:
    """Write until told to stop; every tenth is a gift that is taken back, so that the ledger grows too."""
    from kring.vault import sharing, slots
    from kring.vault.acts import acting
    from tests.strain.cast import put_contact

    keys, told, slowest, number = cast.keys(), [], 0.0, 0
    while not done.value:
        began, key = time.monotonic(), f"{name}-{number}"
        made = put_contact(keys, cast.bundle, key)
        now = time.monotonic()
        told.append((now, key, made))
        slowest, number = max(slowest, now - began), number + 1
        if number % 10 == 0:
            with acting("strain.aside", by="system") as act:
                somebody = slots.new_person(act)
                sharing.found(act, bundle=somebody.person, parts={"own": sharing.holders([somebody.person])})
            with acting("strain.shred", by="system") as act:
                sharing.shred(act, bundle=somebody.person, parts=["own"])
    let_go()
    results.put((told, slowest))


def put_back(folder: Path, away: Path, figures: Figures) -> dict[str, str]:
    """Restore on an empty machine, with the ledger of the living one; the contacts that can be read there."""
    server, name = os.environ.get("KRING_DATABASE", ""), f"kring_there_{time.time_ns()}"
    with tempfile.TemporaryDirectory(prefix="kring-there-") as data:
        environ = {**os.environ, "KRING_DATA": data, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        if server:
            on_server(server, f'CREATE DATABASE "{name}"')
            environ["KRING_DATABASE"] = urlsplit(server)._replace(path=f"/{name}").geturl()
        try:
            [key] = (away / "safe").glob("*.key")
            ledger = Path(os.environ["KRING_DATA"]) / "ledger" / "ledger.log"
            words = ["-m", "kring", "restore", str(folder), "--keys", str(key), "--ledger", str(ledger)]
            began = time.monotonic()
            done = subprocess.run([sys.executable, *words], env=environ, cwd=ROOT, capture_output=True, check=False)
            figures.restore_s = max(figures.restore_s, round(time.monotonic() - began, 2))
            figures.restores_not_clean += done.returncode != 0
            looked = subprocess.run(
                [sys.executable, "-c", LOOK, str(away / "cast")], env=environ, cwd=ROOT, capture_output=True, check=True
            )
        finally:
            if server:
                on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')
    found: dict[str, str] = json.loads(looked.stdout.splitlines()[-1])
    return found


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.backing_up", description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--backups", type=int, default=3)
    options = parser.parse_args(arguments)
    figures = run(options.writers, options.backups)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
