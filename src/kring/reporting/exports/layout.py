"""In which order a document is read, whatever the form: title, figures in sentences, tables, and what they do not say.

Forms that are read from top to bottom (Word, PDF, HTML) walk these blocks; no word is added here or there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kring.reporting.document import Document, fingerprint
from kring.reporting.document.values import Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. small: of the kind that stands beneath."""

    words: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, with its caption and what stands beneath it."""

    table: Table


type Block = Heading | Paragraph | Points | Grid


def blocks(document: Document) -> Iterator[Block]:
    """Everything after the title, in order."""
    words = document.words
    yield Paragraph(f"{document.period} · {words.audience}" if document.period else words.audience, small=True)
    if document.question:
        yield Heading(words.asked)
        yield Paragraph(document.question)
    yield Heading(words.figures)
    yield Paragraph(document.standing_says)
    yield from map(Paragraph, document.paragraphs)
    yield from map(Grid, document.tables)
    if document.tables:
        yield Paragraph(words.withheld_means, small=True)
    yield from _listed(words.not_said, document.not_said)
    yield from _listed(
        words.not_held, (f"{each.what}: {each.reason} {words.ask}: {each.ask}." for each in document.not_held)
    )
    yield from _listed(words.excluded, (f"{each.name}: {each.reason}" for each in document.excluded))
    yield from _listed(words.definitions, definitions(document))
    yield Paragraph(f"{words.dated}: {document.dated} · {words.hash}: {fingerprint(document)}", small=True)


def definitions(document: Document) -> Iterator[str]:
    """What was counted, each with its version."""
    for each in document.definitions:
        base = f"; {each.base}" if each.base else ""
        yield f"{each.says}{base} ({each.code}, {document.words.versioned} {each.version})"


def _listed(heading: str, items: Iterator[str] | tuple[str, ...]) -> Iterator[Block]:
    found = tuple(items)
    if found:
        yield Heading(heading)
        yield Points(found)
