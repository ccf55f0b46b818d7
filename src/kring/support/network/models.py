"""One table: what hangs from a network, sealed. In the clear stands which dossier, and nothing of what a row is."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class NetworkRecord(SealedRow):
    """A `NetworkEntry` under the part `network`: a tie, a drawing together, or a factor."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="network_records")
