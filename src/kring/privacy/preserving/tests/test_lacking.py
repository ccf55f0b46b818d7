"""What a file for an archive may not lack: a part that is frozen now, and what was written after it was made."""

from collections.abc import Iterator

import pytest

from kring.privacy.access.testing import a_file, contacted
from kring.privacy.preserving.models import Preserved
from kring.privacy.preserving.tests.test_preserving import CLOSED, LATER, attached, destroyed, page, send
from kring.privacy.requests import actions as requests
from kring.privacy.requests import answering
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.privacy.retention.testing import publish
from kring.support.closing.testing import closed
from kring.support.dossier.models import Dossier
from kring.support.testing import ON
from kring.team.clock import on_day
from kring.team.testing import Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(town: Town) -> Iterator[Dossier]:
    """A file of Noor, closed in March 2021; four years later."""
    with on_day(ON):
        made = a_file(town)
    with on_day(CLOSED):
        row = closed(town, made)
    with on_day(LATER):
        yield row


@pytest.mark.parametrize("part", ["journal", "network"])
def test_arc_03_no_file_is_made_while_a_part_is_frozen(town: Town, dossier: Dossier, part: str) -> None:
    """It would lack that part, and still let the dossier go once the part was lifted."""
    publish(town, destination="keep")
    noor = town.noor.session
    content = RequestContent("client", noor.person, "Ik heb dit nog nodig.", part=part)
    opened = requests.enter(noor, dossier.id, act="test.ask")
    asked = requests.take_down(opened, PersonRequest.Kind.RESTRICTION, content, asked_on=LATER, once=new_id())
    opened = requests.enter(noor, dossier.id, act="test.freeze")
    answering.freeze(opened, requests.find(opened, asked), part=part, once=new_id())
    assert "Een deel is bevroren" in page(town.noor, dossier.id)
    assert send(town.noor, dossier.id).status_code == 409
    assert not Preserved.objects.exists()
    opened = requests.enter(noor, dossier.id, act="test.lift")
    answering.lift(opened, requests.find(opened, asked), why="Het is beslist.", once=new_id())
    assert send(town.noor, dossier.id).status_code == 200


@pytest.mark.parametrize("what", ["contact", "attachment"])
def test_arc_03_a_file_that_lacks_what_was_written_since_counts_no_more(
    town: Town, dossier: Dossier, what: str
) -> None:
    publish(town, destination="keep")
    assert send(town.noor, dossier.id).status_code == 200
    assert "werd nog geschreven" not in page(town.noor, dossier.id)
    if what == "contact":
        contacted(town.noor, dossier.id, "Dit kwam er later bij.")
    else:
        attached(town, dossier.id, b"Dit kwam er later bij.", "brief.txt")
    assert "werd nog geschreven" in page(town.noor, dossier.id)
    assert destroyed(town) == 0
    assert send(town.noor, dossier.id).status_code == 200
    assert destroyed(town) == 1
