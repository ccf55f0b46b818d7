"""Fifty referrers ask for the same few hours at once, each a process: every moment goes to one of them.

`python -m tests.strain.moments [--people 50]`: prints figures as JSON; exit code 1 when one is wrong. Who is told that
an hour is taken asks for the next one on offer, as the form lets him.
"""

import argparse
import json
import multiprocessing
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.strain.instance import let_go, own_instance

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.synchronize import Barrier

HOURS = 4


@dataclass
class Figures:
    """offered: moments; two colleagues share the first hour. refusals: told that an hour is gone.

    doubled: moments with two referrers, or none. left_over: referrals of who was told that all are gone.
    """

    engine: str
    people: int
    offered: int = 0
    got: int = 0
    too_late: int = 0
    refusals: int = 0
    doubled: int = 0
    left_over: int = 0
    broken: int = 0
    seconds: float = 0.0
    journal_findings: int = 0
    sweep_findings: int = 0

    def good(self) -> bool:
        """Whether each moment has one referrer, each referrer an answer, and nothing broke."""
        wrong = self.doubled + self.left_over + self.broken + self.journal_findings + self.sweep_findings
        return not wrong and self.got == self.offered and self.got + self.too_late == self.people


def run(people: int) -> Figures:
    """Everybody at once."""
    with own_instance() as engine:
        from django.utils import timezone

        from kring.support.intake.models import Referral, TalkMoment
        from kring.support.intake.moments.actions import publish
        from kring.team.testing import found_town
        from kring.vault import checkpoints
        from kring.vault.sweeping import sweep

        town, figures = found_town(), Figures(engine, people)
        begin = (timezone.now() + timedelta(days=3)).replace(minute=0, second=0, microsecond=0)
        hours = [begin + timedelta(minutes=30 * number) for number in range(HOURS)]
        figures.offered = publish(town.noor.session, hours, where="De Linde")
        figures.offered += publish(town.samir.session, hours[:1], where="De Eik")
        let_go()
        answers = at_once(people, hours, figures)
        figures.got = len([one for one in answers if one])
        figures.too_late = len(answers) - figures.got - figures.broken
        owners = list(TalkMoment.objects.filter(state=TalkMoment.State.REQUESTED).values_list("referral", flat=True))
        figures.doubled = len(owners) - len(set(owners)) + len(set(owners) ^ {one for one in answers if one})
        figures.left_over = Referral.objects.count() - figures.got
        figures.journal_findings, figures.sweep_findings = len(checkpoints.verify()), len(sweep())
        return figures


def at_once(people: int, hours: list[datetime], figures: Figures) -> list[str]:
    """Each one's referral, "" when every hour was gone."""
    fork: ForkContext = multiprocessing.get_context("fork")
    results: SimpleQueue[tuple[str, int, bool]] = fork.SimpleQueue()
    ready = fork.Barrier(people + 1)
    processes = [fork.Process(target=ask, args=(hours, ready, results)) for _ in range(people)]
    for process in processes:
        process.start()
    ready.wait()
    began = time.monotonic()
    said = [results.get() for _ in processes]
    figures.seconds = round(time.monotonic() - began, 1)
    for process in processes:
        process.join()
    figures.refusals, figures.broken = sum(one[1] for one in said), sum(one[2] for one in said)
    return [one[0] for one in said]


def ask(hours: list[datetime], ready: "Barrier", results: "SimpleQueue[tuple[str, int, bool]]") -> None:
    """One referrer: the first hour, and when it is gone the next."""
    from django.db import DatabaseError

    from kring.support.clarification.testing import WORRY
    from kring.support.intake.actions import receive_referral
    from kring.support.intake.codelists import Channel
    from kring.support.intake.moments.rules import Taken
    from kring.vault.primitives import new_id

    refusals = 0
    ready.wait()
    for hour in hours:
        try:
            got = receive_referral(WORRY, submission=new_id(), channel=Channel.FORM, moment=hour).referral
        except Taken:
            refusals += 1
        except DatabaseError:
            return _said(results, "", refusals, broken=True)
        else:
            return _said(results, got, refusals)
    return _said(results, "", refusals)


def _said(results: "SimpleQueue[tuple[str, int, bool]]", got: str, refusals: int, *, broken: bool = False) -> None:
    let_go()
    results.put((got, refusals, broken))


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.strain.moments", description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    options = parser.parse_args(arguments)
    figures = run(options.people)
    print(json.dumps(asdict(figures)))
    return int(not figures.good())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
