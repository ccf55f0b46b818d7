"""The day on which articles of law move, as a person confirmed it: about the law, so in the clear."""

from django.db import models

from kring.vault.rows import MacedModel


class SwitchDate(MacedModel):
    """A confirmation that the new Criminal Code holds from a day on; the newest one counts."""

    number = models.PositiveIntegerField(unique=True)
    from_on = models.DateField()
    source = models.CharField(max_length=160)
    by = models.CharField(max_length=22)
    confirmed_at = models.DateTimeField()
