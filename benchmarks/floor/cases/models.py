"""Plain rows with the indexes their lists need. No protection of any kind: that is the point."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class Referral(models.Model):
    """One message about somebody, from the public form or from the mailbox."""

    code = models.CharField(max_length=16, unique=True)
    channel = models.CharField(max_length=8, default="form")
    message_id = models.CharField(max_length=255, unique=True, null=True)
    received_at = models.DateTimeField(default=timezone.now)
    referrer_kind = models.CharField(max_length=20, blank=True)
    referrer_name = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    tried = models.TextField(blank=True)
    urgency = models.CharField(max_length=10, default="weeks")
    age_group = models.CharField(max_length=10, blank=True)
    domains = models.JSONField(default=list, blank=True)
    client_knows = models.CharField(max_length=10, blank=True)
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    decided_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["assigned_to", "decided_on"])]


class Client(models.Model):
    """The person a dossier is about."""

    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["first_name", "last_name"])]

    @property
    def label(self) -> str:
        return f"{self.first_name} {self.last_name[:1]}."

    @property
    def initials(self) -> str:
        return self.first_name[:1] + self.last_name[:1]


class Phase(models.TextChoices):
    NETWORK = "network", "Netwerk"
    CONSULTATION = "consultation", "Cliëntoverleg"
    PLAN = "plan", "Plan"
    FOLLOWUP = "followup", "Opvolging"
    CLOSING = "closing", "Afsluiting"


RHYTHMS = {7: "elke week", 14: "elke 2 weken", 21: "elke 3 weken", None: "geen ritme afgesproken"}


class Dossier(models.Model):
    """One case with its holder and deputy; lists add the last contact and the next step by annotation."""

    number = models.CharField(max_length=12, unique=True)
    client = models.ForeignKey(Client, models.PROTECT)
    programme = models.CharField(max_length=20)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="held")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="joined", null=True)
    phase = models.CharField(max_length=12, choices=Phase)
    rhythm_days = models.PositiveSmallIntegerField(null=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["holder", "closed_on"]),
            models.Index(fields=["deputy", "closed_on"]),
        ]

    last_contact_on: date | None
    next_step: str | None
    next_step_on: date | None

    @property
    def quiet_days(self) -> int | None:
        return (timezone.localdate() - self.last_contact_on).days if self.last_contact_on else None

    @property
    def is_quiet(self) -> bool:
        return self.rhythm_days is not None and (self.quiet_days or 0) > self.rhythm_days

    @property
    def rhythm(self) -> str:
        return RHYTHMS[self.rhythm_days]


class Contact(models.Model):
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="contacts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    held_on = models.DateField()
    text = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["dossier", "-held_on"])]


class Action(models.Model):
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["dossier", "done_on", "due_on"])]
