"""A concern in the clear: of which partner, since when. What was seen lies sealed."""

from django.db import models

from kring.concerns.partners.models import Partner
from kring.vault.rows import MacedModel, SealedRow


class Concern(MacedModel):
    """One concern. Its id is the bundle of its lock. It goes with its partner, half a year after the last day."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="concerns")
    opened_on = models.DateField()


class ConcernRecord(SealedRow):
    """`ConcernContent` under the part `concern`."""

    concern = models.OneToOneField(Concern, models.CASCADE, related_name="record")
