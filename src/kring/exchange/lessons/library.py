"""The library as one colleague opens it: one lock that every circle that carries dossiers holds, made at first use."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from kring.exchange import access
from kring.exchange.lessons.content import CardCollection, LessonCard
from kring.exchange.lessons.models import Library, LibraryRecord
from kring.exchange.meetings.actions import holders
from kring.team import queries as team
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.codec import Content
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Principal
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

Kind = LibraryRecord.Kind
CODE, PART = "lessons", "cards"
NEWEST = 24


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """The open key of the library, of which it is the bundle."""

    id: str
    keys: Keys

    def seal(self, record: LibraryRecord, content: Content) -> None:
        """Seal content into a record, in memory."""
        self.keys.seal(record, content, bundle=self.id, part=PART)

    @property
    def lock(self) -> str:
        """The id of its lock."""
        return self.keys.part(self.id, PART).lock

    def card(self, card: str) -> tuple[LibraryRecord, LessonCard]:
        """One card with its row. Raises `Refused`."""
        record = self._one(card, Kind.CARD)
        return record, self.keys.open(record, LessonCard)

    def collection(self, collection: str) -> tuple[LibraryRecord, CardCollection]:
        """One collection with its row. Raises `Refused`."""
        record = self._one(collection, Kind.COLLECTION)
        return record, self.keys.open(record, CardCollection)

    def cards(self, ids: Iterable[str]) -> list[tuple[LibraryRecord, LessonCard]]:
        """These cards, in this order; one that is gone is left out."""
        asked = list(ids)
        rows = LibraryRecord.objects.filter(id__in=asked, kind=Kind.CARD).in_bulk()
        there = [rows[one] for one in asked if one in rows]
        return list(zip(there, self.keys.open_all(LibraryRecord, there, LessonCard), strict=True))

    def newest(self) -> list[tuple[LibraryRecord, LessonCard]]:
        """The cards that were written last."""
        rows = list(LibraryRecord.objects.filter(kind=Kind.CARD).order_by("-number", "id")[:NEWEST])
        return list(zip(rows, self.keys.open_all(LibraryRecord, rows, LessonCard), strict=True))

    def collections(self) -> list[tuple[LibraryRecord, CardCollection]]:
        """All collections, by name."""
        return self._collections(list(LibraryRecord.objects.filter(kind=Kind.COLLECTION)))

    def card_and_collections(
        self, card: str
    ) -> tuple[LibraryRecord, LessonCard, list[tuple[LibraryRecord, CardCollection]]]:
        """One card and all collections, in one query. Raises `Refused`."""
        rows = list(LibraryRecord.objects.filter(Q(id=card, kind=Kind.CARD) | Q(kind=Kind.COLLECTION)))
        [*found] = (one for one in rows if one.kind == Kind.CARD)
        if not found:
            raise Refused
        others = [one for one in rows if one.kind == Kind.COLLECTION]
        return found[0], self.keys.open(found[0], LessonCard), self._collections(others)

    def _collections(self, rows: list[LibraryRecord]) -> list[tuple[LibraryRecord, CardCollection]]:
        opened = self.keys.open_all(LibraryRecord, rows, CardCollection)
        return sorted(zip(rows, opened, strict=True), key=lambda one: (one[1].name.casefold(), one[0].id))

    def _one(self, asked: str, kind: str) -> LibraryRecord:
        row: LibraryRecord | None = LibraryRecord.objects.filter(id=asked, kind=kind).first()
        if row is None:
            raise Refused
        return row


def open_library(session: Session, *, act: str, verb: Verb = Verb.OPENED) -> OpenLibrary:
    """The library, made now when there was none. Raises `Refused` to who belongs to no circle of casework."""
    row = Library.objects.filter(code=CODE).first() or _found(session)
    keys = gate.entering(session, act=act, of=[row.verified().id], parts=[PART], verb=verb)
    return OpenLibrary(row.id, keys)


def _found(session: Session) -> Library:
    """Two who come at once make one: the row of the first circle is the turnstile."""
    circles = team.groups(access.CIRCLES)
    if not circles or session.person not in {one.principal for one in team.members_of_all(access.CIRCLES)[0]}:
        raise Refused
    with acting("exchange.library", by=session.person) as act:
        Principal.objects.select_for_update(no_key=True).get(id=circles[0].principal)
        there: Library | None = Library.objects.filter(code=CODE).first()
        if there is not None:
            return there
        library = new_id()
        sharing.found(act, bundle=library, parts={PART: holders("")})
        return act.add(Library(id=library, code=CODE))
