"""The versions of the protocols with other bodies, in the clear: they are about bodies, never about somebody."""

from django.db import models

from kring.team.protocols.rules import Protocol
from kring.vault.rows import MacedModel


class SharingProtocol(MacedModel):
    """One version of a protocol, never changed; what was told names the one it went by. ended_on: it holds no more."""

    protocol = models.CharField(max_length=22)
    number = models.PositiveIntegerField()
    parties = models.CharField(max_length=400)
    purpose = models.CharField(max_length=400)
    categories = models.CharField(max_length=400)
    published = models.CharField(max_length=200)
    document = models.CharField(max_length=160)
    from_on = models.DateField()
    until_on = models.DateField()
    ended_on = models.DateField(null=True)
    by = models.CharField(max_length=22)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["protocol", "number"], name="one_protocol_a_number"),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="protocol_ends_after_begin"
            ),
        ]

    @property
    def said(self) -> Protocol:
        """What it says."""
        return Protocol(
            self.protocol,
            self.number,
            self.parties,
            self.purpose,
            self.categories,
            self.published,
            self.document,
            self.from_on,
            self.until_on,
            self.ended_on,
            self.id,
        )
