"""Every form says the same of the same document, in the same bytes each time, and holds nothing else."""

import hashlib
import time
import typing
from dataclasses import replace

import pytest

from kring.reporting import document, exports
from kring.reporting.document import Document
from kring.reporting.exports.layout import Grid, blocks
from kring.reporting.exports.tests.conftest import FROZEN, hidden


def test_a_document_frozen_before_reads_as_it_was(made: Document) -> None:
    assert document.write(made) == FROZEN.read_text(encoding="utf-8")
    assert len(hidden(made)) > 50


@pytest.mark.parametrize("ending", exports.FORMS)
def test_the_same_document_is_the_same_bytes_a_day_later(
    made: Document, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exports.export(made, ending)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    again = exports.export(document.read(document.write(made)), ending)
    assert hashlib.sha256(again).hexdigest() == hashlib.sha256(first).hexdigest()


@pytest.mark.parametrize("ending", exports.FORMS)
def test_another_number_is_another_file(made: Document, ending: str) -> None:
    first, *others = made.tables
    row = replace(
        first.rows[2], cells=(replace(first.rows[2].cells[0], text="71", number=71), *first.rows[2].cells[1:])
    )
    other = replace(made, tables=(replace(first, rows=(*first.rows[:2], row, *first.rows[3:])), *others))
    assert exports.export(other, ending) != exports.export(made, ending)


@pytest.mark.parametrize("ending", exports.FORMS)
def test_a_form_takes_a_document_and_nothing_else(ending: str) -> None:
    hints = typing.get_type_hints(exports.FORMS[ending].make)
    assert hints == {"document": Document, "return": bytes}


@pytest.mark.parametrize("ending", exports.FORMS)
def test_every_form_can_hold_what_anybody_may_write(made: Document, ending: str) -> None:
    """Signs that XML cannot hold never get into a document; letters of every script do."""
    odd = document.reworded(
        made, title="Zero \x00 and \ud800 \u202e back", paragraphs=["مرحبا", "👩\u200d👧 \x0b fine\nand below", ""]
    )
    assert odd.title == "Zero  and   back"
    assert exports.export(odd, ending)


def test_nothing_is_left_out_of_what_is_read_from_top_to_bottom(made: Document) -> None:
    order = list(blocks(made))
    assert [block.table for block in order if isinstance(block, Grid)] == list(made.tables)
    said = "\n".join(str(block) for block in order)
    for words in (made.question, made.standing_says, *made.paragraphs, *made.not_said, made.words.withheld_means):
        assert words in said
    assert document.fingerprint(made) in said
