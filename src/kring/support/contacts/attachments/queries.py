"""Looks at attachments whose journal is open: all of a dossier, one of them, its file piece by piece, its picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from kring.support.contacts.attachments.content import AttachmentContent, PreviewContent
from kring.support.contacts.attachments.models import Attachment, AttachmentPiece, AttachmentPreview
from kring.support.dossier.models import Dossier
from kring.vault import pieces
from kring.vault.gate import Keys
from kring.vault.pieces import Whole
from kring.vault.primitives import Key
from kring.vault.refusals import Refused

JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment with its record opened."""

    row: Attachment
    content: AttachmentContent


def of_dossier(keys: Keys, dossier: Dossier) -> list[Kept]:
    """Every attachment, the newest first; [] when the part is shut."""
    if not keys.holds(dossier.id, JOURNAL):
        return []
    rows = [Kept(row, keys.open(row, AttachmentContent)) for row in Attachment.objects.filter(dossier=dossier)]
    return sorted(rows, key=lambda one: one.content.at, reverse=True)


def one_of(keys: Keys, dossier: Dossier, attachment: str) -> Kept:
    """One attachment of this dossier. Raises `Refused`."""
    row = Attachment.objects.filter(id=attachment, dossier=dossier).first()
    if row is None:
        raise Refused
    return Kept(row, keys.open(row, AttachmentContent))


def content_of(kept: Kept) -> Iterator[bytes]:
    """The file, piece by piece; the first is opened at once. Raises `Refused` when a piece is not as it was sealed."""
    opened = file_of(kept.row.id, kept.content)
    first = next(opened)

    def whole() -> Iterator[bytes]:
        yield first
        yield from opened

    return whole()


def file_of(attachment: str, content: AttachmentContent) -> Iterator[bytes]:
    """The file of an attachment whose record is open. Raises `Refused` at the first piece that is not as sealed."""
    sealed, whole = sealed_pieces(attachment, content.pieces), Whole(content.pieces, content.length)
    return pieces.opened(Key(content.key), attachment, sealed, whole)


def preview_of(keys: Keys, kept: Kept) -> bytes:
    """The small picture. Raises `Refused` when there is none."""
    row = AttachmentPreview.objects.filter(attachment=kept.row.id).first()
    if row is None:
        raise Refused
    return keys.open(row, PreviewContent).jpeg


def sealed_pieces(attachment: str, number: int) -> Iterator[bytes]:
    """The pieces of a file as they lie there, one at a time, in order. Raises `Refused` when one is missing."""
    rows = AttachmentPiece.objects.filter(attachment=attachment).values_list("blob", flat=True)
    for at in range(number):
        blob = rows.filter(number=at).first()
        if blob is None:
            raise Refused
        yield bytes(blob)
