"""What went to the finance department: a run, and its payments. Public money, in the clear; no name and no account.

Those of the payer are the town's own.
"""

from django.db import models

from kring.pot.applying.models import Application
from kring.pot.paying.codelists import Kind
from kring.vault.rows import MacedModel


class PaymentRun(MacedModel):
    """One file for finance. Never changed."""

    number = models.PositiveIntegerField(unique=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=22)
    pay_on = models.DateField()
    payer_name = models.CharField(max_length=70)
    payer_iban = models.CharField(max_length=34)


class Payment(MacedModel):
    """One payment of one grant. cents: below nothing for what has to come back. Each kind once a grant."""

    run = models.ForeignKey(PaymentRun, models.PROTECT, related_name="payments")
    application = models.ForeignKey(Application, models.CASCADE, related_name="payments")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    cents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "kind"], name="one_payment_a_kind")]
