"""One row a link. In the clear: two places that only the server key can tell the dossiers of."""

from django.db import models

from kring.vault.rows import SealedRow


class HouseholdLink(SealedRow):
    """`Household` under a lock of its own, whose bundle is this row."""

    one = models.CharField(max_length=22, db_index=True)
    other = models.CharField(max_length=22, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="linked_once")]
