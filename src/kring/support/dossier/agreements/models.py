"""One row an agreement, sealed whole: who it is about is nobody's business."""

from django.db import models

from kring.vault.rows import SealedRow


class AgreementToShare(SealedRow):
    """An `AgreedToShare` under the part `plan`."""

    dossier = models.ForeignKey("support.Dossier", models.CASCADE, related_name="agreements_to_share")
