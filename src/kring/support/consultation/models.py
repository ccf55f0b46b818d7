"""Rows of the consultations of a dossier: what is said lies sealed, in the clear is what a link or a calendar needs."""

from django.db import models

from kring.support.dossier.models import Dossier
from kring.vault.primitives import new_id
from kring.vault.rows import MacedModel, SealedRow


class ClientConsultation(SealedRow):
    """`ConsultationContent` under the part `minutes`: one for each consultation."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="consultations")


class CaseConsultation(SealedRow):
    """`CaseTable` under the part `minutes`: a consultation between professionals, inside the law alone (SEC-06)."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="case_consultations")


class ConsultationRecord(SealedRow):
    """Something said at or beside one consultation, under the part `minutes`; `kind` says which content class it is."""

    class Kind(models.TextChoices):
        AGREEMENT = "agreement"
        NOTES = "notes"

    consultation = models.ForeignKey(ClientConsultation, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=10, choices=Kind.choices)


class TableInvitation(MacedModel):
    """One person's way to the table: his link, the extract behind it, and his calendar item.

    attendee: HMAC of the address. said: what a calendar or the link answered; it decides nothing by itself.
    """

    class State(models.TextChoices):
        ASKED = "asked"
        ENDED = "ended"

    class Said(models.TextChoices):
        NOTHING = ""
        COMES = "comes"
        PERHAPS = "perhaps"
        NOT = "not"

    consultation = models.ForeignKey(ClientConsultation, models.CASCADE, related_name="invitations")
    seat = models.CharField(max_length=22)
    principal = models.CharField(max_length=22, unique=True)
    bundle = models.CharField(max_length=22)
    expires_at = models.DateTimeField()
    uid = models.CharField(max_length=22, unique=True, default=new_id)
    attendee = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    state = models.CharField(max_length=5, choices=State.choices, default=State.ASKED)
    said = models.CharField(max_length=8, choices=Said.choices, default=Said.NOTHING)
    said_at = models.DateTimeField(null=True)
