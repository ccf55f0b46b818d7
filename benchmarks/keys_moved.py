"""Run in a process of its own on a town: what giving, taking back and handing over a dossier cost, and what follows.

`python -m benchmarks.keys_moved` prints JSON, CPU: milliseconds of giving one dossier to a colleague, of taking it back
and of handing it over; seconds of giving every lock of the town's dossiers a new key, in slices as when somebody left;
seconds of the sheet of an incident, for the colleague who holds most. With `incident` behind it: that alone.
"""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

SLICE, TIMES = 25, 9


def cpu_of(once: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    begun = time.thread_time_ns()
    once()
    return (time.thread_time_ns() - begun) / 1e6


def moved(session: Any, dossiers: list[Any], along: str) -> dict[str, float]:
    """Middle of giving, taking back and handing over, each once a dossier."""
    from kring.support.dossier import actions
    from kring.support.dossier.opening import opening
    from kring.support.followup.content import HandoverContent, Told
    from kring.support.followup.handover import moving, offering
    from kring.support.followup.models import Handover
    from kring.team.clock import today
    from kring.vault.acts import acting
    from kring.vault.primitives import new_id

    given, taken, handed = [], [], []
    for row in dossiers:
        opened = opening(session, row.id, act="bench.keys", parts=["identity", "journal", "network", "plan"])

        def give(opened: Any = opened, row: Any = row) -> None:
            with acting("bench.keys", by=session.person) as act:
                actions.add_co_worker(act, opened.keys, row, along, from_on=today())

        def take(row: Any = row) -> None:
            with acting("bench.keys", by=session.person) as act:
                actions.withdraw_all(act, row.id, along)

        given.append(cpu_of(give))
        taken.append(cpu_of(take))
        again = opening(session, row.id, act="bench.keys")
        plan = offering.Plan(row.deputy, row.holder, new_id())
        offer = offering.offer(session, again, plan, HandoverContent("R.", "x", "x", Told.YES), once=new_id())
        with acting("bench.yes", by=row.deputy) as act:  # one of the crowd, as whom nobody signs in
            act.change(Handover.objects.get(id=offer), state=Handover.State.ACCEPTED)
        handed.append(cpu_of(lambda offer=offer: moving.move(session, offer)))  # type: ignore[misc]
    return {"give_ms": median(given), "take_ms": median(taken), "hand_over_ms": median(handed)}


def rotated() -> tuple[float, int]:
    """CPU seconds of a new version of every lock of every dossier, and how many dossiers that were."""
    from kring.support.dossier.models import Dossier
    from kring.vault import sharing
    from kring.vault.acts import acting
    from kring.vault.models import Lock

    dossiers = list(Dossier.objects.order_by("id").values_list("id", flat=True)[:276])
    begun = time.thread_time_ns()
    for start in range(0, len(dossiers), SLICE):
        with acting("bench.rotate", by="system") as act:
            for lock in Lock.objects.filter(bundle__in=dossiers[start : start + SLICE], state="open"):
                sharing.rotate(act, lock.verified())
    return (time.thread_time_ns() - begun) / 1e9, len(dossiers)


def signed_in(colleague: Any) -> Any:
    """An unlocked session of a colleague of the town."""
    from kring.vault import slots

    listed = json.loads((Path(os.environ["KRING_DATA"]) / "personas.json").read_text())
    [known] = [one for one in listed if one["name"] == colleague.name]
    return slots.open_password(colleague.principal, known["password"]).session()


def main() -> None:
    """Measure, print."""
    import django

    django.setup()

    from kring.privacy.desk import incident
    from kring.support.dossier.models import Dossier
    from kring.team import queries

    held = Counter(Dossier.objects.filter(state="open").values_list("holder", flat=True))
    [(most, _count)] = held.most_common(1)
    told = {"incident_s": cpu_of(lambda: incident.reach(most)) / 1000, "held": held[most]}
    if sys.argv[1:] == ["incident"]:
        print(json.dumps(told))
        return
    [noor] = [one for one in queries.everybody() if one.name == "Noor Claes"]
    mine = list(Dossier.objects.filter(holder=noor.principal, state="open").order_by("id")[:TIMES])
    around = {person for row in mine for person in (row.holder, row.deputy)}
    other = next(one for one in queries.members_of(mine[0].circle) if one.principal not in around)
    figures = moved(signed_in(noor), [row.verified() for row in mine], other.principal)
    rotate, many = rotated()
    print(json.dumps({**told, **figures, "rotate_s": rotate, "rotated": many}))


if __name__ == "__main__":
    main()
