"""Sanction mediation before and after a term is over, in a process of its own register; run by test_registers.py."""

import json
from pathlib import Path

from kring.sanctions import access
from kring.sanctions.expiry.destroying import expire_due
from kring.sanctions.expiry.models import ExpiryDeclaration
from kring.sanctions.files.codelists import Outcome
from kring.sanctions.files.models import SanctionFile
from kring.sanctions.files.opening import open_files
from kring.sanctions.testing import a_minor, found_bench
from kring.team import clock, queries
from kring.team.clock import today
from kring.team.testing import PASSWORD
from kring.vault import slots

KEPT, OVER = "Lies Van Damme", "Jef Peeters"


def founded(_: Path) -> None:
    """One file without an offer, which goes first, and one with an offer, which stays for years."""
    bench = found_bench()
    bench.begin(a_minor(KEPT))
    bench.offer()
    bench.report(Outcome.REFUSED)


def went(_: Path) -> None:
    """A year later, when nothing can be decided any more about who was offered nothing."""
    with clock.on_day(today().replace(year=today().year + 1, day=1)):
        expire_due()


def looked_at(_: Path) -> None:
    """Print whose files open for an officer, how many rows there are, and how many declarations."""
    bea = queries.colleague_by_sign_in("bea@kring.example")
    assert bea is not None
    session = slots.open_password(bea.principal, PASSWORD).session()
    opened = open_files(session, act="test", office=queries.office(access.OFFICE).principal)
    names = sorted(one.person.name for one in opened)
    rows, declared = SanctionFile.objects.count(), ExpiryDeclaration.objects.count()
    print(json.dumps({"names": names, "rows": rows, "declared": declared}))
