"""CSV: one line a cell, as a spreadsheet of that language opens it by a click, with a mark of UTF-8.

In Dutch and French fields are parted by a semicolon and a number has a comma. No field can become a formula: a text
that begins with = + - @ or a tab gets an apostrophe before it, which a spreadsheet shows as text.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Table
from kring.reporting.exports.form import Form

HEAD = (
    "table",
    "measure",
    "version",
    "unit",
    "group",
    "group_code",
    "column",
    "column_code",
    "from",
    "to",
    "says",
    "number",
    "shown",
    "caption",
)
BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
MARK = "\ufeff"


def make(document: Document) -> bytes:
    """All tables below each other."""
    written = StringIO()
    point = "." if document.language == "en" else ","
    rows = csv.writer(written, delimiter="," if point == "." else ";", lineterminator="\r\n")
    rows.writerow(HEAD)
    for number, table in enumerate(document.tables, 1):
        rows.writerows([safe(field) for field in line] for line in _lines(number, table, point))
    return (MARK + written.getvalue()).encode()


def safe(text: str) -> str:
    """A field that no spreadsheet takes for a formula; a number stays one."""
    if not text.startswith(BEGINS_A_FORMULA) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(",", ".").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()


def _lines(number: int, table: Table, point: str) -> Iterator[list[str]]:
    about = [
        str(number),
        table.measure if table.of == table.measure else f"{table.measure} {table.of}",
        str(table.version),
        table.unit,
    ]
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            when = [column.period.start, column.period.end]
            yield [
                *about,
                row.label,
                row.code or row.line,
                column.label,
                column.code,
                *when,
                *_cell(cell, point),
                table.caption,
            ]


def _cell(cell: Cell, point: str) -> list[str]:
    number = "" if cell.number is None else str(cell.number).replace(".", point)
    return [cell.says, number, cell.text]


FORM = Form("csv", "CSV", "text/csv; charset=utf-8", make)
