"""The line of every field of this register in its own field catalogue; written in the steps, gathered here."""

from collections.abc import Mapping

from kring.mediation.figures.fields import FIELDS as OF_FIGURES
from kring.mediation.files.fields import FIELDS as OF_FILES
from kring.mediation.party.fields import FIELDS as OF_PARTIES
from kring.vault.catalogue import Field

FIELDS: Mapping[str, Field] = {**OF_FILES, **OF_PARTIES, **OF_FIGURES}
