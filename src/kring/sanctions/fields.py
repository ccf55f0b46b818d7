"""The line of every field of this register in its own field catalogue; written in the steps, gathered here."""

from collections.abc import Mapping

from kring.sanctions.expiry.fields import FIELDS as OF_EXPIRY
from kring.sanctions.figures.fields import FIELDS as OF_FIGURES
from kring.sanctions.files.fields import FIELDS as OF_FILES
from kring.vault.catalogue import Field

FIELDS: Mapping[str, Field] = {**OF_FILES, **OF_EXPIRY, **OF_FIGURES}
