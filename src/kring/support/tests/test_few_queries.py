"""Every page inside a dossier asks at most eight queries, however much stands in it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked, full
from kring.support.network.testing import drawn
from kring.support.plan.testing import an_action
from kring.support.testing import ON
from kring.team.testing import Town

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2021, 2, 28, 23, tzinfo=UTC)
PAGES = (
    "desk:dossier",
    "desk:log_one",
    "desk:rhythm",
    "network:map",
    "network:add",
    "plan:plan",
    "plan:sheet",
    "consultation:consultations",
    "consultation:case_consultations",
    "followup:direction",
    "followup:handover",
    "followup:linkages",
    "contacts:appointments",
    "contacts:attachments",
    "closing:closing",
    "disclosure:letters",
    "disclosure:told",
    "dossier:household",
)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def filled(town: Town, times: int) -> str:
    """A dossier with so many contacts, actions and goals, and a network."""
    made = full(town).dossier
    for number in range(times):
        one = Contact("street", MIDNIGHT - timedelta(days=number), MIDNIGHT, by="", sentence=f"Notitie {number}")
        log_contact(town.noor.session, [made.id], one, once=str(number))
        an_action(town.noor, made)
    drawn(town.noor, made.id)
    return made.id


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_dossier_asks_few_queries(town: Town, page: str) -> None:
    few, many = filled(town, 1), filled(town, 6)
    counted = []
    for dossier in (few, many):
        path, browser = reverse(page, args=[dossier]), town.noor.client
        asked(browser, path)  # the first time keys are kept under the ring
        status, _text, queries = asked(browser, path)
        assert status == 200
        counted.append(queries)
    assert counted[0] == counted[1] <= MOST_QUERIES
