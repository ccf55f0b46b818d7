"""Run in a process of its own on a town: J6, all cases opened in a year by programme and life domain.

`python -m benchmarks.year_statistics DOSSIERS` writes the facts of so many invented dossiers, folds them, and prints
JSON: CPU and wall milliseconds of the whole question afterwards (journal entry, opening what is sealed,
counting, deciding what may be shown), and of the question how many are open on a day; seconds the folding took, and the
most memory of this process, both in it.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import batched
from random import Random
from typing import Any

from benchmarks.knock_own import clocked

FIRST, AT_ONCE = date(2010, 1, 1), 20_000
FEWEST, CARRIED = 7, 250
"""Workers there are at least, and dossiers one of them carried in all those years."""
PROGRAMMES = ("identity_coaching", "street_therapy", "street_work", "early_intervention", "youth_reconnect")
DOMAINS = ("housing", "money", "work", "school", "family", "network", "leisure", "rights", "mental_health")


def entries(many: int, random: Random) -> Iterator[Any]:
    """The facts of so many dossiers, three in five of them closed."""
    from kring.support.closing.content import Reason
    from kring.support.dossier.content import DossierClosed, DossierOpened, DossierPerson, Mode
    from kring.support.dossier.figures_source import CLOSED, OPENED, PERSON
    from kring.vault.facts import Entry, worker
    from kring.vault.primitives import new_key

    workers = [worker(f"worker {number}") for number in range(max(FEWEST, many // CARRIED))]
    for _ in range(many):
        key, on = new_key(), FIRST + timedelta(random.randrange(4000))
        domains = " ".join(sorted(random.sample(DOMAINS, random.randrange(4))))
        who, kind = random.choice(workers), random.choice(("school", "family", "self"))
        opened = DossierOpened(random.choice(PROGRAMMES), Mode.HYBRID, on, who, on, referrer_kind=kind, domains=domains)
        yield Entry(OPENED, key, "opened", opened)
        born = random.randrange(1950, 2009)
        yield Entry(PERSON, key, "person", DossierPerson(born, random.choice("fmx"), "north", "no"))
        if random.random() < 0.6:
            ended = DossierClosed(on + timedelta(random.randrange(900)), random.choice(list(Reason)))
            yield Entry(CLOSED, key, "closed", ended)


def main() -> None:
    """Write, fold, ask, print."""
    import django

    django.setup()

    from kring.reporting import answering, asking, console
    from kring.vault import facts
    from kring.vault.acts import acting

    session, random = console.statistics_session(), Random(6)
    for some in batched(entries(int(sys.argv[1]), random), AT_ONCE):
        with acting("bench.facts", by="system") as act:
            facts.write_all(act, some)
    year = {"measures": ["cases_new"], "period": "2018", "tables": [["programme", "life_domain"]]}
    stock = {"measures": ["cases_open"], "dimensions": ["programme"], "period": "reference date 2018-12-31"}
    asked = [asking.understood(said, date(2021, 3, 1)) for said in (year, stock)]
    start = time.monotonic()
    answering.answer(session, asked[0])
    folded = time.monotonic() - start
    in_year, on_day = (clocked(lambda one=one: answering.answer(session, one)) for one in asked)  # type: ignore[misc]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = {"cpu_ms": in_year[0], "wall_ms": in_year[1], "stock_cpu_ms": on_day[0], "fold_s": folded, "peak_mb": peak}
    print(json.dumps(took))


if __name__ == "__main__":
    main()
