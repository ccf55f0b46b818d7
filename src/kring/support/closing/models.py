"""The sealed rows of an ending; when a dossier was closed stands on the dossier itself."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class ClosingRecord(SealedRow):
    """One thing written at or after a closing; `kind` says which content class it is."""

    class Kind(models.TextChoices):
        CLOSING = "closing"
        VERDICT = "verdict"
        AFTERCARE = "aftercare"
        REOPENING = "reopening"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="closing_records")
    kind = models.CharField(max_length=10, choices=Kind.choices)
