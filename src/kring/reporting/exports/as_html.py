"""HTML: a page that stands alone, readable in a browser and whole when it is copied into a letter or a mail.

It fetches nothing and runs nothing; the look lies in the page itself, and survives without it.
"""

from dataclasses import dataclass
from pathlib import Path

from django.template.loader import render_to_string

from kring.reporting.document import Document
from kring.reporting.exports.form import Form
from kring.reporting.exports.layout import Block, blocks

STYLE = Path(__file__).parent / "alone.css"


@dataclass(frozen=True, slots=True)
class Shown:
    """A block with the name of its kind, for the template."""

    kind: str
    block: Block


def make(document: Document) -> bytes:
    """The page."""
    style = STYLE.read_text(encoding="utf-8")
    return render_to_string("reporting/exports/pages/alone.html", for_template(document) | {"style": style}).encode()


def for_template(document: Document) -> dict[str, object]:
    """What the templates of this folder read."""
    shown = [Shown(type(block).__name__.lower(), block) for block in blocks(document)]
    return {"document": document, "shown": shown}


FORM = Form("html", "HTML", "text/html; charset=utf-8", make)
