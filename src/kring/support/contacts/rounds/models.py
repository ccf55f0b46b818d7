"""One sealed table for what a circle has of the street: its spots, its rounds, contacts noted without a dossier.

In the clear is which circle, which of the three, the day and whether it is current: not where, who or how many.
"""

from django.db import models

from kring.vault.rows import SealedRow


class StreetRecord(SealedRow):
    """`SpotContent`, `RoundContent` or `StreetContact` under the circle's part `street`; `kind` says which."""

    class Kind(models.TextChoices):
        SPOT = "spot"
        ROUND = "round"
        CONTACT = "contact"

    circle = models.CharField(max_length=22)
    kind = models.CharField(max_length=7, choices=Kind.choices)
    day = models.DateField()
    current = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["circle", "kind", "current", "day"])]
