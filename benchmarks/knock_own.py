"""Run in a process of its own on a town: knock among four hundred dossiers one carries oneself.

`python -m benchmarks.knock_own DOSSIERS` opens them for the worker of the measurement, knocks, and prints JSON: CPU
milliseconds of a whole knock (throttle, journal, opening, likeness, token), and of likeness alone over as many names
in plain memory.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

BEGIN, TIMES = date(1985, 2, 3), 15


def people(many: int) -> list[Any]:
    """Invented people: name and birth date, two in five without a date."""
    from kring.site.town.labels import FAMILY_NAMES, FIRST_NAMES
    from kring.support.dossier.content import Identity

    random = Random(7)
    names = [f"{random.choice(FIRST_NAMES)} {random.choice(FAMILY_NAMES)}" for _ in range(many)]
    return [
        Identity(name, born_on=BEGIN + timedelta(days=random.randint(0, 9000)) if random.random() < 0.6 else None)
        for name in names
    ]


def carry(session: Any, many: int) -> str:
    """Open dossiers until this colleague carries so many; the circle they lie in."""
    from kring.support.dossier.actions import Opening, open_dossiers
    from kring.support.dossier.content import Mode, SummaryContent
    from kring.support.dossier.keyring import Carried
    from kring.support.dossier.knock import own
    from kring.support.dossier.knock.registry import entered
    from kring.support.dossier.models import Dossier
    from kring.vault.acts import acting

    one = Dossier.objects.filter(holder=session.person).order_by("id")[0]
    carried = Carried(one.circle, one.holder, one.deputy)
    registry = entered(session, one.circle, act="bench.open")
    there = len(own.identities(session.person, one.circle)) + len(own.labels(session.person, one.circle))
    openings = [
        Opening(carried, SummaryContent("Iemand", "street_work", Mode.HYBRID), one.opened_on, who, told_by_client=True)
        for who in people(many - there)
    ]
    with acting("bench.open", by=session.person) as act:
        open_dossiers(act, openings, registry)
    return str(one.circle)


def clocked(once: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall milliseconds of one call: the middle of some."""
    once()
    cpu, wall = [], []
    for _ in range(TIMES):
        begun, seen = time.thread_time_ns(), time.perf_counter_ns()
        once()
        cpu.append((time.thread_time_ns() - begun) / 1e6)
        wall.append((time.perf_counter_ns() - seen) / 1e6)
    return median(cpu), median(wall)


def main() -> None:
    """Open, knock, print."""
    import django

    django.setup()

    from kring.support.dossier.content import Identity
    from kring.support.dossier.knock import asking
    from kring.support.dossier.likeness.verdict import compare, person
    from kring.team import queries
    from kring.vault import slots
    from kring.vault.primitives import new_id

    asking.AN_HOUR = asking.A_DAY = 10**6
    listed = json.loads((Path(os.environ["KRING_DATA"]) / "personas.json").read_text())
    [known] = [one for one in listed if one["name"] == "Noor Claes"]
    worker = queries.colleague_by_sign_in(known["sign_in"])
    if worker is None:
        raise RuntimeError("the worker is not in this town")
    session = slots.open_password(worker.principal, known["password"]).session()
    many = int(sys.argv[1])
    circle, all_of_them = carry(session, many), people(many)
    sought = Identity("Yassine Van den Broeck", born_on=date(2004, 5, 6))

    def plain() -> None:
        asked = person(sought.name, sought.born_on)
        for one in all_of_them:
            compare(asked, person(one.name, one.born_on))

    knock = clocked(lambda: asking.knock(session, circle=circle, who=sought, at=new_id()))
    print(json.dumps({"cpu_ms": knock[0], "wall_ms": knock[1], "plain_cpu_ms": clocked(plain)[0]}))


if __name__ == "__main__":
    main()
