"""One row a request in the clear, for the clock; one sealed row for what it says. The dossier by its id alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel, SealedRow


class PersonRequest(MacedModel):
    """A request that was taken down; open until `done_on`. number: random, it names neither dossier nor person."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("A copy of the file")
        RECTIFICATION = "rectification", _("Own words beside ours")
        RESTRICTION = "restriction", _("Freeze a part")
        OBJECTION = "objection", _("Objection")
        ERASURE = "erasure", _("Erase the file")

    number = models.CharField(max_length=8, unique=True)
    dossier = models.CharField(max_length=22, db_index=True)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    asked_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["done_on", "due_on"])]


class RequestRecord(SealedRow):
    """`RequestContent` under the part `requests` of the dossier."""

    request = models.OneToOneField(PersonRequest, models.CASCADE, related_name="record")
