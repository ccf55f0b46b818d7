"""Rows in the clear: which link leads to which referral, which calendar item was sent, which agenda is read where.

They let a request without a session find its place. No address stands here, and no word of what was written.
"""

from django.db import models

from kring.support.intake.models import Referral
from kring.vault.primitives import new_id
from kring.vault.rows import MacedModel


class ReferrerLink(MacedModel):
    """A link principal for one referrer and one referral; its extract is named by `bundle`.

    An answered link keeps its row until the referral is destroyed; its key and its extract are gone by then.
    """

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        PROPOSAL = "proposal"

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)


class TalkAppointment(MacedModel):
    """The calendar item of one who is invited to the talk: its own uid, and how often it changed.

    attendee: HMAC of the address. said: what the calendar or the link answered; it decides nothing by itself.
    """

    class State(models.TextChoices):
        ASKED = "asked"
        WITHDRAWN = "withdrawn"

    class Said(models.TextChoices):
        NOTHING = ""
        COMES = "comes"
        PERHAPS = "perhaps"
        ANOTHER_MOMENT = "another"
        NOT = "not"

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="appointments")
    uid = models.CharField(max_length=22, unique=True, default=new_id)
    attendee = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.ASKED)
    said = models.CharField(max_length=8, choices=Said.choices, default=Said.NOTHING)
    said_at = models.DateTimeField(null=True)


class AgendaFeed(MacedModel):
    """The secret address at which a colleague's own calendar reads his talks; lookup: HMAC of its secret."""

    person = models.CharField(max_length=22, unique=True)
    lookup = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
