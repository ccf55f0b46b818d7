"""A sheet is a tagged PDF made in memory: nothing from elsewhere, nothing on disk, nothing in a log."""

import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from kring.team.printing import CannotPrint, engine, handed_over, prepare, printed
from kring.team.printing.assets import FONTS, SCHEME, NotOurs, font
from kring.team.printing.testing import tags, unpacked

SHEET = "team/printing/tests/pages/sheet.html"
WORDS = "Kobe woont bij zijn tante <script>alert(1)</script> & مرحبا 🙂"
_opened: list[str] | None = None


def _watching(event: str, given: tuple[Any, ...]) -> None:
    """A hook stays for the whole process: it keeps quiet outside the one test that listens."""
    if _opened is not None and event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+"):
        _opened.append(str(given[0]))


sys.addaudithook(_watching)


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Every file opened for writing, from here on."""
    global _opened  # noqa: PLW0603  the hook cannot be taken away again
    _opened = []
    yield _opened
    _opened = None


def sheet(**more: str) -> bytes:
    with translation.override("nl"):
        return printed(SHEET, {"sort": "Brief", "heading": "Dag Kobe", "words": WORDS} | more)


def test_a_sheet_is_a_tagged_pdf_that_a_reader_can_follow() -> None:
    pdf = sheet()

    assert pdf.startswith(b"%PDF-1.7")
    assert {"H1", "P", "Table", "TH", "TD"} <= tags(pdf)
    inside = unpacked(pdf)
    assert b"/MarkInfo" in inside
    assert b"/Lang (nl)" in inside
    assert b"pdfuaid" in inside


def test_its_title_says_what_it_is_and_nothing_tells_who() -> None:
    inside = unpacked(sheet())
    assert b"/Title (Brief)" in inside
    for secret in (b"Kobe", b"tante"):
        assert secret not in inside.split(b"<x:xmpmeta")[0].split(b"stream")[0]
        assert secret not in inside.partition(b"<x:xmpmeta")[2].partition(b"</x:xmpmeta>")[0]


def test_the_same_words_are_the_same_bytes_an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    first = sheet()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3_600)
    assert sheet() == first


@pytest.mark.parametrize("name", FONTS)
def test_the_fonts_are_brought_along(name: str) -> None:
    assert font(f"{SCHEME}{name}").startswith(b"wOF2")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:1/x.png",
        "data:text/plain,x",
        "kring-font:../../x",
        "kring-font:",
        "x.png",
    ],
)
def test_nothing_else_can_be_fetched(address: str) -> None:
    with pytest.raises(NotOurs):
        font(address)
    assert b"/EmbeddedFile" not in unpacked(sheet(address=address))


def test_no_file_holds_what_is_printed(written: list[str], tmp_path: Path) -> None:
    sheet()
    written.clear()
    sheet()
    assert written == []
    (tmp_path / "seen").write_text("the hook would notice")
    assert len(written) == 1


def test_no_log_holds_what_could_not_be_read(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        sheet(address="secret-of-kobe.png")
    assert [line for line in caplog.messages if "kobe" in line.lower()] == []


@pytest.mark.parametrize(
    "words", ["W" * 2_000 + " lang verhaal" * 650, "🙂" * 2_000, "مرحبا " * 1_700], ids=["long", "emoji", "rtl"]
)
def test_ten_thousand_characters_are_a_matter_of_a_moment(words: str) -> None:
    sheet()
    began = time.process_time()
    assert sheet(words=words).startswith(b"%PDF")
    assert time.process_time() - began < 5


def test_one_sheet_at_a_time_and_a_kind_word_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_S", 0.01)
    with engine._one_at_a_time, pytest.raises(CannotPrint) as busy:
        sheet()
    with translation.override("nl"):
        assert "Probeer het zo meteen opnieuw" in str(busy.value.sentence)


def test_without_the_library_there_is_a_kind_word_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_args: object, **_kwargs: object) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr("builtins.__import__", _importing(absent))
    engine._engine.cache_clear()
    with pytest.raises(CannotPrint) as missing:
        sheet()
    assert "Pango" in str(missing.value.sentence)
    monkeypatch.undo()
    assert sheet().startswith(b"%PDF")


def _importing(refuse: Any) -> Any:
    real = __import__

    def importing(name: str, *args: Any, **kwargs: Any) -> Any:
        return refuse() if name == "weasyprint" else real(name, *args, **kwargs)

    return importing


def test_it_is_loaded_at_the_first_sheet_and_can_be_loaded_before() -> None:
    engine._engine.cache_clear()
    prepare()
    for thread in threading.enumerate():
        if thread.name == "printing":
            thread.join(30)
    assert engine._engine.cache_info().currsize == 1


def test_it_is_handed_over_as_a_file_that_runs_nothing() -> None:
    answer = handed_over(b"%PDF-", "letter")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
