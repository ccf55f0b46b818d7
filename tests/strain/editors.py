"""Two colleagues in eight windows write one plan at once: no word of anybody is lost, and how it stood stays.

`python -m tests.strain.editors [--windows 8] [--changes 10]`: prints figures as JSON; exit code 1 when one is wrong.
The first thing each window writes is a row of its own, in a plan that does not exist yet; then all write on one row.
Who is told that another came first joins both texts, as the page lets him.
"""

import argparse
import json
import multiprocessing
import sys
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.synchronize import Barrier

    from kring.support.dossier.models import Dossier
    from kring.team.testing import Persona


@dataclass
class Figures:
    """lost: words that stand nowhere any more. gaps: earlier states that are missing. locks: of the part, must be 1."""

    engine: str
    windows: int
    accepted: int = 0
    conflicts: int = 0
    broken: int = 0
    lost: int = 0
    gaps: int = 0
    rows: int = 0
    locks: int = 0
    seconds: float = 0.0
    journal_findings: int = 0
    sweep_findings: int = 0

    def good(self) -> bool:
        """Whether every word is there and every state before it too."""
        wrong = self.broken + self.lost + self.gaps + self.journal_findings + self.sweep_findings
        return not wrong and self.locks == 1 and self.rows == self.windows + 1


def run(windows: int, changes: int) -> Figures:
    """Everybody at once; afterwards every word must be in the row, and every state of it be kept."""
    with own_instance() as engine:
        from kring.support.plan.content import Earlier
        from kring.support.plan.models import PlanRecord
        from kring.support.plan.testing import FOOTBALL, plan_of
        from kring.support.testing import a_dossier
        from kring.team.testing import found_town
        from kring.vault import checkpoints
        from kring.vault.models import Lock
        from kring.vault.sweeping import sweep

        town, figures = found_town(), Figures(engine, windows)
        robin = a_dossier(town).dossier
        people = [town.noor, town.joris]
        let_go()
        at_once(people, robin, windows, changes, figures)
        plan = plan_of(town.noor, robin)
        figures.rows = len(plan.rows)
        [row] = [row for row in plan.rows if row.content.domain == FOOTBALL.domain]
        words = set(row.content.wish.split())
        figures.lost = sum(f"{who}-{number}" not in words for who in range(windows) for number in range(changes))
        earlier = PlanRecord.objects.filter(of=row.record.id, kind=PlanRecord.Kind.EARLIER)
        states = sorted(plan.keys.open(one, Earlier).revision for one in earlier)
        figures.gaps = int(states != list(range(1, row.record.revision)))
        figures.locks = Lock.objects.filter(bundle=robin.id, part="plan").count()
        figures.journal_findings, figures.sweep_findings = len(checkpoints.verify()), len(sweep())
        return figures


def at_once(people: "list[Persona]", robin: "Dossier", windows: int, changes: int, figures: Figures) -> None:
    """All windows together."""
    fork: ForkContext = multiprocessing.get_context("fork")
    results: SimpleQueue[tuple[int, int, int]] = fork.SimpleQueue()
    ready, shared = fork.Barrier(windows + 1), fork.Barrier(windows)
    told = [(people[one % len(people)], robin, one, changes, ready, shared, results) for one in range(windows)]
    processes = [fork.Process(target=window, args=args) for args in told]
    for process in processes:
        process.start()
    ready.wait()
    began = time.monotonic()
    said = [results.get() for _ in processes]
    figures.seconds = round(time.monotonic() - began, 2)
    for process in processes:
        process.join()
    figures.accepted, figures.conflicts, figures.broken = (sum(column) for column in zip(*said, strict=True))


def window(
    who: "Persona",
    robin: "Dossier",
    mine: int,
    changes: int,
    ready: "Barrier",
    shared: "Barrier",
    results: "SimpleQueue[tuple[int, int, int]]",
) -> None:
    """One window: a row of its own first, then its words on the row of all, each until it stands there."""
    from kring.support.plan import actions
    from kring.support.plan.joining import Keep, joined
    from kring.support.plan.testing import FOOTBALL, SCHOOL, a_row, plan_of
    from kring.vault.primitives import new_id
    from kring.vault.refusals import Conflict, Refused

    accepted = conflicts = broken = 0
    ready.wait()
    for row, level in ((SCHOOL, 0), *([(replace(FOOTBALL, wish=""), -1)] if mine == 0 else [])):
        try:
            a_row(who, robin, row, level=level)
        except Refused:  # another founded the plan between our looking and our writing: the page opens it once more
            conflicts += 1
            a_row(who, robin, row, level=level)
    shared.wait()
    for number in range(changes):
        word, standing = f"{mine}-{number}", False
        while not standing:
            plan = plan_of(who, robin)
            [kept] = [row for row in plan.rows if row.content.domain == FOOTBALL.domain]
            row = replace(kept.content, wish=joined(word, kept.content.wish, Keep.BOTH))
            try:
                actions.write_row(plan, row, level=-1, on=kept, seen=kept.record.revision, once=new_id())
                accepted, standing = accepted + 1, True
            except Conflict:
                conflicts += 1
            except Exception:  # noqa: BLE001  counted
                broken, standing = broken + 1, True
    results.put((accepted, conflicts, broken))


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", type=int, default=8)
    parser.add_argument("--changes", type=int, default=10)
    given = parser.parse_args()
    figures = run(given.windows, given.changes)
    print(json.dumps(asdict(figures)))
    return 0 if figures.good() else 1


if __name__ == "__main__":
    sys.exit(main())
