"""The pieces of a file: everything that is written in it, opened once, with its marks and its words in plain lines.

What one may not open oneself is no piece: only its author can give that. Pieces come in the order of the parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.privacy.access import sources
from kring.privacy.access.telling import lines_of
from kring.support import access
from kring.support.contacts.log import notes
from kring.support.contacts.log.content import Contact, OwnNote, SensitiveNote
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.reading import ALONE, contacts_in
from kring.support.dossier import rows
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.disclosing.actions import PART as TOLD
from kring.support.dossier.marks.content import Marks
from kring.support.dossier.marks.rules import both
from kring.support.dossier.models import Disclosure, Dossier
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.names import Names
from kring.vault import codec, gate
from kring.vault.codec import Content
from kring.vault.gate import Keys, Session
from kring.vault.primitives import digest
from kring.vault.refusals import Refused

Form = ContactRecord.Form
UNMARKED = Marks()
OPENED = [*access.FOUNDED, notes.SENSITIVE, notes.OWN, TOLD]
CONTACT, CORRECTED = _("A contact"), _("A contact, as it was corrected")
SENSITIVE, OWN = _("A sensitive note"), _("A note for oneself")
BASICS, WHO = _("What the list shows"), _("Who it is")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in a file. id: of its row.

    digest: of its content, so that a decision about it ends when it changes. own: a working note of one colleague.
    """

    id: str
    part: str
    title: Promise
    content: Content
    digest: str
    on: date | None = None
    by: str = ""
    marks: Marks = UNMARKED
    own: bool = False


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A dossier with everything in it that this colleague may open. shut: sensitive notes of others that he may not."""

    opened: Opened
    identity: Identity | None
    pieces: list[Piece]
    shut: int
    names: Names = field(default_factory=dict)

    @property
    def dossier(self) -> Dossier:
        """Whose file it is."""
        return self.opened.dossier

    def lines(self, piece: Piece) -> list[tuple[str, str]]:
        """What a piece says, as labels and words."""
        return lines_of(piece.content, self.names)


def open_file(session: Session, dossier_id: str, *, act: str, along: bool = False) -> OpenFile:
    """Open the file, for who carries it; along: for who works along too, as far as his keys go. Raises `Refused`."""
    keys = gate.entering(
        session,
        act=act,
        of=[dossier_id],
        beside=[*_locks_of_their_own(dossier_id), notes.own_bundle(dossier_id, session.person)],
        parts=OPENED,
        strict=False,
        needed=["summary"],
    )
    dossier = rows.one(dossier_id)
    if dossier is None or not (along or session.person in (dossier.holder, dossier.deputy)):
        raise Refused
    opened = Opened(dossier, keys.open(dossier.summary, SummaryContent), keys)
    identity = keys.open(dossier.identity, Identity) if opened.holds("identity") else None
    pieces = [_piece("summary", dossier.summary.id, BASICS, opened.summary, on=dossier.opened_on)]
    pieces += [_piece("identity", dossier.identity.id, WHO, identity)] if identity else []
    stream, shut = _stream(keys, dossier_id)
    pieces += _in_order([*stream, *_beside(keys, dossier_id)])
    names = team.colleagues({dossier.holder, dossier.deputy, *(piece.by for piece in pieces if piece.by)})
    return OpenFile(opened, identity, pieces, shut, names)


def _locks_of_their_own(dossier: str) -> list[str]:
    """Bundles of the records of what was passed on, and of sensitive notes."""
    told = Disclosure.objects.filter(dossier=dossier).values_list("id")
    return [
        row
        for (row,) in told.union(ContactRecord.objects.filter(dossier=dossier, form=Form.SENSITIVE).values_list("id"))
    ]


def _stream(keys: Keys, dossier: str) -> tuple[list[Piece], int]:
    """Contacts with their corrections, and the notes under a lock of their own that open here."""
    found = list(ContactRecord.objects.filter(dossier=dossier).exclude(form=Form.PIN))
    held = {part.lock for part in keys.all_parts.values()}
    open_ones = [row for row in found if row.lock in held]
    contacts = contacts_in(keys, [row for row in open_ones if row.form in ALONE or row.form == Form.SHARED])
    corrected = _corrected(open_ones, contacts)
    pieces = []
    for row in open_ones:
        if row.id in contacts:
            one = contacts[row.id]
            title = CORRECTED if row.form == Form.CORRECTION else CONTACT
            marks = both(one.marks, corrected.get(row.of_id or row.id, one).marks)
            pieces.append(_piece("journal", row.id, title, one, on=_day(one.at), by=one.by, marks=marks))
        elif row.form == Form.SENSITIVE:
            note = keys.open(row, SensitiveNote)
            pieces.append(_piece("sensitive", row.id, SENSITIVE, note, on=row.on, by=note.by, marks=note.marks))
        elif row.form == Form.OWN:
            mine = keys.open(row, OwnNote)
            pieces.append(_piece("own_notes", row.id, OWN, mine, on=row.on, by=keys.actor, own=True))
    shut = sum(row.form == Form.SENSITIVE and row.lock not in held for row in found)
    return pieces, shut


def _corrected(rows: Iterable[ContactRecord], contacts: Mapping[str, Contact]) -> dict[str, Contact]:
    """Contact -> its last correction: a mark that is set there closes what was written before too."""
    found: dict[str, Contact] = {}
    for row in rows:
        if row.form == Form.CORRECTION and row.of_id:
            one = contacts[row.id]
            found[row.of_id] = max(found.get(row.of_id, one), one, key=lambda each: each.noted_at)
    return found


def _beside(keys: Keys, dossier: str) -> Iterable[Piece]:
    for row in sources.rows([dossier]):
        source = sources.SOURCES[row.at]
        part, kind = source.parts.get(row.kind, ""), source.contents.get(row.kind)
        bundle = row.id if part == TOLD else dossier
        if kind is None or not keys.holds(bundle, part) or row.lock != keys.part(bundle, part).lock:
            continue
        [content] = keys.open_all(source.model, [row], kind)
        said, by = source.said(content), getattr(content, "by", "") or ""
        yield _piece(part, row.id, source.title, said, on=_when(said), by=by, marks=source.marks(content))


def _piece(
    part: str,
    row: str,
    title: Promise,
    content: Content,
    *,
    on: date | None = None,
    by: str = "",
    marks: Marks = UNMARKED,
    own: bool = False,
) -> Piece:
    return Piece(row, part, title, content, digest(codec.pack(content)).hex()[:24], on, by, marks, own)


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """By part, and in a part by day."""
    order = {part: at for at, part in enumerate(access.NEED_TO_KNOW)}
    return sorted(pieces, key=lambda one: (order[one.part], one.on or date.min, one.id))


def _when(content: Any) -> date | None:
    return next((_day(when) for name in ("on", "at", "noted_on") if (when := getattr(content, name, None))), None)


def _day(when: date | datetime) -> date:
    return timezone.localtime(when).date() if isinstance(when, datetime) else when
