"""From a template to the bytes of a PDF. The engine is heavy, so it is imported at the first sheet and then kept.

One sheet at a time in a process: that bounds memory, and the engine's fonts are shared. Nothing is written to disk but
the fonts themselves, which the engine unpacks once into a folder of its own. No sheet carries the hour it was printed
in, so the same words are the same bytes.
"""

import gc
import logging
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.printing import assets, heads

WAIT_S = 30
"""How long somebody waits for the sheet of somebody else."""
_one_at_a_time = threading.Lock()


class CannotPrint(Exception):
    """There is no PDF now; the sentence may be shown, and the page itself can still be printed."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class _Engine:
    html: Any
    fonts: Any
    fetcher: Any
    style: Any


def printed(template: str, context: Mapping[str, Any]) -> bytes:
    """The sheet as a tagged PDF, in the language that is active. Raises `CannotPrint`."""
    page = render_to_string(template, dict(context))
    if not _one_at_a_time.acquire(timeout=WAIT_S):
        raise CannotPrint(_("Others are printing right now. Try again in a moment."))
    try:
        engine = _engine()
        with _nothing_thrown_out():
            document = engine.html(string=page, url_fetcher=engine.fetcher)
            pdf: bytes = document.write_pdf(
                stylesheets=[engine.style],
                font_config=engine.fonts,
                finisher=heads.told,
                pdf_variant="pdf/ua-1",
                pdf_tags=True,
            )
    finally:
        _one_at_a_time.release()
    return pdf


@contextmanager
def _nothing_thrown_out() -> Iterator[None]:
    """The engine makes a million small things that all last until the sheet is done: looking among them for rubbish
    takes a seventh of its time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def prepare() -> None:
    """Load the engine in the background: for a page from which somebody will probably print next."""
    if not _engine.cache_info().currsize:
        threading.Thread(target=_prepared, name="printing", daemon=True).start()


def _prepared() -> None:
    with suppress(CannotPrint), _one_at_a_time:
        _engine()


@cache
def _engine() -> _Engine:
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # what fontTools writes into a font for the hour it was cut
    for name in ("weasyprint", "fontTools"):  # they would write down what they could not read: words of the sheet
        logging.getLogger(name).disabled = True
    try:
        import weasyprint  # type: ignore[import-untyped]  # it ships no types
        from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # nor here
    except OSError as absent:
        raise CannotPrint(
            _("This server misses the library Pango, so there is no PDF. The administrator can install it.")
        ) from absent
    fonts, fetcher = FontConfiguration(), assets.fetcher(weasyprint)
    style = weasyprint.CSS(string=assets.STYLE.read_text(encoding="utf-8"), font_config=fonts, url_fetcher=fetcher)
    return _Engine(weasyprint.HTML, fonts, fetcher, style)
