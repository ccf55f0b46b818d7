"""Run in a process of its own on a town: the page of a network of forty people, through Django's test client.

`python -m benchmarks.network_map TIES` puts them around a client of the worker of the measurement and prints JSON: CPU
milliseconds of the whole page, of the same page with nobody on it, and of drawing alone; queries; overlapping names.
"""

import json
import os
import sys
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.knock_own import clocked

NAMES = (
    "Mama",
    "Oma Rita",
    "FC Oever",
    "Mevrouw van den Broecke-Vermeulen",
    "Wijkgezondheidscentrum De Ridderbuurt",
    "Groep station",
    "Yusuf",
    "محمد الحسن",
    "Jo",
)


def around(many: int) -> list[Any]:
    """Invented people and organisations, the same every time."""
    from kring.support.network import rules
    from kring.support.network.content import Relation, Ring, Tie, TieKind, TieState
    from kring.team.clock import today

    random = Random(46)
    kinds, rings, relations, domains = list(TieKind), list(Ring), list(Relation), sorted(rules.SECTOR_OF)
    return [
        Tie(
            random.choice(NAMES),
            random.choice(kinds),
            random.choice(domains),
            (TieState(today(), random.choice(rings), random.choice(relations)),),
        )
        for _ in range(many)
    ]


def page_of(browser: Any, dossier: str) -> tuple[float, int]:
    """CPU milliseconds and queries of the map page of a dossier."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    path = f"/dossiers/{dossier}/network"
    cpu, _wall = clocked(lambda: browser.get(path))
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"the map answers {answer.status_code}")
    plain = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
    return cpu, sum(not any(word in query["sql"] for word in plain) for query in captured.captured_queries)


def overlaps(ties: list[Any]) -> int:
    """Pairs of boxes (node with its name) over each other, on both drawings."""
    from kring.support.network.chart import placing
    from kring.support.network.chart.canvas import NARROW, WIDE
    from kring.support.network.show import RING_ORDER, SECTOR_ORDER, rules

    words = [
        placing.Word(
            tie.name,
            tie.role,
            SECTOR_ORDER.index(rules.SECTOR_OF[tie.domain]),
            RING_ORDER.index(tie.states[0].ring),
        )
        for tie in ties
    ]
    found = 0
    for canvas in (WIDE, NARROW):
        laid = placing.plan(words, canvas, ring_names=(60, 80, 70), titles=(118, 72, 118, 88, 66, 66))
        boxes = [one.box for one in laid.placed]
        found += sum(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in combinations(boxes, 2))
    return found


def main() -> None:
    """Put them there, ask the page, print."""
    import django

    django.setup()

    from django.test import Client

    from kring.support.dossier.models import Dossier
    from kring.support.dossier.opening import opening
    from kring.support.network import show
    from kring.support.network.actions import add_tie
    from kring.support.network.queries import network_of
    from kring.team import queries
    from kring.team.clock import today
    from kring.vault import doors, sessions, slots
    from kring.vault.primitives import new_id

    listed = json.loads((Path(os.environ["KRING_DATA"]) / "personas.json").read_text())
    [known] = [one for one in listed if one["name"] == "Noor Claes"]
    worker = queries.colleague_by_sign_in(known["sign_in"])
    if worker is None:
        raise RuntimeError("the worker is not in this town")
    opened = slots.open_password(worker.principal, known["password"])
    browser = Client(headers={"accept-language": "nl"}, SERVER_NAME="localhost")
    browser.cookies[doors.COOKIE] = sessions.start(opened)
    mine = Dossier.objects.filter(holder=worker.principal, state="open", network_records=None)
    nobody, many = mine.order_by("id")[:2]
    ties, session = around(int(sys.argv[1])), opened.session()
    for tie in ties:
        add_tie(opening(session, many.id, act="bench.network", parts=["network"]), tie, once=new_id())
    network = network_of(opening(session, many.id, act="bench.network", parts=["network"]))
    (cpu, asked), (bare, _asked) = page_of(browser, many.id), page_of(browser, nobody.id)
    drawing, _wall = clocked(lambda: show.on_day(network, today(), "Robin"))
    told = {"cpu_ms": cpu, "bare_cpu_ms": bare, "drawing_cpu_ms": drawing}
    print(json.dumps({**told, "queries": asked, "overlaps": overlaps(ties)}))


if __name__ == "__main__":
    main()
