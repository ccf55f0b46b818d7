"""Word: headings, lists and tables as Word knows them, so that it can be read aloud, edited and sent on.

The language stands in the file, head rows repeat on each page, and the first column names its row.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import assert_never

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable

from kring.reporting.document import Document
from kring.reporting.document.values import Line, Table
from kring.reporting.exports.form import Form
from kring.reporting.exports.layout import Block, Grid, Heading, Paragraph, Points, blocks
from kring.reporting.exports.zipped import without_hours

SIZES = {"Normal": 11, "Heading 1": 20, "Heading 2": 14, "Caption": 11}
PLACES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}


def make(document: Document) -> bytes:
    """The file."""
    paper = docx.Document()
    _about(paper, document)
    paper.add_heading(document.title, level=1)
    for block in blocks(document):
        _add(paper, block)
    held = BytesIO()
    paper.save(held)
    return without_hours(held.getvalue())


def _about(paper: WordDocument, document: Document) -> None:
    """Title, language, and the day of counting where a template's author and hour would stand."""
    about, on = paper.core_properties, datetime(*document.asked_on.timetuple()[:3], tzinfo=UTC)
    about.title, about.language = document.title, PLACES.get(document.language, document.language)
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = on
    about.revision = 1
    tied = paper.part.package.rels if paper.part.package else {}
    for name in [name for name, tie in tied.items() if tie.reltype.endswith("/thumbnail")]:
        del tied[name]  # a picture of the template's first page
    spoken = paper.styles.element.find(f".//{qn('w:lang')}")
    if spoken is not None:
        spoken.set(qn("w:val"), about.language)
    _dress(paper)


def _dress(paper: WordDocument) -> None:
    """A4, one plain letter throughout, and dark headings."""
    sheet = paper.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(22)
    sheet.top_margin = sheet.bottom_margin = Mm(20)
    for name, size in SIZES.items():
        style = paper.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x16, 0x3F, 0x33)


def _add(paper: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            paper.add_heading(block.words, level=2)
        case Paragraph():
            paper.add_paragraph(block.words)
        case Points():
            for item in block.items:
                paper.add_paragraph(item, style="List Bullet")
        case Grid():
            _table(paper, block.table)
        case _:
            assert_never(block)


def _table(paper: WordDocument, table: Table) -> None:
    caption = paper.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid = paper.add_table(rows=1 + len(table.rows), cols=1 + len(table.columns), style="Table Grid")
    _described(grid, table.caption)
    _write(grid, 0, [table.heading, *(column.label for column in table.columns)], bold=True)
    for at, row in enumerate(table.rows, 1):
        _write(grid, at, [row.label, *(cell.text for cell in row.cells)], bold=row.line is Line.TOTAL)
    _widths(grid)
    for words in table.beneath:
        paper.add_paragraph(words).paragraph_format.space_before = Pt(4)


def _widths(grid: WordTable) -> None:
    """The first column takes what the numbers leave."""
    grid.autofit = False
    others = len(grid.columns) - 1
    narrow = min(40, 128 // others)
    for at, column in enumerate(grid.columns):
        column.width = Mm(narrow if at else 166 - narrow * others)
        for cell in column.cells:
            cell.width = column.width


def _write(grid: WordTable, at: int, texts: list[str], *, bold: bool) -> None:
    for place, (cell, text) in enumerate(zip(grid.rows[at].cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).bold = bold
        if place:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _described(grid: WordTable, caption: str) -> None:
    """What a screen reader says of it, and which row is the head on every page."""
    words = OxmlElement("w:tblDescription")
    words.set(qn("w:val"), caption)
    grid._tbl.tblPr.append(words)
    head = grid.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


FORM = Form("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", make)
