"""The line of every field of the library in the field catalogue."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY = Category.TECHNICAL, Category.ORDINARY
TERM = "kept as long as the team learns from it; about our work, never about a client"
ORIGIN = "forgotten ninety days after it was written, and with the dossier"


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str) -> Field:
    return Field(purpose, ORDINARY, TERM, sealed=True)


FIELDS: Mapping[str, Field] = {
    "exchange.Library.id": _clear("names the library; random"),
    "exchange.Library.mac": _clear("shows that the row was written by us"),
    "exchange.Library.code": _clear("that there is one"),
    "exchange.LibraryRecord.id": _clear("names the record; random"),
    "exchange.LibraryRecord.lock": _clear("which lock the record lies under"),
    "exchange.LibraryRecord.lock_version": _clear("which version of the lock sealed it"),
    "exchange.LibraryRecord.revision": _clear("refuses a write on top of somebody else's"),
    "exchange.LibraryRecord.blob": _sealed("the content itself, encrypted"),
    "exchange.LibraryRecord.kind": _clear("a card, a collection or a page of words"),
    "exchange.LibraryRecord.on": _clear("the day it was written, to list the newest first"),
    "exchange.LibraryRecord.number": _clear("the order in which they came"),
    "exchange.LibraryRecord.page": _clear("by which page of words a card is found"),
    "exchange.LessonCard.title": _sealed("the lesson in one sentence"),
    "exchange.LessonCard.situation": _sealed("in which situation it was learned, with nobody in it"),
    "exchange.LessonCard.helped": _sealed("what helped"),
    "exchange.LessonCard.not_helped": _sealed("what did not help"),
    "exchange.LessonCard.domains": _sealed("in which life domains; to find it by"),
    "exchange.LessonCard.form": _sealed("how one worked; to find it by"),
    "exchange.LessonCard.by": _sealed("which colleague wrote it"),
    "exchange.CardCollection.name": _sealed("what the collection is called"),
    "exchange.CardCollection.why": _sealed("what it is for"),
    "exchange.CardCollection.cards": _sealed("which cards are in it"),
    "exchange.WordPage.cards": _sealed("which cards the lines are of"),
    "exchange.WordPage.lines": _sealed("the plain words of the cards, to find them by"),
    "exchange.CardOrigin.dossier": Field("lets its writer go back to the dossier", TECHNICAL, ORIGIN, sealed=True),
}
