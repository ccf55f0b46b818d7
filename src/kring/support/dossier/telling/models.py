"""One row each time: sealed whole; that it was told, and when to look again, the task says."""

from django.db import models

from kring.vault.rows import SealedRow


class TellingRecord(SealedRow):
    """A `Telling` under the part `journal`."""

    dossier = models.ForeignKey("support.Dossier", models.CASCADE, related_name="tellings")
