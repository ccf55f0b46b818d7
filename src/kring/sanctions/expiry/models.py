"""That a file was destroyed because its term was over: days and counts, no id of it and nobody in it."""

from django.db import models

from kring.vault.rows import MacedModel


class ExpiryDeclaration(MacedModel):
    """One file. over_on: the day its term ended; destroyed_on: the day it went; how many locks and rows of it."""

    over_on = models.DateField()
    destroyed_on = models.DateField(db_index=True)
    locks = models.PositiveSmallIntegerField()
    rows = models.PositiveSmallIntegerField()
