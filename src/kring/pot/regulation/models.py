"""A version of the grant regulation: public rules about nobody, in the clear."""

from django.db import models

from kring.vault.rows import MacedModel


class GrantRegulation(MacedModel):
    """What holds from a day on. Of two that begin on one day the higher number holds.

    criteria: one a line, its weight in front. budget_lines: one a line, the euros of a year behind it.
    """

    number = models.PositiveIntegerField(unique=True)
    from_on = models.DateField()
    aim = models.CharField(max_length=1000)
    decision_body = models.CharField(max_length=80)
    most_euro = models.PositiveIntegerField()
    most_a_year = models.PositiveSmallIntegerField()
    initiators = models.PositiveSmallIntegerField()
    lead_days = models.PositiveSmallIntegerField()
    decide_days = models.PositiveSmallIntegerField()
    advance_percent = models.PositiveSmallIntegerField()
    evidence_days = models.PositiveSmallIntegerField()
    criteria = models.CharField(max_length=2000)
    budget_lines = models.CharField(max_length=1000)
    published_on = models.DateField()
    published_by = models.CharField(max_length=22)
