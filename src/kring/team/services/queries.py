"""Looks at the directory: by words, one entry, all documents of a kind."""

from anyascii import anyascii

from kring.team.services import exchange, shown
from kring.team.services.exchange import Document
from kring.team.services.models import DirectoryEntry
from kring.vault.refusals import Refused

PAGE = 60


def search(words: str, *, kinds: tuple[str, ...] = ("service", "organization")) -> list[DirectoryEntry]:
    """Entries offered now in which every word is found, by name; at most a page. "" gives the first of all."""
    rows = DirectoryEntry.objects.filter(kind__in=kinds, current=True)
    for word in plain(words).split()[:8]:
        rows = rows.filter(words__contains=word)
    return [row.verified() for row in rows.order_by("name", "id")[:PAGE]]


def entry(entry_id: str) -> DirectoryEntry:
    """One entry. Raises `Refused`."""
    row: DirectoryEntry | None = DirectoryEntry.objects.filter(id=entry_id).first()
    if row is None:
        raise Refused
    return row.verified()


def documents(kind: str) -> list[Document]:
    """All documents of a kind, in the order of their names."""
    rows = DirectoryEntry.objects.filter(kind=kind).order_by("name", "outside_id")
    return [exchange.of(row.verified().document) for row in rows]


def plain(words: str) -> str:
    """Small letters without accents, so that one finds what one cannot spell."""
    return anyascii(words).lower()


def searched_by(document: Document) -> str:
    """What an entry is found by."""
    said = shown.entry(document)
    parts = [said.name, said.also, said.organisation, said.about, *said.places]
    parts += [text for _, text in said.facts] + [one.name for one in said.inside]
    return plain(" ".join(parts))[:4000]
