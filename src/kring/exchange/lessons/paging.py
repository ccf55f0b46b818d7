"""The pages of words by which cards are found: some hundreds of cards a page, so that looking opens few of them.

A line is the plain words of one card (small, no accents) with a mark for each code. What does not live here: looking.
"""

from dataclasses import replace

from kring.exchange.lessons.content import LessonCard, WordPage
from kring.exchange.lessons.library import OpenLibrary
from kring.exchange.lessons.models import LibraryRecord
from kring.exchange.vignettes.folding import fold
from kring.team.clock import today
from kring.vault.acts import Act
from kring.vault.primitives import new_id

Kind = LibraryRecord.Kind
FULL = 400
"""So many cards on a page."""


def line_of(card: LessonCard) -> str:
    """What a card is found by."""
    marks = [mark("domain", one) for one in card.domains] + [mark("form", card.form)]
    return plain(" ".join([card.title, card.situation, card.helped, card.not_helped, *marks]))


def mark(of: str, code: str) -> str:
    """How a code stands in a line: as a word nobody types."""
    return f"#{of}:{code}#"


def plain(text: str) -> str:
    """Small letters without accents, on one line."""
    return " ".join(fold(text).plain.split())


def put(act: Act, library: OpenLibrary, card: str, content: LessonCard) -> str:
    """Give a new card a line on the newest page, or on a fresh one when that is full; the id of the page."""
    last = LibraryRecord.objects.select_for_update(no_key=True).filter(kind=Kind.PAGE).order_by("-number", "id").first()
    page = library.keys.open(last, WordPage) if last else WordPage((), "")
    if last is None or len(page.cards) >= FULL:
        fresh = LibraryRecord(id=new_id(), kind=Kind.PAGE, on=today(), number=last.number + 1 if last else 1)
        library.seal(fresh, WordPage((card,), line_of(content)))
        return str(act.add(fresh).id)
    lines = [*(page.lines.split("\n") if page.cards else []), line_of(content)]
    library.seal(last, WordPage((*page.cards, card), "\n".join(lines)))
    act.rewrite(last)
    return str(last.id)


def change(act: Act, library: OpenLibrary, record: LibraryRecord, content: LessonCard | None) -> None:
    """Another line for a card, or none when it is taken away."""
    row = LibraryRecord.objects.select_for_update(no_key=True).filter(id=record.page, kind=Kind.PAGE).first()
    if row is None:
        return
    page = library.keys.open(row, WordPage)
    lines = dict(zip(page.cards, page.lines.split("\n"), strict=False))
    if content is None:
        lines.pop(record.id, None)
    else:
        lines[record.id] = line_of(content)
    library.seal(row, replace(page, cards=tuple(lines), lines="\n".join(lines.values())))
    act.rewrite(row)
