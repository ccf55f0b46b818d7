"""Keeping what arrived with a dossier, and taking it away for good."""

from collections.abc import Sequence

from django.utils import timezone

from kring.support.contacts.attachments import preview
from kring.support.contacts.attachments.content import AttachmentContent, PreviewContent
from kring.support.contacts.attachments.kinds import PICTURES
from kring.support.contacts.attachments.models import Attachment, AttachmentPiece, AttachmentPreview
from kring.support.contacts.attachments.queries import JOURNAL, one_of, sealed_pieces
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.dossier.actions import at_hand
from kring.support.dossier.opening import Opened
from kring.vault import pieces
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys
from kring.vault.models import Lock


def check_may_add(opened: Opened) -> None:
    """Raise `Refused` when the part exists and is shut: asked before a byte of a file is read."""
    dossier = opened.dossier.id
    if not opened.holds(JOURNAL) and Lock.objects.filter(bundle=dossier, part=JOURNAL).exists():
        raise opened.keys.refusal(dossier, JOURNAL)


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
                preview=pictures.get(one.id) is not None,
            )
            _add(act, keys, Attachment(id=one.id, dossier=dossier), content, pictures.get(one.id))
    return [one.id for one in files]


def throw_away(opened: Opened, attachment: str) -> None:
    """Take an attachment away for good: the ledger lists its record, which has the key. Raises `Refused`."""
    kept = one_of(opened.keys, opened.dossier, attachment)
    with acting("attachments.throw_away", by=opened.keys.actor, on=[opened.dossier.id, attachment]) as act:
        act.erase(AttachmentPreview.objects.filter(attachment=attachment))
        act.erase([kept.row])
        AttachmentPiece.objects.filter(attachment=attachment).delete()


def drop_orphans() -> None:
    """Take away the pieces of files whose record is gone: a back-up brings them back, and nothing opens them."""
    there = Attachment.objects.values("id")
    AttachmentPiece.objects.filter(kept=True).exclude(attachment__in=there).delete()


def _picture(one: Arriving) -> bytes | None:
    return preview.drawn(pieces.opened(one.key, one.id, sealed_pieces(one.id, one.whole.pieces), one.whole))


def _add(act: Act, keys: Keys, row: Attachment, content: AttachmentContent, picture: bytes | None) -> None:
    bundle = row.dossier_id
    keys.seal(row, content, bundle=bundle, part=JOURNAL)
    act.add(row)
    if picture is not None:
        small = AttachmentPreview(attachment=row.id)
        keys.seal(small, PreviewContent(picture), bundle=bundle, part=JOURNAL)
        act.add(small)
    AttachmentPiece.objects.filter(attachment=row.id).update(kept=True)
    act.on.append(row.id)
