"""An application: one row in the clear for the list and the budget, and the sealed records of it.

In the clear: when it came, under which rules, how much was asked, how far it is. Never a title, a name, an address.
"""

from django.db import models

from kring.pot.applying.codelists import State
from kring.pot.regulation.models import GrantRegulation
from kring.vault.rows import MacedModel, SealedRow


class Application(MacedModel):
    """One application. Its id is the bundle of its two locks.

    applicant: an HMAC of the account, so that a second application of the same organisation is recognised.
    """

    later = {"weighed": 0}

    regulation = models.ForeignKey(GrantRegulation, models.PROTECT, related_name="applications")
    code_hash = models.CharField(max_length=64, unique=True)
    applicant = models.CharField(max_length=64, db_index=True)
    arrived_at = models.DateTimeField()
    asked_euro = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    granted_euro = models.PositiveIntegerField(default=0)
    decided_on = models.DateField(null=True)
    weighed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "arrived_at"])]


class ApplicationRecord(SealedRow):
    """A sealed part of an application: the project, its initiators, a file that was sent along (`sent_1`...)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "kind"], name="one_record_a_kind")]
