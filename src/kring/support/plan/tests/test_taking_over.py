"""What was agreed at the table stands in the plan after one tap, each once, with whose it is where that is sure."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.consultation.content import CLIENT
from kring.support.consultation.testing import ROOM, a_table
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.models import Dossier
from kring.support.plan.content import Owner
from kring.support.plan.testing import FOOTBALL, a_row, plan_of
from kring.support.plan.tests.test_pages import HOUSEKEEPING, MOST_QUERIES
from kring.support.testing import ON
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
NOT_YET = "Afgesproken aan tafel, nog niet in het plan"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def read(answer: Any) -> str:
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def test_one_tap_takes_over_what_the_table_agreed(town: Town) -> None:
    table = a_table(town)
    dossier = Dossier.objects.get(id=table.dossier)
    row, noor = a_row(town.noor, dossier, FOOTBALL), town.noor.client
    lens, claes = table.seat(), table.seat(name="Noor Claes")
    table.agree(ROOM, (lens.id,))
    table.agree("Attest bezorgen", (claes.id,), domain="leisure", by_when=None)
    table.agree("Ik ga naar de training", (CLIENT,), domain="leisure")
    table.agree("Nog te bekijken", ())
    path = f"/dossiers/{table.dossier}/plan"
    assert NOT_YET in read(noor.get(path))
    once = new_id()
    for _ in range(2):
        assert noor.post(f"{path}/take-over", {"once": once}).status_code == 302
    assert NOT_YET not in read(noor.get(path))
    taken = {one.content.what: one.content for one in plan_of(town.noor, dossier).actions}
    assert len(taken) == 4
    assert taken["Nog te bekijken"].person == town.noor.principal
    theirs = taken[ROOM]
    assert (theirs.owner, theirs.name, theirs.due_on) == (Owner.NETWORK, "Katrien Lens", date(2031, 3, 23))
    mine = taken["Attest bezorgen"]
    assert (mine.owner, mine.person, mine.row) == (Owner.COLLEAGUE, town.noor.principal, row)
    assert taken["Ik ga naar de training"].owner is Owner.CLIENT


def test_who_holds_no_key_of_the_minutes_reads_nothing_of_them(town: Town) -> None:
    table = a_table(town)
    dossier = Dossier.objects.get(id=table.dossier)
    a_row(town.noor, dossier)
    table.agree(ROOM)
    plan = plan_of(town.noor, dossier)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, plan.keys, dossier, town.tom.principal, from_on=ON)
    assert ROOM not in read(town.tom.client.get(f"/dossiers/{table.dossier}/plan"))
    assert ROOM in read(town.joris.client.get(f"/dossiers/{table.dossier}/plan"))


def test_the_page_stays_within_its_questions(town: Town) -> None:
    table = a_table(town)
    a_row(town.noor, Dossier.objects.get(id=table.dossier))
    for number in range(6):
        table.agree(f"afspraak {number}")
    noor, path = town.noor.client, f"/dossiers/{table.dossier}/plan"
    noor.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert noor.get(path).status_code == 200
    asked = [one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
