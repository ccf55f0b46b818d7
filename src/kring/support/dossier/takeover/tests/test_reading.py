"""What spreadsheets and people really hand over: alphabets, separators, quotes, headings. Nothing is lost."""

import pytest

from kring.support.dossier.takeover import reading
from kring.support.dossier.takeover.columns import Column
from kring.support.dossier.takeover.reading import Row, Unreadable, decoded, read

TEXT = "Zoë V.;1/5/2019;straathoekwerk\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "windows-1252", "utf-16", "windows line ends"],
)
def test_every_alphabet_a_spreadsheet_writes(raw: bytes) -> None:
    [row] = read(decoded(raw)).rows
    assert row.cells[Column.LABEL] == "Zoë V."


def test_a_workbook_is_refused_kindly() -> None:
    with pytest.raises(Unreadable, match="als CSV"):
        decoded(b"PK\x03\x04 rest of a workbook")


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_separator_is_found(sign: str) -> None:
    rows = read(f"Robin V.{sign}2019-05-01{sign}PiM\nMila K.{sign}2020-01-02{sign}PiM").rows
    assert [row.cells[Column.OPENED] for row in rows] == ["2019-05-01", "2020-01-02"]


def test_a_quoted_cell_holds_separators_and_line_breaks() -> None:
    rows = read('"Robin\nV.";1/5/2019;PiM\n\n"K., Mila";2/5/2019;PiM').rows
    assert [(row.number, row.cells[Column.LABEL]) for row in rows] == [(1, "Robin V."), (4, "K., Mila")]


def test_a_quote_that_was_never_closed_swallows_nothing() -> None:
    rows = read('"Robin;1/5/2019;PiM\nMila K.;2/5/2019;PiM\n"Lut";3/5/2019;PiM').rows
    assert [row.cells[Column.LABEL] for row in rows] == ["Robin", "Mila K.", "Lut"]


def test_a_heading_gives_the_order_and_what_is_not_taken_over_is_named() -> None:
    found = read("Startdatum;Telefoon;Roepnaam;Backup\n1/5/2019;0470;Robin;Joris")
    assert found.rows == [Row(2, {Column.OPENED: "1/5/2019", Column.LABEL: "Robin", Column.DEPUTY: "Joris"})]
    assert found.left_out == ("Telefoon",)


def test_a_first_line_that_is_a_case_is_no_heading() -> None:
    assert [row.number for row in read("Robin;1/5/2019\nMila;2/5/2019").rows] == [1, 2]


def test_cells_beyond_the_last_column_are_kept_to_be_named() -> None:
    [row] = read("Robin;1/5/2019;PiM;hybride;14;Joris;;nog iets").rows
    assert row.cells[Column.BEYOND] == "nog iets"
    assert reading.mended(1, reading.written(row)) == row


def test_more_than_a_thousand_lines_come_in_parts() -> None:
    with pytest.raises(Unreadable, match="in stukken"):
        read("Robin;1/5/2019\n" * 1001)
