"""The marks of an item: what the client reads, what is said of them, what a form gives back."""

from datetime import timedelta

import pytest

from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.dossier.marks.forms import MarksForm, as_typed
from kring.support.dossier.marks.rules import client_reads
from kring.support.dossier.marks.words import said
from kring.support.testing import ON

UNMARKED = Marks()
LATER = AgogicException("nog te vroeg", ON + timedelta(days=9))


@pytest.mark.parametrize(
    ("marks", "reads"),
    [
        (UNMARKED, True),
        (Marks(About.CONTEXT), True),
        (Marks(About.THIRD_PARTY_ONLY), False),
        (Marks(in_confidence=True), False),
        (Marks(for_court=True), False),
        (Marks(agogic=LATER), False),
        (Marks(agogic=AgogicException("nog te vroeg", ON)), True),
    ],
)
def test_min_02_what_the_client_reads(marks: Marks, reads: bool) -> None:
    assert client_reads(marks, ON) is reads


def test_min_01_said_is_what_differs_from_what_such_an_item_is() -> None:
    assert said(UNMARKED, usual=About.CLIENT) == said(Marks(About.CONTEXT), usual=About.CONTEXT) == []
    assert len(said(Marks(About.CONTEXT, in_confidence=True, for_court=True, agogic=LATER), usual=About.CLIENT)) == 4


@pytest.mark.parametrize("marks", [UNMARKED, Marks(About.CONTEXT, in_confidence=True, for_court=True, agogic=LATER)])
def test_a_form_gives_back_what_stood_in_it(marks: Marks) -> None:
    form = MarksForm(as_typed(marks))
    assert form.is_valid()
    assert form.marks == marks


def test_min_01_an_exception_is_never_for_good() -> None:
    assert list(MarksForm({"agogic": "nog te vroeg"}).errors) == ["review_on"]
