"""What the figures know of contacts when a role ends: each is of the time it falls in, and goes with its dossier."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import override_settings

from kring.support.closing import actions as closing
from kring.support.closing.content import ClosingContent, Reason
from kring.support.closing.erasing import erase_dossier
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.tests.facts_there import a_contact, in_the_packs
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting

pytestmark = pytest.mark.django_db
ON = date(2021, 3, 8)


@pytest.fixture(autouse=True)
def _on_a_day() -> Iterator[None]:
    with override_settings(KRING_TODAY=date(2021, 3, 15)):
        yield


@pytest.mark.parametrize("folded", [False, True], ids=["before folding", "after folding"])
def test_erasing_a_dossier_forgets_its_contacts(town: Town, *, folded: bool) -> None:
    robin, other = a_dossier(town).dossier.id, a_dossier(town).dossier.id
    for dossier in (robin, other):
        log_contact(town.noor.session, [dossier], a_contact(ON), once=dossier)
    if folded:
        assert len(in_the_packs(town)) == 2
    opened = closing.enter(town.noor.session, robin, act="test.open")
    ended = ClosingContent(Reason.TOGETHER, ON, town.noor.principal, talk_on=ON)
    closing.close(town.noor.session, opened, closing.Ending(ended), once="close")
    with acting("test.erase", by="system") as act:
        erase_dossier(act, robin)
    assert len(in_the_packs(town)) == 1


def test_a_contact_after_the_role_was_taken_up_again_is_of_that_time(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    log_contact(town.noor.session, [robin], a_contact(ON), once="1")
    opened = closing.enter(town.noor.session, robin, act="test.open")
    ended = ClosingContent(Reason.TOGETHER, ON, town.noor.principal, talk_on=ON)
    closing.close(town.noor.session, opened, closing.Ending(ended), once="close")
    opened = closing.enter(town.noor.session, robin, act="test.open")
    closing.reopen(town.noor.session, opened, why="He asked.", once="again")
    with override_settings(KRING_TODAY=date(2021, 3, 16)):
        log_contact(town.noor.session, [robin], a_contact(date(2021, 3, 15)), once="2")
    assert len({link for link, _ in in_the_packs(town).values()}) == 2
