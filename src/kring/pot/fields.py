"""The line of every field of the project pot in the field catalogue; written in the steps, gathered here."""

from collections.abc import Mapping

from kring.pot.applying.fields import FIELDS as OF_APPLICATIONS
from kring.pot.deciding.fields import FIELDS as OF_DECISIONS
from kring.pot.paying.fields import FIELDS as OF_PAYMENTS
from kring.pot.regulation.fields import FIELDS as OF_REGULATIONS
from kring.vault.catalogue import Field

FIELDS: Mapping[str, Field] = {**OF_REGULATIONS, **OF_APPLICATIONS, **OF_DECISIONS, **OF_PAYMENTS}
