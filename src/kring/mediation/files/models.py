"""A file in the clear, its sealed halves, and who helps on it for a while.

In the clear is what lists, reminders and the schedule need: which circle, since when, when it is asked how it holds.
Not who, where, about what, or how far it is.
"""

from django.db import models

from kring.vault.rows import MacedModel, SealedRow


class MediationFile(MacedModel):
    """One file between two parties. Its id is the bundle of its locks. It exists until it has ended, then no more."""

    circle = models.CharField(max_length=22, db_index=True)
    opened_on = models.DateField()
    follow_up_on = models.DateField(null=True)


class FileRecord(SealedRow):
    """`FileContent` under the part `file`: one a file."""

    file = models.OneToOneField(MediationFile, models.CASCADE, related_name="record")


class SideRecord(SealedRow):
    """`SideContent` under the part of its side: two a file, from the first call on."""

    class Side(models.TextChoices):
        A = "a"
        B = "b"

    file = models.ForeignKey(MediationFile, models.CASCADE, related_name="sides")
    side = models.CharField(max_length=1, choices=Side.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "side"], name="one_sheet_a_side")]


class Helper(MacedModel):
    """A volunteer who mediates in one file until a day. until_on: the last day; his key is withdrawn after it."""

    file = models.ForeignKey(MediationFile, models.CASCADE, related_name="helpers")
    person = models.CharField(max_length=22, db_index=True)
    from_on = models.DateField()
    until_on = models.DateField()
    ended_on = models.DateField(null=True)
