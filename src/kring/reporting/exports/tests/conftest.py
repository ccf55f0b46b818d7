"""A document that was frozen before, of an invented town: what is asked and said in it tries to be a formula."""

from pathlib import Path

import pytest

from kring.reporting import document
from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Says

FROZEN = Path(__file__).parent / "frozen.json"


def texts(made: Document) -> list[list[list[str]]]:
    """What the cells of each table say."""
    return [[[row.label, *(cell.text for cell in row.cells)] for row in table.rows] for table in made.tables]


def hidden(made: Document) -> list[Cell]:
    """Every cell that is withheld."""
    found = [cell for table in made.tables for row in table.rows for cell in row.cells]
    return [cell for cell in found if cell.says is Says.WITHHELD]


@pytest.fixture
def made() -> Document:
    return document.read(FROZEN.read_text(encoding="utf-8"))
