"""Rows of a dossier in the clear, and the sealed rows that hang from it.

In the clear is only what the gate, the reminders and the lists of one colleague need (security.md 4.16): no name, no
programme, no phase.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.ages.models import AgeReviewRecord
from kring.support.dossier.agreements.models import AgreementToShare
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.takeover.models import TakeOver
from kring.support.dossier.telling.models import TellingRecord
from kring.vault.rows import MacedModel, SealedRow

__all__ = [
    "AgeReviewRecord",
    "AgreementToShare",
    "BlindToken",
    "CoWorker",
    "Dossier",
    "GlassBreak",
    "HouseholdLink",
    "IdentityRecord",
    "ReferralCopy",
    "Summary",
    "TakeOver",
    "Task",
    "TellingRecord",
]


class Dossier(MacedModel):
    """One dossier in one circle, carried by a holder and a deputy. Its id is the bundle of its locks."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    number = models.CharField(max_length=8, unique=True)
    circle = models.CharField(max_length=22)
    holder = models.CharField(max_length=22)
    deputy = models.CharField(max_length=22)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    silent = models.BooleanField(default=False)
    retention_year = models.PositiveSmallIntegerField(null=True)
    fact_key = models.BinaryField(null=True)

    later = {"silent": False, "retention_year": None, "fact_key": None}

    class Meta:
        indexes = [
            models.Index(fields=["holder", "state"]),
            models.Index(fields=["deputy", "state"]),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(holder=models.F("deputy")), name="deputy_is_another"),
            models.CheckConstraint(
                condition=models.Q(state="open", closed_on=None) | models.Q(state="closed", closed_on__isnull=False),
                name="closed_has_a_date",
            ),
        ]


class CoWorker(MacedModel):
    """A colleague who works along on a dossier for a while, beside holder and deputy.

    until_on: the day it ended. agreed_until: the last day that was agreed; the key closes by itself after it.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="co_workers")
    person = models.CharField(max_length=22, db_index=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    agreed_until = models.DateField(null=True)

    later = {"agreed_until": None}


class Summary(SealedRow):
    """`SummaryContent` under the part `summary`: one a dossier."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="summary")


class IdentityRecord(SealedRow):
    """`Identity` under the part `identity`: at most one a dossier."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="identity")


class ReferralCopy(SealedRow):
    """What came with the referral, sealed again under the part `referral`; `kind` says which content class it is."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="referral_copies")
    kind = models.CharField(max_length=20)


class Disclosure(SealedRow):
    """`Disclosed` under a lock of its own, whose bundle is this row: that something left the circle, and the day."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="disclosures")
    on = models.DateField()


class BlindToken(SealedRow):
    """24 bits that stand for a whole name and birth date inside one circle; which dossier is sealed (`Referent`).

    Not in the journal's traces: an entry would name the dossier beside its token.
    """

    swept = False

    circle = models.CharField(max_length=22)
    token = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["circle", "token"])]


class Task(MacedModel):
    """Something a colleague owes by a date; what it is about is its kind, never a text.

    contact_from: of telling, the day from which a contact makes it due; None once somebody moved it (GDP-06).
    """

    class Kind(models.TextChoices):
        TELL_AT_FIRST_TALK = "tell_at_first_talk", _("Tell it at your first talk")
        AFTERCARE_FIRST = "aftercare_first", _("Ask how it goes, three months after closing")
        AFTERCARE_SECOND = "aftercare_second", _("Ask how it goes, six months after closing")
        LINKAGE_RUNS = "linkage_runs", _("Ask whether the referral still runs, three months after")
        COMPLETE_DISCLOSURE = "complete_disclosure", _("Complete what you told in haste")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    person = models.CharField(max_length=22)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    contact_from = models.DateField(null=True)

    later = {"contact_from": None}

    class Meta:
        indexes = [models.Index(fields=["person", "done_on", "due_on"])]
