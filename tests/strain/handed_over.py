"""Dossiers that change hands, by two movers who are killed (kill -9) at random moments until all has moved.

After every kill each dossier has one holder who opens it, and what moved is shut to who gave it. At the end each moved
once. `python -m tests.strain.handed_over [--dossiers 40]`: prints the figures as JSON; exit code 1 when one is wrong.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from kring.support.followup.models import Handover
    from kring.team.testing import Persona, Town


@dataclass
class Figures:
    """What happened; the last five must be zero.

    half: stopped between two states. without: no holder who opens it. still: the giver opens what moved.
    """

    engine: str
    dossiers: int
    kills: int = 0
    moved_before_a_kill: int = 0
    half: int = 0
    without: int = 0
    still: int = 0
    twice: int = 0
    findings: int = 0

    def good(self) -> bool:
        """Whether nothing was lost, doubled or left half."""
        return not (self.half or self.without or self.still or self.twice or self.findings)


def run(dossiers: int, seed: int) -> Figures:
    """Offer and accept them all, then move and kill until nothing is left."""
    chance = random.Random(seed)
    with own_instance() as engine:
        from django.test import override_settings

        with override_settings(KRING_STRETCH=(1, 1024)):
            town, figures = _town(dossiers), Figures(engine, dossiers)
            for _ in range(50 * dossiers):
                left = _left()
                if not left:
                    break
                _killed([town.noor, town.joris], chance)
                figures.kills += 2
                figures.moved_before_a_kill += left - _left()
                _look(town, figures)
                let_go()
            _count(town, figures)
        return figures


def _town(dossiers: int) -> "Town":
    """Noor holds them all, Joris is deputy, Fatma said yes."""
    from kring.support.dossier.opening import opening
    from kring.support.followup.content import HandoverContent, Told
    from kring.support.followup.handover import answering, offering
    from kring.support.testing import a_dossier
    from kring.team.testing import found_town

    town = found_town()
    for number in range(dossiers):
        made = a_dossier(town, label=f"Kind {number}")
        opened = opening(town.noor.session, made.dossier.id, act="strain.offer")
        content = HandoverContent(f"Kind {number}", "De stage begint.", "Ik ga weg.", Told.YES)
        plan = offering.Plan(town.fatma.principal, town.joris.principal, "strain")
        offered = offering.offer(town.noor.session, opened, plan, content, once=f"once-{number}")
        answering.answer(town.fatma.session, offered, answering.YES)
    let_go()
    return town


def _left() -> int:
    from kring.support.followup.models import Handover

    return Handover.objects.filter(state=Handover.State.ACCEPTED).count()


def _killed(movers: "list[Persona]", chance: random.Random) -> None:
    """Let them move at once, and kill each at a moment of its own."""
    from kring.support.followup.handover.moving import move_accepted

    let_go()
    running = []
    for mover in movers:
        pid = os.fork()
        if not pid:
            try:
                while move_accepted(mover.session, most=3):
                    pass
            finally:
                os._exit(0)
        running.append(pid)
    for pid in running:
        time.sleep(chance.uniform(0.02, 0.25))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _look(town: "Town", figures: Figures) -> None:
    from kring.support.followup.models import Handover

    for row in Handover.objects.select_related("dossier"):
        dossier = row.verified().dossier.verified()
        done = row.state == Handover.State.DONE
        holder = town.fatma if done else town.noor
        figures.half += dossier.holder != holder.principal
        figures.without += not _opens(holder, row)
        figures.still += done and _opens(town.noor, row)


def _opens(who: "Persona", row: "Handover") -> bool:
    from kring.vault import gate

    keys = gate.entering(who.session, act="strain.look", of=[row.dossier_id], parts=["summary"], strict=False)
    return keys.holds(row.dossier_id, "summary")


def _count(town: "Town", figures: Figures) -> None:
    """Each moved once, by the journal; journal and rows fit."""
    from kring.support.followup.models import Handover
    from kring.vault import checkpoints
    from kring.vault.models import JournalEntry
    from kring.vault.sweeping import sweep

    entries: list[dict[str, Any]] = [json.loads(bytes(one.text or b"{}")) for one in JournalEntry.objects.all()]
    moves = [entry["on"] for entry in entries if (entry.get("act"), entry.get("verb")) == ("followup.move", "gave")]
    for row in Handover.objects.all():
        figures.twice += abs(sum(row.dossier_id in on for on in moves) - 1)
    figures.findings += len(checkpoints.verify()) + len(sweep())


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.handed_over", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=40)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    options = parser.parse_args(arguments)
    figures = run(options.dossiers, options.seed)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
