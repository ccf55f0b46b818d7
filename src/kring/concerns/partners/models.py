"""A partner in the clear: since when, until when. Who it is, and where, lies sealed."""

from django.db import models

from kring.vault.rows import MacedModel, SealedRow


class Partner(MacedModel):
    """Somebody who may raise concerns. Its id is the bundle of its lock. until_on: the last day."""

    circle = models.CharField(max_length=22, db_index=True)
    from_on = models.DateField()
    until_on = models.DateField()


class PartnerRecord(SealedRow):
    """`PartnerContent` under the part `partner`."""

    partner = models.OneToOneField(Partner, models.CASCADE, related_name="record")


class PartnerLink(MacedModel):
    """The link principal behind a partner's page; its extract is named by `bundle`. At most one a partner."""

    partner = models.OneToOneField(Partner, models.CASCADE, related_name="link")
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()
