"""Keeping what arrived with a dossier, giving it back, and taking it away for good."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from kring.support.contacts.attachments import preview
from kring.support.contacts.attachments.content import AttachmentContent, PreviewContent
from kring.support.contacts.attachments.kinds import PICTURES
from kring.support.contacts.attachments.models import Attachment, AttachmentPiece, AttachmentPreview
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.dossier.actions import at_hand
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.vault import pieces
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.models import Lock
from kring.vault.pieces import Whole
from kring.vault.primitives import Key
from kring.vault.refusals import Refused

JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment with its record opened."""

    row: Attachment
    content: AttachmentContent


def check_may_add(opened: Opened) -> None:
    """Raise `Refused` when the part exists and is shut: asked before a byte of a file is read."""
    dossier = opened.dossier.id
    if not opened.holds(JOURNAL) and Lock.objects.filter(bundle=dossier, part=JOURNAL).exists():
        raise Refused


def keep(opened: Opened, files: Sequence[Arriving], *, sort: str = "", words: str = "", once: str) -> list[str]:
    """Keep files that arrived whole; their ids. Sent twice they are kept once. Raises `Refused`, `NotTaken`."""
    pictures = {one.id: _picture(one) for one in files if one.kind in PICTURES}
    dossier, now = opened.dossier, timezone.now()
    with acting("attachments.add", by=opened.keys.actor, on=[dossier.id]) as act:
        keys = at_hand(act, opened.keys, dossier, JOURNAL)
        what = " ".join(f"{one.name} {one.kind} {one.whole.length}" for one in files)
        lock = keys.part(dossier.id, JOURNAL).lock
        if act.once(f"attach {once} {sort} {words} {what}", lock=lock, outcome=dossier.id) is not None:
            return []
        for one in files:
            picture = pictures.get(one.id)
            content = AttachmentContent(
                name=one.name[:200],
                kind=one.kind,
                key=one.key,
                pieces=one.whole.pieces,
                length=one.whole.length,
                by=opened.keys.actor,
                at=now,
                sort=sort,
                words=words,
                preview=picture is not None,
            )
            row = Attachment(id=one.id, dossier=dossier)
            keys.seal(row, content, bundle=dossier.id, part=JOURNAL)
            act.add(row)
            if picture is not None:
                small = AttachmentPreview(attachment=one.id)
                keys.seal(small, PreviewContent(picture), bundle=dossier.id, part=JOURNAL)
                act.add(small)
            AttachmentPiece.objects.filter(attachment=one.id).update(kept=True)
            act.on.append(one.id)
    return [one.id for one in files]


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
    content = kept.content
    opened = pieces.opened(
        Key(content.key), kept.row.id, _sealed(kept.row.id, content.pieces), Whole(content.pieces, content.length)
    )
    first = next(opened)

    def whole() -> Iterator[bytes]:
        yield first
        yield from opened

    return whole()


def preview_of(keys: Keys, kept: Kept) -> bytes:
    """The small picture. Raises `Refused` when there is none."""
    row = AttachmentPreview.objects.filter(attachment=kept.row.id).first()
    if row is None:
        raise Refused
    return keys.open(row, PreviewContent).jpeg


def throw_away(opened: Opened, attachment: str) -> None:
    """Take an attachment away for good: the ledger lists its record, which has the key. Raises `Refused`."""
    kept = one_of(opened.keys, opened.dossier, attachment)
    with acting("attachments.throw_away", by=opened.keys.actor, on=[opened.dossier.id, attachment]) as act:
        act.erase(AttachmentPreview.objects.filter(attachment=attachment))
        act.erase([kept.row])
        AttachmentPiece.objects.filter(attachment=attachment).delete()


def _picture(one: Arriving) -> bytes | None:
    return preview.drawn(pieces.opened(one.key, one.id, _sealed(one.id, one.whole.pieces), one.whole))


def _sealed(attachment: str, number: int) -> Iterator[bytes]:
    """One piece at a time, in order."""
    rows = AttachmentPiece.objects.filter(attachment=attachment).values_list("blob", flat=True)
    for at in range(number):
        blob = rows.filter(number=at).first()
        if blob is None:
            raise Refused
        yield bytes(blob)
