"""One row each time the glass is broken: who, which dossier, when, and who looked into it. Never why, never what."""

from django.db import models

from kring.vault.rows import MacedModel


class GlassBreak(MacedModel):
    """The glass of one dossier was broken by somebody for one part. checked: by whom of the privacy office, and when.

    Its id is what the letters with the reason are about.
    """

    dossier = models.ForeignKey("support.Dossier", models.CASCADE, related_name="glass_breaks")
    by = models.CharField(max_length=22)
    part = models.CharField(max_length=10)
    at = models.DateTimeField(db_index=True)
    checked_by = models.CharField(max_length=22, default="")
    checked_at = models.DateTimeField(null=True)
