"""Rows in the clear: from whom to whom a dossier goes, who is away, who is out alone. What is told is sealed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.models import Dossier
from kring.support.followup.linkage.models import OnwardReferralRecord  # noqa: F401  so that Django finds its table
from kring.vault.rows import MacedModel, SealedRow


class Handover(MacedModel):
    """One dossier offered by one colleague to another. Its id is the bundle of the lock its note lies under.

    deputy: who is deputy afterwards. batch: the same for dossiers that were offered together.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("waits for an answer")
        CALL_FIRST = "call_first", _("wants to call first")
        ACCEPTED = "accepted", _("accepted: the keys can move")
        REFUSED = "refused", _("does not fit now")
        TAKEN_BACK = "taken_back", _("taken back")
        DONE = "done", _("handed over")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="handovers")
    giver = models.CharField(max_length=22)
    receiver = models.CharField(max_length=22)
    deputy = models.CharField(max_length=22)
    batch = models.CharField(max_length=22)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["receiver", "state"]),
            models.Index(fields=["giver", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(state__in=["offered", "call_first", "accepted"]),
                name="one_handover_at_a_time",
            ),
            models.CheckConstraint(condition=~models.Q(receiver=models.F("giver")), name="handed_to_another"),
            models.CheckConstraint(condition=~models.Q(receiver=models.F("deputy")), name="another_deputy"),
        ]


class HandoverNote(SealedRow):
    """`HandoverContent`: one a handover."""

    handover = models.OneToOneField(Handover, models.CASCADE, related_name="note")


class Absence(MacedModel):
    """Days on which somebody is away, both included. Who said it, never why."""

    person = models.CharField(max_length=22)
    by = models.CharField(max_length=22)
    from_on = models.DateField()
    until_on = models.DateField()
    unexpected = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "until_on"])]


class EveningOut(MacedModel):
    """Somebody is out alone until a moment; where, lies sealed in the letterbox of the watcher."""

    class State(models.TextChoices):
        OUT = "out", _("out")
        CALLED = "called", _("not back in time")
        BACK = "back", _("back")

    person = models.CharField(max_length=22)
    watcher = models.CharField(max_length=22)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.OUT)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"]), models.Index(fields=["watcher", "state"])]
