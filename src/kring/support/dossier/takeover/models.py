"""One row a round: how many lines a colleague pasted and what became of them. Not one word of the lines."""

from django.db import models

from kring.vault.rows import MacedModel


class TakeOver(MacedModel):
    """The count proof of one round; the constraint keeps its sum right."""

    person = models.CharField(max_length=22, db_index=True)
    at = models.DateTimeField()
    pasted = models.PositiveIntegerField()
    opened = models.PositiveIntegerField()
    there = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pasted=models.F("opened") + models.F("there") + models.F("refused")),
                name="every_line_is_counted",
            )
        ]
