"""Collections: cards that belong together, for whoever begins something new."""

from dataclasses import replace

from kring.exchange.lessons.content import CardCollection
from kring.exchange.lessons.library import Kind, OpenLibrary
from kring.exchange.lessons.models import LibraryRecord
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


def gather(library: OpenLibrary, name: str, why: str, *, once: str) -> str:
    """A new collection, still empty; its id."""
    with acting("exchange.gather", by=library.keys.actor, on=[library.id]) as act:
        fresh = new_id()
        if (known := act.once(f"{once} {name} {why}", lock=library.lock, outcome=fresh)) is not None:
            return known
        record = LibraryRecord(id=fresh, kind=Kind.COLLECTION, on=today(), number=0)
        library.seal(record, CardCollection(name, why))
        act.add(record)
    return fresh


def put_in(library: OpenLibrary, collection: str, card: str) -> None:
    """Put a card into a collection; one that is in it stays there once. Raises `Refused`."""
    library.card(card)
    _change(library, collection, card, inside=True)


def take_out(library: OpenLibrary, collection: str, card: str) -> None:
    """Take a card out of a collection; the card stays. Raises `Refused`."""
    _change(library, collection, card, inside=False)


def _change(library: OpenLibrary, collection: str, card: str, *, inside: bool) -> None:
    with acting("exchange.collect", by=library.keys.actor, on=[collection, card]) as act:
        asked = LibraryRecord.objects.select_for_update(no_key=True).filter(id=collection, kind=Kind.COLLECTION)
        if (record := asked.first()) is None:
            raise Refused
        content = library.keys.open(record, CardCollection)
        others = tuple(one for one in content.cards if one != card)
        library.seal(record, replace(content, cards=(*others, card) if inside else others))
        act.rewrite(record)
