"""The library in the clear, its sealed cards and collections, and the sealed pages of words they are found by.

In the clear is how many cards there are, on which day each was written and by which page of words it is found.
"""

from django.db import models

from kring.vault.rows import MacedModel, SealedRow


class Library(MacedModel):
    """The one library of the team. Its id is the bundle of its lock."""

    code = models.CharField(max_length=10, unique=True)


class LibraryRecord(SealedRow):
    """`LessonCard`, `CardCollection` or `WordPage` under the part `cards`; `kind` says which.

    page: of a card, the id of the page of words it is found by.
    """

    class Kind(models.TextChoices):
        CARD = "card"
        COLLECTION = "collection"
        PAGE = "page"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    number = models.PositiveIntegerField()
    page = models.CharField(max_length=22, default="")

    class Meta:
        indexes = [models.Index(fields=["kind", "number"])]
