"""OpenDocument spreadsheet: the same sheets as in Excel, in the open form that a government publishes in."""

from datetime import datetime
from io import BytesIO

from odfdo import Cell as OdsCell
from odfdo import Column as OdsColumn
from odfdo import Document as OpenDocument
from odfdo import Row as OdsRow
from odfdo import Table as OdsTable

from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Line, Table
from kring.reporting.exports.as_xlsx import lines
from kring.reporting.exports.form import Form
from kring.reporting.exports.zipped import without_hours

WIDTHS = {"words": "17cm", "label": "8cm", "numbers": "3.5cm"}
COLUMN = (
    '<style:style style:name="{name}" style:family="table-column">'
    '<style:table-column-properties style:column-width="{width}"/></style:style>'
)
CELL = (
    '<style:style style:name="{name}" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
    '<style:paragraph-properties fo:text-align="{side}"/>'
    '<style:text-properties fo:font-weight="{weight}"/></style:style>'
)
LOOKS = {"text": ("start", "normal"), "bold": ("start", "bold"), "headed": ("end", "bold"), "hidden": ("end", "normal")}


def make(document: Document) -> bytes:
    """The workbook."""
    book = OpenDocument("spreadsheet")
    book.body.clear()
    _dress(book)
    texts = [(document.title, True), *lines(document)]
    explained = [[_text(words, "bold" if is_heading else "text")] for words, is_heading in texts]
    book.body.append(_sheet(document.words.explained, ["words"], explained))
    for number, table in enumerate(document.tables, 1):
        widths = ["label", *("numbers" for _each in table.columns)]
        book.body.append(_sheet(f"{document.words.table} {number}", widths, _rows(table)))
    _about(book, document)
    held = BytesIO()
    book.save(held)
    return without_hours(held.getvalue())


def _dress(book: OpenDocument) -> None:
    """The looks that cells and columns name."""
    for name, width in WIDTHS.items():
        book.insert_style(COLUMN.format(name=name, width=width), automatic=True)
    for name, (side, weight) in LOOKS.items():
        book.insert_style(CELL.format(name=name, side=side, weight=weight), automatic=True)


def _about(book: OpenDocument, document: Document) -> None:
    """Title and language, and the day of counting where the library would put this moment."""
    on = datetime(*document.asked_on.timetuple()[:3])  # noqa: DTZ001  OpenDocument tells a day of a place without a zone
    book.meta.title, book.meta.language = document.title, document.language
    book.meta.creation_date = book.meta.date = on


def _rows(table: Table) -> list[list[OdsCell]]:
    head = [_text(table.heading, "bold"), *(_text(column.label, "headed") for column in table.columns)]
    body = [
        [_text(row.label, "bold" if row.line is Line.TOTAL else "text"), *map(_cell, row.cells)] for row in table.rows
    ]
    return [[_text(table.caption, "bold")], [], head, *body, [], *([_text(words)] for words in table.beneath)]


def _sheet(name: str, widths: list[str], rows: list[list[OdsCell]]) -> OdsTable:
    sheet = OdsTable(name)
    for cells in rows:
        row = OdsRow()
        for at, cell in enumerate(cells):
            row.set_cell(at, cell)
        sheet.append_row(row)
    for at, width in enumerate(widths):
        sheet.set_column(at, OdsColumn(style=width))
    return sheet


def _text(words: str, style: str = "text") -> OdsCell:
    return OdsCell(words, cell_type="string", style=style)


def _cell(cell: Cell) -> OdsCell:
    return (
        _text(cell.text, "hidden") if cell.number is None else OdsCell(cell.number, text=cell.text, cell_type="float")
    )


FORM = Form("ods", "OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", make)
