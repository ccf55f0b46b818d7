"""Rows of the retention desk, in the clear: counts, days and numbers. Not a word of what was in a dossier.

The item of a batch is erased with what it names; the declaration that stays knows it by a pseudonym alone.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.privacy.preserving.models import Archive
from kring.team.retention.rules import Series
from kring.vault.rows import MacedModel


class Batch(MacedModel):
    """What is proposed together for destruction under one version of one rule. name: the year and a number in it.

    request: the number of the person's request that asks for it before the term (ARC-06), else "".
    """

    later = {"request": ""}

    class State(models.TextChoices):
        PROPOSED = "proposed", _("waits for two approvals")
        DESTROYING = "destroying", _("is being destroyed")
        DONE = "done", _("destroyed, with a declaration")
        DROPPED = "dropped", _("called off")

    name = models.CharField(max_length=10, unique=True)
    series = models.CharField(max_length=10, choices=Series.choices)
    rule = models.CharField(max_length=22)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    contents = models.CharField(max_length=64)
    made_by = models.CharField(max_length=22)
    made_on = models.DateField()
    ended_on = models.DateField(null=True)
    request = models.CharField(max_length=8, default="")


class BatchItem(MacedModel):
    """One dossier or referral of a batch, by its id and the number people know. Gone once it was destroyed.

    tries: how often destroying it went wrong.
    """

    later = {"tries": 0}

    class State(models.TextChoices):
        PROPOSED = "proposed", _("in this batch")
        HELD = "held", _("postponed")
        LEFT_OUT = "left_out", _("not over any more")
        UNKEPT = "unkept", _("no archive has its file yet, comes back in a next batch")
        STUCK = "stuck", _("could not be destroyed, comes back in a next batch")

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    subject = models.CharField(max_length=22, db_index=True)
    number = models.CharField(max_length=8)
    over_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "subject"], name="once_in_a_batch")]


class Approval(MacedModel):
    """That somebody of an office approves exactly these contents (ARC-05)."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="approvals")
    person = models.CharField(max_length=22)
    office = models.CharField(max_length=30)
    contents = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "person"], name="one_approval_a_person"),
            models.UniqueConstraint(fields=["batch", "office"], name="one_approval_an_office"),
        ]


class Hold(MacedModel):
    """Why a number may not be destroyed for now, whose question that is, and until when (ARC-04)."""

    class Reason(models.TextChoices):
        ACCESS_REQUEST = "access_request", _("pending access request")
        COMPLAINT = "complaint", _("complaint")
        LITIGATION = "litigation", _("court case")

    number = models.CharField(max_length=8, db_index=True)
    reason = models.CharField(max_length=14, choices=Reason.choices)
    reference = models.CharField(max_length=12, default="")
    owner = models.CharField(max_length=22)
    placed_on = models.DateField()
    until_on = models.DateField()


class DestructionDeclaration(MacedModel):
    """That one dossier or referral was destroyed: by which rule, when, on whose approval, and how much of it.

    kept_*: the file that an archive got first, when the rule says to keep.
    """

    later = {"kept_on": None, "kept_digest": "", "kept_to": ""}

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="declarations")
    pseudonym = models.CharField(max_length=14, unique=True)
    rule = models.CharField(max_length=22)
    first = models.CharField(max_length=22)
    second = models.CharField(max_length=22)
    destroyed_on = models.DateField()
    locks = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    kept_on = models.DateField(null=True)
    kept_digest = models.CharField(max_length=64, default="")
    kept_to = models.CharField(max_length=5, choices=Archive.choices, default="")
