"""Rows of a plan. Sealed: its records and its actions. In the clear of an action: only what a reminder needs.

A link to one action keeps its own row, so that a request without a session finds its place.
"""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import MacedModel, SealedRow


class PlanRecord(SealedRow):
    """A row of the plan, how one stood before, an agreed version or the client's version, under the part `plan`.

    What the client said behind the own link lies under the part `statements`.

    of: the record or the action that this is an earlier state of; of a statement, the row it stands beside.
    """

    class Kind(models.TextChoices):
        ROW = "row"
        EARLIER = "earlier"
        AGREEMENT = "agreement"
        SHEET = "sheet"
        STATEMENT = "statement"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="plan_records")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    of = models.CharField(max_length=22, default="", db_index=True)


class PlanAction(SealedRow):
    """An `Action` under the part `plan`; person is set when a colleague does it (security.md 4.16)."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="plan_actions")
    person = models.CharField(max_length=22, default="")
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "done_on"])]


class NudgeLink(MacedModel):
    """A link principal for the owner of one action; its extract is named by `bundle`."""

    action = models.CharField(max_length=22, db_index=True)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="nudge_links")
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()


class ClientLink(MacedModel):
    """The client's own link to the version the client chose for it; its extract is named by `bundle`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="client_links")
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()
