"""One row: a half hour in which a colleague can talk with a referrer, and whose it is now."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel


class TalkMoment(MacedModel):
    """A moment of one colleague. `referral`: the public id of who asked for it, "" while it is free.

    `place` is sealed under the server key file: it is told after confirmation, to who has the code.
    """

    class State(models.TextChoices):
        FREE = "free", _("free")
        REQUESTED = "requested", _("asked for")
        CONFIRMED = "confirmed", _("confirmed")

    colleague = models.CharField(max_length=22)
    starts_at = models.DateTimeField()
    place = models.BinaryField(max_length=300)
    state = models.CharField(max_length=9, choices=State.choices, default=State.FREE)
    referral = models.CharField(max_length=22, default="")

    class Meta:
        indexes = [models.Index(fields=["state", "starts_at"])]
        constraints = [
            models.UniqueConstraint(fields=["colleague", "starts_at"], name="one_talk_at_a_time"),
            models.UniqueConstraint(
                fields=["referral"], condition=~models.Q(referral=""), name="one_moment_a_referral"
            ),
            models.CheckConstraint(
                condition=models.Q(state="free", referral="") | (~models.Q(state="free") & ~models.Q(referral="")),
                name="free_is_nobodys",
            ),
        ]
