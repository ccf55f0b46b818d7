"""One row an appointment: in the clear whose hour it is, the rest sealed under the journal of the dossier."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.rows import SealedRow


class ClientAppointment(SealedRow):
    """A `Meeting` under the part `journal`. person: the colleague who goes; at: for reminders and the calendar."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="client_appointments")
    person = models.CharField(max_length=22)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "at"])]
