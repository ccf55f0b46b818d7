"""Lines of the network that were sealed in an earlier shape are read as they were meant."""

import json
from datetime import date, timedelta

import pytest

from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.network.content import NetworkEntry
from kring.support.network.testing import a_tie
from kring.support.testing import ON
from kring.vault.codec import pack, unpack

LATER = AgogicException("nog te vroeg", ON + timedelta(days=9))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"exception": "nog te vroeg", "review_on": LATER.review_on.isoformat()}, LATER),
        ({"exception": "nog te vroeg", "review_on": None}, AgogicException("nog te vroeg", date.max)),
        ({"exception": "", "review_on": None}, None),
    ],
)
def test_a_line_of_the_network_of_before_says_the_same(before: dict[str, str], now: AgogicException | None) -> None:
    tie = a_tie("Yusuf")
    body = json.loads(pack(NetworkEntry(tie=tie)))
    body["tie"]["marks"] = {"about": "context", "in_confidence": True, "for_court": False, **before}
    read = unpack(NetworkEntry, json.dumps(body | {"": 1}).encode())
    assert read.tie is not None
    assert read.tie.marks == Marks(About.CONTEXT, in_confidence=True, agogic=now)
    assert read.tie.states == tie.states


def test_what_is_no_tie_has_no_marks_to_read_otherwise() -> None:
    body = json.loads(pack(NetworkEntry())) | {"": 1}
    assert unpack(NetworkEntry, json.dumps(body).encode()) == NetworkEntry()
