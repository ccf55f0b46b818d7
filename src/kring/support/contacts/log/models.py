"""Sealed rows of the stream of a dossier. In the clear: which dossier, on which day, what sort of row; nothing else."""

from django.db import models

from kring.vault.rows import CarryingRow, SealedRow


class ContactRecord(CarryingRow):
    """One row of the stream of a dossier. `form` says which content class it holds; `of` is the row it is about.

    A correction and a pin have the day of what they are about, so that a page of the stream holds them together.
    A contact and its last correction carry the fact of it until it is folded.
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

    later = {"told": None}

    class Meta:
        indexes = [
            models.Index(fields=["dossier", "on"]),  # which finds them by dossier alone as well
            models.Index(fields=["id"], name="contacts_with_a_fact", condition=models.Q(told__isnull=False)),
        ]


class SharedContact(SealedRow):
    """A contact of several dossiers, written once: its key lies in the journal of each."""
