"""Looking for cards: every page of words is opened, no card but those that are shown.

Nothing is kept of what was looked for.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from kring.exchange.lessons.content import LessonCard, WordPage
from kring.exchange.lessons.library import Kind, OpenLibrary
from kring.exchange.lessons.models import LibraryRecord
from kring.exchange.lessons.paging import mark, plain
from kring.vault.codec import unpack

MOST = 50
"""So many are shown, the newest; who finds more looks closer."""
Found = list[tuple[LibraryRecord, LessonCard]]


def find(library: OpenLibrary, words: str, *, domain: str = "", form: str = "") -> Found:
    """The newest cards with all these words, in this life domain and working form where one is asked."""
    wanted = plain(words).split()
    wanted += [mark(of, code) for of, code in (("domain", domain), ("form", form)) if code]
    if not wanted:
        return []
    pages = LibraryRecord.objects.filter(kind=Kind.PAGE).order_by("-number", "id")
    return library.cards(_newest(_matching(library, pages, wanted)))


def _matching(library: OpenLibrary, pages: Iterable[LibraryRecord], wanted: Sequence[str]) -> Iterator[str]:
    """Ids of cards, the newest first. A page whose bytes lack a word is not even unpacked."""
    sought = [json.dumps(word)[1:-1].encode() for word in wanted]
    for row in pages:
        raw = library.keys.raw(row, WordPage)
        if all(word in raw for word in sought):
            page = unpack(WordPage, raw)
            lines = zip(reversed(page.cards), reversed(page.lines.split("\n")), strict=False)
            yield from (card for card, line in lines if all(word in line for word in wanted))


def _newest(cards: Iterator[str]) -> list[str]:
    return [card for _number, card in zip(range(MOST), cards, strict=False)]
