"""Writing a card, writing it better, taking it away. Each in one act with the line it is found by."""

from dataclasses import replace

from kring.exchange.lessons import origin, paging
from kring.exchange.lessons.content import LessonCard
from kring.exchange.lessons.library import Kind, OpenLibrary
from kring.exchange.lessons.models import LibraryRecord
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


def write_card(library: OpenLibrary, card: LessonCard, *, once: str, dossier: str = "") -> str:
    """A new card; its id. dossier: of its writer, where it came from; that is forgotten after ninety days."""
    person = library.keys.actor
    said = f"{once} {card.title} {card.situation} {card.helped} {card.not_helped}"
    with acting("exchange.write_card", by=person, on=[library.id]) as act:
        fresh = new_id()
        if (known := act.once(said, lock=library.lock, outcome=fresh)) is not None:
            return known
        page = paging.put(act, library, fresh, card)
        last = LibraryRecord.objects.filter(kind=Kind.CARD).order_by("-number").values_list("number", flat=True).first()
        record = LibraryRecord(id=fresh, kind=Kind.CARD, on=today(), number=(last or 0) + 1, page=page)
        library.seal(record, replace(card, by=person))
        act.add(record)
        if dossier:
            origin.remember(act, person, fresh, dossier)
    return fresh


def rewrite_card(library: OpenLibrary, card: str, content: LessonCard, *, seen: int, once: str) -> None:
    """Write it on top of what was read, whoever wrote it first. Raises `Conflict`, `Refused`."""
    record, stood = library.card(card)
    with acting("exchange.rewrite_card", by=library.keys.actor, on=[card]) as act:
        if act.once(f"{once} {content}", lock=library.lock, outcome=card) is not None:
            return
        if record.revision != seen:
            raise Conflict
        content = replace(content, by=stood.by)
        library.seal(record, content)
        act.rewrite(record)
        paging.change(act, library, record, content)


def take_away(library: OpenLibrary, card: str) -> None:
    """Take a card away for good: somebody stood in it, or it does not hold. Raises `Conflict`, `Refused`."""
    record, _content = library.card(card)
    with acting("exchange.take_card_away", by=library.keys.actor, on=[card]) as act:
        paging.change(act, library, record, None)
        origin.forget(act, card)
        act.erase([record])
