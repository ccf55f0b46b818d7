"""A file in the clear and its sealed parts.

In the clear is what lists and the schedule need: whose it is, whether mediators hold it now, when it goes. Not who,
what or how far it is.
"""

from django.db import models

from kring.vault.rows import MacedModel, SealedRow


class SanctionFile(MacedModel):
    """One file. Its id is the bundle of its locks. expires_on: the day from which it is destroyed by itself."""

    office = models.CharField(max_length=22, db_index=True)
    circle = models.CharField(max_length=22)
    opened_on = models.DateField()
    with_mediators = models.BooleanField(default=False)
    expires_on = models.DateField(db_index=True)


class PersonRecord(SealedRow):
    """`PersonContent` under the part `person`: one a file."""

    file = models.OneToOneField(SanctionFile, models.CASCADE, related_name="person")


class ResultRecord(SealedRow):
    """`ResultContent` under the part `result`: one a file, empty until the mediator reports."""

    file = models.OneToOneField(SanctionFile, models.CASCADE, related_name="result")


class DecisionRecord(SealedRow):
    """`DecisionContent` under the part `decision`: one a file."""

    file = models.OneToOneField(SanctionFile, models.CASCADE, related_name="decision")
