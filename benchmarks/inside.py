"""Run in a process of its own: one site's requests through Django's test client, to see inside them.

`python -m benchmarks.inside` reads a pickled site on standard input and prints, for each HTTP journey, the
statements without transaction control and the journal entry, how many of them fetch grants, and the CPU
milliseconds inside the vault. The product is not changed for it: functions are wrapped here only.
"""

import json
import pickle
import re
import sys
from dataclasses import asdict
from statistics import median
from typing import Any

from benchmarks.results import Inside
from benchmarks.sites import Site
from benchmarks.visitor import Answer, Ask

CONTROL = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET )", re.IGNORECASE)
JOURNAL = re.compile(r"vault_journal|pg_advisory", re.IGNORECASE)
GRANTS = re.compile(r'^SELECT.*"vault_grant"', re.IGNORECASE | re.DOTALL)
TIMES = 15


class InsideVisitor:
    """A visitor through Django's test client."""

    def __init__(self) -> None:
        from django.test import Client

        self.client = Client(SERVER_NAME="127.0.0.1")
        self._moves = 0

    def move(self) -> None:
        self._moves += 1
        self.client.defaults["REMOTE_ADDR"] = f"127.0.{1 + self._moves // 250}.{1 + self._moves % 250}"

    def send(self, ask: Ask) -> Answer:
        from django.http import QueryDict

        if ask.fields is None:
            answer = self.client.get(ask.path)
        else:
            body = QueryDict(mutable=True)
            for name, value in ask.fields:
                body.appendlist(name, value)
            form = "application/x-www-form-urlencoded"
            answer = self.client.post(ask.path, body.urlencode(), content_type=form)
        return Answer(answer.status_code, answer.content, answer.headers.get("Location", ""))


def look_inside(site: Site) -> dict[str, dict[str, Any]]:
    """The HTTP journeys of a site, seen from inside."""
    from benchmarks.vault_clock import VaultClock
    from benchmarks.walks import check

    visitor, stranger = InsideVisitor(), InsideVisitor()
    if not site.signed_in(visitor.send(site.sign_in_form(visitor))):
        raise RuntimeError("the worker was not let in")
    site.meet_worker(visitor)
    journeys = {
        "J1 submit referral": (stranger, site.referral),
        "J2 caseload": (visitor, site.caseload),
        "J2b today": (visitor, site.today),
        "J3 open dossier": (visitor, site.dossier),
        "J3b newest notes": (visitor, site.newest),
        "J4 add a contact": (visitor, site.contact),
        "J5a find": (visitor, site.find),
    }
    seen: dict[str, dict[str, Any]] = {}
    for name, (who, choose) in journeys.items():
        for _ in range(2):  # what was given is taken under one's own ring the first time it is opened
            ask = choose(who)
            check(name, ask, who.send(ask))
    clock = VaultClock()
    clock.watch()  # now that every module the journeys need has been imported
    for name, (who, choose) in journeys.items():
        statements = captured(who, choose(who))
        spent = []
        for _ in range(TIMES):
            ask = choose(who)
            clock.start()
            who.send(ask)
            spent.append(clock.stop())
        counted = [sql for sql in statements if not CONTROL.match(sql) and not JOURNAL.search(sql)]
        grants = sum(bool(GRANTS.match(sql)) for sql in counted)
        seen[name] = asdict(Inside(len(counted), grants, median(spent))) | {"statements": counted}
    return seen


def captured(visitor: InsideVisitor, ask: Ask) -> list[str]:
    """The statements of one request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        visitor.send(ask)
    return [query["sql"] for query in queries.captured_queries]


def main() -> None:
    """Set Django up as the site asks, look, print JSON."""
    import django

    site: Site = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent process
    django.setup()
    print(json.dumps(look_inside(site)))


if __name__ == "__main__":
    main()
