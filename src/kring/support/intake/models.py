"""Rows of a referral: one in the clear for the board, and the sealed record it is filed under.

In the clear is what the board needs without a key: when, how, what kind of referrer, how urgent, whose turn it is.
Never a word of what was written, never an address.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.support.intake.codelists import Channel, ReferrerKind, Urgency
from kring.support.intake.moments.models import TalkMoment
from kring.vault.rows import MacedModel, SealedRow

__all__ = ["Referral", "ReferralRecord", "TalkMoment"]


class Referral(MacedModel):
    """One referral on the board. Its id is the bundle of its lock once it is filed."""

    later = {
        "mail_at": None,
        "mail_returned": False,
        "first_answer_at": None,
        "reminded_at": None,
        "merged_into": "",
        "word": "",
        "word_on": None,
    }

    class Lane(models.TextChoices):
        NEW = "new", _("New")
        TALK_PLANNED = "talk_planned", _("Talk planned")
        DECIDING = "deciding", _("Decide together")
        WAITING = "waiting_referrer", _("Waits for the referrer")
        DECIDED = "decided", _("Decided")

    class Outcome(models.TextChoices):
        NONE = "", ""
        TALK_ENOUGH = "talk_enough", _("The talk was enough")
        ROLE = "role", _("We take a role")
        BETTER_PLACED = "better_placed", _("Somebody else is better placed")
        NO_ROLE = "no_role", _("No role")
        LATER = "later", _("Later, with a date")
        ACUTE = "acute", _("Acute danger: 112 was called")
        MERGED = "merged", _("Put together with another referral")
        WITHDRAWN = "withdrawn", _("Withdrawn by the referrer")

    class Word(models.TextChoices):
        NONE = "", ""
        KNOWN = "known", _("We know each other")
        TABLE = "table", _("There is a table")
        CLOSED = "closed", _("It is closed")

    card = models.CharField(max_length=8, unique=True)
    code_hash = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    referrer_kind = models.CharField(max_length=12, choices=ReferrerKind.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    arrived_at = models.DateTimeField()
    filed = models.BooleanField(default=False)
    to_look_at = models.BooleanField(default=False)
    machine = models.BooleanField(default=False)
    lane = models.CharField(max_length=16, choices=Lane.choices, default=Lane.NEW)
    asked = models.CharField(max_length=22, default="")
    role_asked = models.CharField(max_length=22, default="")
    asked_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    talk_at = models.DateTimeField(null=True)
    proposed = models.CharField(max_length=14, choices=Outcome.choices, default=Outcome.NONE)
    proposed_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=14, choices=Outcome.choices, default=Outcome.NONE)
    decided_on = models.DateField(null=True)
    again_on = models.DateField(null=True)
    word = models.CharField(max_length=6, choices=Word.choices, default=Word.NONE)
    word_on = models.DateField(null=True)
    mail_at = models.DateTimeField(null=True)
    mail_returned = models.BooleanField(default=False)
    first_answer_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    merged_into = models.CharField(max_length=22, default="")

    class Meta:
        indexes = [models.Index(fields=["lane", "arrived_at"])]


class ReferralRecord(SealedRow):
    """A filed part of a referral under its own lock: the content, the original message, notes of the talk."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=12)
