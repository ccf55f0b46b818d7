"""The town's wording in the clear: it is about nobody (docs/decisions/0054). A version is followed, never changed."""

from django.db import models

from kring.vault.rows import MacedModel


class Wording(MacedModel):
    """One version of the text of a letter in a language, or of a fact of the town (`language` is "")."""

    code = models.CharField(max_length=30)
    language = models.CharField(max_length=2, default="")
    number = models.PositiveIntegerField()
    text = models.TextField()
    by = models.CharField(max_length=22)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "language", "number"], name="one_wording_a_number")]
