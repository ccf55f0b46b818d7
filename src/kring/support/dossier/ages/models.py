"""One row a look: sealed whole, since the day of it would tell a birthday."""

from django.db import models

from kring.vault.rows import SealedRow


class AgeReviewRecord(SealedRow):
    """An `AgeReview` under the part `identity`."""

    dossier = models.ForeignKey("support.Dossier", models.CASCADE, related_name="age_reviews")
