"""Excel: a sheet that says what is what, and a sheet a table. Numbers are numbers; every other cell is a text.

What is withheld stands there in words, so that no sum takes it for 0; a text is never taken for a formula or a link.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Line, Table
from kring.reporting.exports.form import Form
from kring.reporting.exports.layout import Grid, Heading, Paragraph, blocks
from kring.reporting.exports.zipped import without_hours

TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}

WIDE = 80
"""Of the column with sentences: signs in a line."""
HIGHEST, LONGEST = 409, 32_000
"""The most that Excel takes: points of a row, signs in a cell (767 more). What is longer goes on in the next row."""
A4 = 9


def make(document: Document) -> bytes:
    """The workbook."""
    held = BytesIO()
    with xlsxwriter.Workbook(held, TEXT_ONLY) as book:
        book.set_properties(
            {"title": document.title, "created": datetime(*document.asked_on.timetuple()[:3], tzinfo=UTC)}
        )
        looks = {
            "bold": book.add_format({"bold": True}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "headed": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "align": "right"}
            ),
            "hidden": book.add_format({"italic": True, "align": "right"}),
            "number": book.add_format({"num_format": "#,##0.##"}),
            "whole": book.add_format({"num_format": "#,##0"}),
        }
        _explained(book.add_worksheet(document.words.explained), document, looks)
        for number, table in enumerate(document.tables, 1):
            _table(book.add_worksheet(f"{document.words.table} {number}"), table, looks)
    return without_hours(held.getvalue())


def _explained(sheet: Any, document: Document, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, WIDE)
    _on_paper(sheet)
    sheet.write_string(0, 0, document.title, looks["bold"])
    cut = [
        (words[begin : begin + LONGEST], is_heading)
        for words, is_heading in lines(document)
        for begin in range(0, len(words) or 1, LONGEST)
    ]
    for at, (words, is_heading) in enumerate(cut, 1):
        sheet.set_row(at, min(HIGHEST, 15 * sum(1 + len(line) // WIDE for line in words.split("\n"))))
        sheet.write_string(at, 0, words, looks["bold" if is_heading else "wrapped"])


def _on_paper(sheet: Any) -> None:
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def lines(document: Document) -> list[tuple[str, bool]]:
    """Everything but the tables, a line each, and whether it is a heading; a table by its number and caption."""
    found, number = [], 0
    for block in blocks(document):
        if isinstance(block, Grid):
            number += 1
            found.append((f"{document.words.table} {number}: {block.table.caption}", False))
        elif isinstance(block, Heading | Paragraph):
            found.append((block.words, isinstance(block, Heading)))
        else:
            found += [(item, False) for item in block.items]
    return found


def _table(sheet: Any, table: Table, looks: dict[str, Any]) -> None:
    _on_paper(sheet)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(table.columns), 16)
    sheet.write_string(0, 0, table.caption, looks["bold"])
    for at, label in enumerate([table.heading, *(column.label for column in table.columns)]):
        sheet.write_string(2, at, label, looks["headed" if at else "head"])
    sheet.freeze_panes(3, 1)
    for down, row in enumerate(table.rows, 3):
        sheet.write_string(down, 0, row.label, looks["bold"] if row.line is Line.TOTAL else None)
        for across, cell in enumerate(row.cells, 1):
            _cell(sheet, (down, across), cell, looks)
    for down, words in enumerate(table.beneath, 4 + len(table.rows)):
        sheet.write_string(down, 0, words)


def _cell(sheet: Any, at: tuple[int, int], cell: Cell, looks: dict[str, Any]) -> None:
    if cell.number is None:
        sheet.write_string(*at, cell.text, looks["hidden"])
    else:
        sheet.write_number(*at, cell.number, looks["whole" if float(cell.number).is_integer() else "number"])


FORM = Form("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", make)
