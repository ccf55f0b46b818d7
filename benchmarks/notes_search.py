"""Run in a process of its own on a town: look for words in the notes one may open.

`python -m benchmarks.notes_search NOTES` writes them, spread over the dossiers of the worker of the measurement, and
prints JSON: CPU and wall milliseconds of a whole search (gate, journal, opening, finding).
"""

import json
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.knock_own import clocked
from benchmarks.sites import NOTE


def write(session: Any, many: int) -> int:
    """Write notes until so many lie in this colleague's dossiers; in how many dossiers."""
    from kring.support.contacts.log.content import Contact
    from kring.support.contacts.log.models import ContactRecord
    from kring.support.contacts.log.when import case_now
    from kring.support.dossier.actions import at_hand
    from kring.support.dossier.models import Dossier
    from kring.support.dossier.queries import of_colleague
    from kring.vault import gate
    from kring.vault.acts import acting

    mine = list(Dossier.objects.filter(of_colleague(session.person), state=Dossier.State.OPEN))
    there = ContactRecord.objects.filter(dossier__in=mine).count()
    parts, now = ["summary", "journal"], case_now()
    keys = gate.entering(session, act="bench.notes", of=[one.id for one in mine], parts=parts, strict=False)
    with acting("bench.notes", by=session.person) as act:
        for dossier in mine:
            keys = at_hand(act, keys, dossier, "journal")
        for number in range(many - there):
            dossier, at = mine[number % len(mine)], now - timedelta(days=number % 300)
            row = ContactRecord(dossier=dossier, on=at.date(), form=ContactRecord.Form.CONTACT)
            sentence = f"{NOTE} {'fietspunt' if number % 50 == 0 else ''}"
            keys.seal(
                row, Contact("street", at, at, session.person, sentence=sentence), bundle=dossier.id, part="journal"
            )
            act.add(row)
    return len(mine)


def main() -> None:
    """Write, search, print."""
    import django

    django.setup()

    from kring.support.desk.notes.finding import find
    from kring.team import queries
    from kring.vault import slots

    listed = json.loads((Path(os.environ["KRING_DATA"]) / "personas.json").read_text())
    [known] = [one for one in listed if one["name"] == "Noor Claes"]
    worker = queries.colleague_by_sign_in(known["sign_in"])
    if worker is None:
        raise RuntimeError("the worker is not in this town")
    session = slots.open_password(worker.principal, known["password"]).session()
    dossiers = write(session, int(sys.argv[1]))
    few = clocked(lambda: find(session, "fietspunt"))
    every = clocked(lambda: find(session, "speelplaats"))
    found = len(find(session, "fietspunt"))
    print(
        json.dumps({"cpu_ms": few[0], "wall_ms": few[1], "all_cpu_ms": every[0], "found": found, "dossiers": dossiers})
    )


if __name__ == "__main__":
    main()
