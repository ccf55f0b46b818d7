"""The records of drills: when, who, how long, what went wrong; in the clear, since nothing of a client is in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel


class Wrong(models.TextChoices):
    """What can go wrong in a drill. A fixed list: free words would lie in the clear."""

    NO_ENVELOPE = "no_envelope", _("an envelope was not found")
    OLD_CODE = "old_code", _("a code on paper was of before, and opened nothing")
    NOT_SEALED = "not_sealed", _("an envelope was open already")
    NOT_THERE = "not_there", _("a trustee could not be reached")
    NOT_CLEAR = "not_clear", _("somebody did not know what to do")
    MACHINE = "machine", _("the computer or the network did not work")


class RecoveryDrill(MacedModel):
    """One rehearsal by two trustees. opened_at: it worked. went_wrong: codes of `Wrong` between spaces."""

    bundle = models.CharField(max_length=22)
    request = models.CharField(max_length=22)
    first = models.CharField(max_length=22)
    second = models.CharField(max_length=22)
    begun_at = models.DateTimeField()
    first_paper_at = models.DateTimeField(null=True)
    second_paper_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    misses = models.PositiveSmallIntegerField(default=0)
    went_wrong = models.CharField(max_length=120, default="")


class RecoveryAnew(MacedModel):
    """That recovery is founded anew over three persons: asked, confirmed by two offices, stopped or done.

    trustees: three principals between spaces. keys: a digest of the public keys they had when it was asked.
    """

    trustees = models.CharField(max_length=80)
    keys = models.CharField(max_length=64)
    asked_by = models.CharField(max_length=22)
    asked_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=22, default="")
    office = models.CharField(max_length=30, default="")
    ended_at = models.DateTimeField(null=True)
    done = models.BooleanField(default=False)


class DrillReminder(MacedModel):
    """That everybody concerned was told a drill is due."""

    sent_at = models.DateTimeField()
