"""A round of counting which fields are used: in the clear, when it began and ended. What is handed in lies sealed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel


class FieldRound(MacedModel):
    """One round. Its id is what the letters are about. Ended: the sums were destroyed. One is open at a time."""

    class State(models.TextChoices):
        OPEN = "open", _("is being counted")
        ENDED = "ended", _("ended")

    by = models.CharField(max_length=22)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    state = models.CharField(max_length=5, choices=State.choices, default=State.OPEN)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state"], name="one_round_of_fields", condition=models.Q(state="open")),
        ]
