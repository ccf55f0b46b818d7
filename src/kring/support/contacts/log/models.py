"""Sealed rows of the stream of a dossier. In the clear: which dossier, on which day, what sort of row; nothing else."""

from django.db import models

from kring.vault.rows import SealedRow


class ContactRecord(SealedRow):
    """One row of the stream of a dossier. `form` says which content class it holds; `of` is the row it is about.

    A correction and a pin have the day of what they are about, so that a page of the stream holds them together.
    """

    class Form(models.TextChoices):
        CONTACT = "contact"
        SHARED = "shared"
        CORRECTION = "correction"
        PIN = "pin"
        SENSITIVE = "sensitive"
        OWN = "own"

    dossier = models.ForeignKey("support.Dossier", models.CASCADE, related_name="stream", null=True, db_index=False)
    on = models.DateField()
    form = models.CharField(max_length=10, choices=Form.choices)
    of = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["dossier", "on"])]  # which finds them by dossier alone as well


class SharedContact(SealedRow):
    """A contact of several dossiers, written once: its key lies in the journal of each."""
