"""The line of every field of an attachment in the field catalogue."""

from kring.support.dossier.fields import WITH_DOSSIER
from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


def _row(model: str) -> dict[str, Field]:
    return {
        f"support.{model}.id": _clear("names the record; random"),
        f"support.{model}.lock": _clear("which lock the record lies under"),
        f"support.{model}.lock_version": _clear("which version of the lock sealed it"),
        f"support.{model}.revision": _clear("refuses a write on top of somebody else's"),
        f"support.{model}.blob": _sealed("the content itself, encrypted", SPECIAL),
    }


FIELDS = {
    **_row("Attachment"),
    "support.Attachment.dossier": _clear("which dossier it belongs to"),
    **_row("AttachmentPreview"),
    "support.AttachmentPreview.attachment": _clear("which attachment it is a picture of"),
    "support.AttachmentPiece.id": _clear("names the row"),
    "support.AttachmentPiece.attachment": _clear("which attachment the piece is of"),
    "support.AttachmentPiece.number": _clear("its place in the file"),
    "support.AttachmentPiece.blob": _sealed("a piece of the file, encrypted under the key in its record", SPECIAL),
    "support.AttachmentPiece.arrived_at": _clear("to tidy what was never finished"),
    "support.AttachmentPiece.kept": _clear("whether the file came in whole"),
    "support.AttachmentContent.name": _sealed("to find the file again", SPECIAL),
    "support.AttachmentContent.kind": _sealed("to open it with the right program"),
    "support.AttachmentContent.key": _sealed("opens the pieces", TECHNICAL),
    "support.AttachmentContent.pieces": _sealed("shows that none is missing", TECHNICAL),
    "support.AttachmentContent.length": _sealed("shows that nothing is cut off", TECHNICAL),
    "support.AttachmentContent.by": _sealed("which colleague added it"),
    "support.AttachmentContent.at": _sealed("when it was added"),
    "support.AttachmentContent.sort": _sealed("what colleagues call it; optional"),
    "support.AttachmentContent.words": _sealed("what it is, in a few words; optional", SPECIAL),
    "support.AttachmentContent.preview": _sealed("whether there is a small picture", TECHNICAL),
    "support.PreviewContent.jpeg": _sealed("a small picture, to know which file it is", SPECIAL),
}
