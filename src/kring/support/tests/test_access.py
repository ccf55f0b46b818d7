"""The need-to-know table against security.md 3, row by row and from both sides."""

import pytest

from kring.support import access
from kring.support.access import NEED_TO_KNOW, Who, by_default

EXPECTED = {
    "summary": {Who.HOLDER, Who.DEPUTY, Who.CO_WORKER, Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY},
    "identity": {Who.HOLDER, Who.DEPUTY, Who.CO_WORKER, Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY},
    "referral": {Who.HOLDER, Who.DEPUTY, Who.RECOVERY},
    "journal": {Who.HOLDER, Who.DEPUTY, Who.CO_WORKER, Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY},
    "sensitive": {Who.AUTHOR, Who.NAMED, Who.RECOVERY},
    "network": {Who.HOLDER, Who.DEPUTY, Who.CO_WORKER, Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY},
    "plan": {Who.HOLDER, Who.DEPUTY, Who.CO_WORKER, Who.CLIENT, Who.CIRCLE_BEHIND_GLASS, Who.RECOVERY},
    "minutes": {Who.HOLDER, Who.DEPUTY, Who.RECOVERY},
    "statements": {Who.CLIENT, Who.HOLDER, Who.DEPUTY, Who.RECOVERY},
    "disclosures": {Who.AUTHOR, Who.HOLDER, Who.RECOVERY},
    "briefing": {Who.AUTHOR, Who.HEAD_OF_SERVICE, Who.RECOVERY},
    "own_notes": {Who.AUTHOR, Who.RECOVERY},
    "requests": {Who.HOLDER, Who.DEPUTY, Who.RECOVERY},
    "household": {Who.AUTHOR, Who.NAMED, Who.RECOVERY},
    "facts": {Who.STATISTICS},
}


def test_every_part_has_its_row() -> None:
    assert set(NEED_TO_KNOW) == set(EXPECTED)


@pytest.mark.parametrize(("part", "who"), [(part, who) for part in EXPECTED for who in Who])
def test_who_gets_a_key_and_who_does_not(part: str, who: Who) -> None:
    assert by_default(part, who) is (who in EXPECTED[part])


@pytest.mark.parametrize("part", access.FOUNDED)
def test_heads_and_statistics_hold_no_part_of_a_dossier(part: str) -> None:
    assert not set(NEED_TO_KNOW[part].by_default) & {Who.HEAD_OF_SERVICE, Who.STATISTICS}


@pytest.mark.parametrize("part", access.FOUNDED)
def test_a_part_that_exists_has_two_people_and_recovery(part: str) -> None:
    row = NEED_TO_KNOW[part].by_default
    assert {Who.HOLDER, Who.DEPUTY, Who.RECOVERY} <= set(row)
    assert access.AT_LEAST[part].persons == 2
    assert access.AT_LEAST[part].recovery
