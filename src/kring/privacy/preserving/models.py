"""That the file of a dossier was made for an archive: in the clear, not a word of it. Goes with the dossier."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel


class Archive(models.TextChoices):
    """To whom it goes. A list, not words: what is typed here would lie in the clear."""

    TOWN = "town", _("the archive of the town")
    STATE = "state", _("the State Archives")
    OTHER = "other", _("another public archive")


class Preserved(MacedModel):
    """One file for an archive, under one version of the rule. digest: SHA-256 of the file that was handed over."""

    dossier = models.CharField(max_length=22, db_index=True)
    number = models.CharField(max_length=8)
    rule = models.CharField(max_length=22)
    on = models.DateField()
    by = models.CharField(max_length=22)
    digest = models.CharField(max_length=64)
    to = models.CharField(max_length=5, choices=Archive.choices)
