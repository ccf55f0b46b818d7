"""From what was pasted or sent to rows of cells: alphabets, separators, quotes, a heading. Pure; keeps every row.

A row is what a line of the sheet was; a cell may hold a line break when it stood in quotes. Nothing is thrown away
but empty lines. Source: RFC 4180, and what spreadsheet programs really write.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.takeover import columns
from kring.support.dossier.takeover.columns import Column

SEPARATORS = ("\t", ";", ",")
MOST = 1000
"""Lines at a time: more than anybody carries, little enough for one transaction."""
_BEGINS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Unreadable(ValueError):
    """Nothing can be made of it as a whole; the sentence may be shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number as somebody counts them, and its cells by column."""

    number: int
    cells: dict[Column, str]


@dataclass(frozen=True, slots=True)
class Read:
    """The rows, and the headings of columns that are not taken over."""

    rows: list[Row]
    left_out: tuple[str, ...] = ()


def decoded(raw: bytes) -> str:
    """The text of a file, whatever program wrote it. Raises `Unreadable` for a workbook."""
    if raw.startswith(_WORKBOOK):
        raise Unreadable(_("This is a workbook. Save it as CSV, or copy the cells and paste them here."))
    for sign, alphabet in _BEGINS.items():
        if raw.startswith(sign):
            return raw.decode(alphabet, errors="replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read(text: str, *, after: int = 0) -> Read:
    """Every line that holds something, numbered from `after` + 1. Raises `Unreadable` when there are too many."""
    found = list(_rows(text.replace("\x00", "").removeprefix("\ufeff")))
    if len(found) > MOST:
        raise Unreadable(_("These are more than a thousand lines. Paste them in parts."))
    order, left_out = columns.heading(found[0][1]) if found else (columns.ORDER, ())
    if found and order is not None:
        found = found[1:]
    places = order or columns.ORDER
    return Read([Row(after + number, _placed(cells, places)) for number, cells in found], left_out)


def written(row: Row) -> str:
    """A row as one line again, in our own order of columns: what stands in the field to mend it."""
    cells = [row.cells.get(column, "") for column in Column]
    while cells and not cells[-1]:
        cells.pop()
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="").writerow(cells)
    return out.getvalue()


def mended(number: int, line: str) -> Row:
    """A line of `written`, as somebody changed it. Other separators are understood too."""
    for _number, cells in _rows(line):
        return Row(number, _placed(cells, columns.ORDER))
    return Row(number, {})


def _placed(cells: list[str], order: tuple[Column | None, ...]) -> dict[Column, str]:
    placed = {column: cell for column, cell in zip(order, cells, strict=False) if column and cell}
    beyond = [cell for cell in cells[len(order) :] if cell]
    if beyond:
        placed[Column.BEYOND] = " ".join(beyond)
    return placed


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.splitlines()
    best = max(SEPARATORS, key=lambda sign: sum(sign in line for line in lines))
    try:
        rows = list(_quoted(lines, best))
    except csv.Error:
        rows = [(at, _plain(line, best)) for at, line in enumerate(lines, 1)]
    for number, cells in rows:
        clean = [" ".join(cell.split()) for cell in cells]
        if any(clean):
            yield number, clean


def _quoted(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """As RFC 4180 has it. Raises `csv.Error` when a quote was never closed and swallows what follows."""
    reader, begins = csv.reader([f"{line}\n" for line in lines], delimiter=separator, strict=True), 1
    for cells in reader:
        if any("\n" in cell.strip() and separator in cell for cell in cells):
            raise csv.Error("a quote swallowed a line")
        yield begins, cells
        begins = reader.line_num + 1


def _plain(line: str, separator: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.split(separator)]
