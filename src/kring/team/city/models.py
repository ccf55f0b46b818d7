"""Which account of the city is which colleague's. The row decides who is known, so it is MACed; it opens nothing."""

from django.db import models

from kring.team.models import Colleague
from kring.vault.rows import MacedModel


class CityAccount(MacedModel):
    """One account, one colleague. `account` is a one-way name of issuer and subject (said.py)."""

    colleague = models.OneToOneField(Colleague, models.PROTECT, related_name="city_account")
    account = models.CharField(max_length=64, unique=True)
    bound_at = models.DateTimeField()
