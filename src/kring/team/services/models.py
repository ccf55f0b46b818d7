"""The directory in the clear: public facts of organisations, nothing of a client (docs/decisions/0055)."""

from django.db import models

from kring.vault.rows import MacedModel


class DirectoryEntry(MacedModel):
    """One organisation, service or location. `document` is the whole of it; the other columns find it again.

    outside_id: its id in HSDS. words: what it is searched by, without accents. current: it is offered now.
    """

    kind = models.CharField(max_length=20)
    outside_id = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    words = models.TextField()
    current = models.BooleanField(default=True)
    document = models.TextField()
    changed_by = models.CharField(max_length=22)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "outside_id"], name="one_entry_a_kind_and_id")]
        indexes = [models.Index(fields=["kind", "name"])]
