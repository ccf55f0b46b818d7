"""One row: which link leads to which referral, so that an answer without a session finds its place."""

from django.db import models

from kring.support.intake.models import Referral
from kring.vault.rows import MacedModel


class ReferrerLink(MacedModel):
    """A link principal for one referrer and one referral; its extract is named by `bundle`.

    An answered link keeps its row until the referral is destroyed; its key and its extract are gone by then.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        PROPOSAL = "proposal"

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
