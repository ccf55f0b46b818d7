"""Rows of an attachment: its sealed record, its small picture, and the pieces of the file.

A piece is ciphertext without a trace in the journal: it lands while the file still comes in. The record, written in one
act when all is there, holds key, number and length, so that no piece can be changed, swapped or left out unseen.
"""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class Attachment(SealedRow):
    """`AttachmentContent` under the part `journal`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="attachments")


class AttachmentPreview(SealedRow):
    """`PreviewContent` under the part `journal`: at most one an attachment."""

    attachment = models.CharField(max_length=22, unique=True)


class AttachmentPiece(models.Model):
    """One piece of a file, sealed under the key in its record. `kept`: the record was written."""

    attachment = models.CharField(max_length=22)
    number = models.PositiveIntegerField()
    blob = models.BinaryField()
    arrived_at = models.DateTimeField(auto_now_add=True)
    kept = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attachment", "number"], name="one_piece_a_place")]
        indexes = [
            models.Index(fields=["arrived_at"], name="pieces_not_kept", condition=models.Q(kept=False)),
        ]
