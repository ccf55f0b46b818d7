"""Spreadsheets: read by another library than wrote them, numbers are numbers, and nothing becomes a formula."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest
import python_calamine

from kring.reporting import document, exports
from kring.reporting.document import Document
from kring.reporting.exports.as_csv import HEAD, MARK, safe
from kring.reporting.exports.tests.conftest import hidden, texts

FORMULA = '=HYPERLINK("http://x.example","open me")'


def sheets(made: Document, ending: str) -> dict[str, Any]:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(exports.export(made, ending)))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_a_sheet_a_table_and_one_that_explains(made: Document, ending: str) -> None:
    found = sheets(made, ending)
    assert list(found) == ["Uitleg", *(f"Tabel {number}" for number in range(1, len(made.tables) + 1))]
    said = [str(row[0]) for row in found["Uitleg"]]
    assert said[0] == made.title
    assert FORMULA in said
    assert document.fingerprint(made) in said[-1]


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_numbers_are_numbers_and_what_is_withheld_is_a_word(made: Document, ending: str) -> None:
    found = sheets(made, ending)
    for number, table in enumerate(made.tables, 1):
        rows = found[f"Tabel {number}"]
        assert [str(each) for each in rows[2][: 1 + len(table.columns)]] == [
            table.heading,
            *(column.label for column in table.columns),
        ]
        for row, line in zip(table.rows, rows[3:], strict=False):
            wanted = [row.label, *(cell.text if cell.number is None else cell.number for cell in row.cells)]
            assert line[: len(wanted)] == wanted


def test_a_sum_over_what_is_withheld_is_not_a_number_less(made: Document) -> None:
    cells = [cell for rows in sheets(made, "xlsx").values() for row in rows for cell in row]
    assert cells.count("verborgen") == len(hidden(made))


def test_no_cell_is_a_formula_or_a_link_in_excel(made: Document) -> None:
    book = openpyxl.load_workbook(BytesIO(exports.export(made, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {cell.value for cell in cells} >= {FORMULA, "@Hoeveel dossiers & <b>talen</b>?", "-2+3 is geen getal."}
    assert not any(cell.hyperlink for cell in cells)


def test_no_cell_is_a_formula_in_opendocument(made: Document) -> None:
    with ZipFile(BytesIO(exports.export(made, "ods"))) as packed:
        assert packed.namelist()[0] == "mimetype"
        content = packed.read("content.xml").decode()
    assert "table:formula" not in content
    assert "xlink:href" not in content
    assert "HYPERLINK" in content


def test_csv_opens_by_a_click_and_says_each_cell_once(made: Document) -> None:
    written = exports.export(made, "csv").decode()
    assert written.startswith(MARK)
    head, *lines = csv.reader(StringIO(written.removeprefix(MARK)), delimiter=";")
    assert tuple(head) == HEAD
    assert [line[-2] for line in lines] == [text for rows in texts(made) for row in rows for text in row[1:]]
    withheld = [line for line in lines if line[-4] == "withheld"]
    assert len(withheld) == len(hidden(made))
    assert {(line[-3], line[-2]) for line in withheld} == {("", "verborgen")}


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1", "-", "-1-1", "+1"])
def test_a_field_that_would_be_a_formula_is_a_text(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "-3,5", "3.5", "verborgen", "12-13", ""])
def test_a_number_stays_one(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("signs", [6_000, 96_000], ids=["as long as may be typed", "as long as a file"])
def test_a_long_question_stands_whole_in_rows_that_excel_takes(made: Document, signs: int) -> None:
    asked = "woord " * (signs // 6)
    book = exports.export(replace(made, question=asked), "xlsx")
    first = openpyxl.load_workbook(BytesIO(book)).worksheets[0]
    assert asked in "".join(str(row[0].value) for row in first.iter_rows())
    assert max(one.height or 0 for one in first.row_dimensions.values()) <= 409
