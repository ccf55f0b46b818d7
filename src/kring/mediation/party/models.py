"""The link of one party, in the clear: which file and side, until when. Not where it was sent."""

from django.db import models

from kring.mediation.files.models import MediationFile, SideRecord
from kring.vault.rows import MacedModel


class PartyLink(MacedModel):
    """A link principal for one side; its extract is named by `bundle`. At most one a side at a time."""

    file = models.ForeignKey(MediationFile, models.CASCADE, related_name="links")
    side = models.CharField(max_length=1, choices=SideRecord.Side.choices)
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "side"], name="one_link_a_side")]
