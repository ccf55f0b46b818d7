"""Run in a process of its own on a town: how long each saved question takes, among so many dossiers.

`python -m benchmarks.saved_questions DOSSIERS` folds the facts of so many invented dossiers, made by a generator, into
the pack of the statistics office, and asks every saved question three times: for inside the house, for everybody in a
town where nothing was answered before, and for everybody with all of them remembered. Prints JSON: for each way the
slowest and which it is, in milliseconds of wall time with the processes it waits for, for the question and for each of
its tables; seconds of folding all, and milliseconds of folding a few more; the most memory.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import batched
from random import Random
from typing import Any

from benchmarks.year_statistics import entries

AT_ONCE = 50_000
"""Facts that are folded together: dossiers have two or three."""
TODAY = date(2021, 3, 15)


def opened(many: int) -> Iterator[Any]:
    """The facts as they are once opened."""
    from kring.figures.packs import LINK, NAME, Opened
    from kring.vault import codec
    from kring.vault.primitives import derive

    random = Random(6)
    for entry in entries(many, random):
        said = json.loads(codec.pack(entry.content))
        said.pop("")
        yield Opened(random.randbytes(NAME), entry.kind, derive(entry.row_key, "fact link", size=LINK), said)


def folded(many: int) -> tuple[bytes, bytes]:
    """The two halves of the pack."""
    from kring.figures import packs
    from kring.figures.packs import Names, Pack
    from kring.vault import packing

    halves: tuple[bytes, bytes] = packing.dump(Pack(), Names())
    for number, some in enumerate(batched(opened(many), AT_ONCE), start=1):
        columns, names = halves
        halves = packing.dump(*packs.fold(packing.load(columns), packing.load_names(columns, names), some))
        print(f"folded: {number * AT_ONCE}", file=sys.stderr)
    return halves


def keep(session: Any, halves: tuple[bytes, bytes]) -> None:
    """Seal it as the office's pack."""
    from kring.vault import facts, gate, release
    from kring.vault.acts import acting

    receiver = facts.office().id
    keys = gate.entering(session, act="figures.answer", of=[receiver], parts=[gate.OWN_KEY])
    with acting("bench.pack", by="system") as act:
        for name, raw in zip(("columns", "names"), halves, strict=True):
            release._store(act, keys, receiver, release._row(name), raw)


def forget() -> None:
    """As if nothing was ever answered."""
    from kring.vault.acts import acting
    from kring.vault.models import FactPack, FactsOffice
    from kring.vault.rows import unguarded

    with acting("bench.forget", by="system") as act:
        act.change(FactsOffice.objects.get(), told=0)
        unguarded(FactPack).filter(name="told").delete()


def slowest(ask: Any) -> dict[str, Any]:
    """Ask every saved question; the slowest, which it is, and all of them together."""
    from kring.reporting import asking, questions
    from kring.reporting.planning import plan

    took, tables = {}, {}
    for code in questions.CODES:
        question = asking.understood(json.loads(questions.path(code).read_text()), TODAY)
        start = time.perf_counter()
        ask(question)
        took[code] = (time.perf_counter() - start) * 1000
        tables[code] = max(1, len(plan(question).countings))
    code = max(took, key=took.__getitem__)
    by_table = max(took[each] / tables[each] for each in took)
    many = tables[code]
    return {"ms": took[code], "which": code, "tables": many, "table_ms": by_table, "all_ms": sum(took.values())}


def main() -> None:
    """Fold, ask, print."""
    import django

    django.setup()

    from kring.reporting import answering, console
    from kring.reporting.content import Audience
    from kring.vault import release

    session = console.statistics_session()
    start = time.process_time()
    keep(session, folded(int(sys.argv[1])))
    found: dict[str, Any] = {"fold_s": time.process_time() - start}
    start = time.perf_counter()
    release.fold(session, act="figures.answer", tell=lambda _: None)
    found["tail_ms"] = (time.perf_counter() - start) * 1000

    def alone(question: Any) -> None:
        forget()
        answering.answer(session, question)

    found["inside"] = slowest(lambda question: answering.answer(session, question, Audience.INTERNAL))
    found["alone"] = slowest(alone)
    forget()
    found["remembered"] = slowest(lambda question: answering.answer(session, question))
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


if __name__ == "__main__":
    main()
