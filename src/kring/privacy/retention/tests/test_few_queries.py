"""Each page of the desk asks few questions, however much is over or held back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.privacy.retention import batches, holds
from kring.privacy.retention.testing import publish
from kring.support.closing.testing import closed
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.retention import Series
from kring.team.testing import Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
DESK = "/privacy/retention"
MOST = 8


def asked(town: Town, path: str) -> int:
    browser = town.hilde.client
    assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len(captured)


def grown(town: Town, dossiers: int) -> dict[str, str]:
    """So many dossiers over their term in a batch, and as many numbers held back; the pages."""
    with on_day(date(2021, 3, 9)):
        rows = [closed(town, a_dossier(town)) for _ in range(dossiers)]
    made = batches.propose(town.hilde.principal, Series.DOSSIER, once=new_id())
    for row in rows[1:]:
        holds.place(
            town.hilde.principal,
            number=row.number,
            reason="complaint",
            reference="",
            until_on=date(2026, 1, 1),
            once=new_id(),
        )
    return {"desk": DESK, "holds": f"{DESK}/holds", "batch": f"{DESK}/{made}", "paper": f"{DESK}/{made}/declaration"}


def test_pages_ask_few_questions_however_many_there_are(town: Town) -> None:
    publish(town)
    publish(town, Series.REFERRAL)
    with on_day(date(2025, 1, 4)):
        few = {name: asked(town, path) for name, path in grown(town, 2).items()}
        many = {name: asked(town, path) for name, path in grown(town, 7).items()}
    assert many == few
    assert max(few.values()) <= MOST, few
