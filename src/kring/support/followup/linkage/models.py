"""The sealed row of an onward referral. In the clear: which dossier, and the task that asks after it."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class OnwardReferralRecord(SealedRow):
    """`OnwardReferral` under the part `plan`. task: id of the question, or ""."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="onward_referrals")
    task = models.CharField(max_length=22, default="")
