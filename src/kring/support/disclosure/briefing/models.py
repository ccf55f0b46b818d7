"""The row of a letter upward: about which dossier, for whom. The bundle of its lock is the row itself."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class Briefing(SealedRow):
    """`BriefingContent` under a lock of its own. above: the letter this one passes on, or ""."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="briefings")
    reader = models.CharField(max_length=22, db_index=True)
    above = models.CharField(max_length=22, default="")
