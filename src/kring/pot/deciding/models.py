"""Who weighed an application or has a tie with it, in the clear; what he thinks of the project, sealed."""

from django.db import models

from kring.pot.applying.models import Application
from kring.vault.rows import MacedModel, SealedRow


class Weighing(MacedModel):
    """One colleague beside one application. tie: he has a tie with the applicant, so he neither weighs nor decides."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="weighings")
    person = models.CharField(max_length=22)
    tie = models.BooleanField(default=False)
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "person"], name="one_weighing_a_person")]


class WeighingRecord(SealedRow):
    """`WeighingContent` under the part `project`."""

    weighing = models.OneToOneField(Weighing, models.CASCADE, related_name="record")
