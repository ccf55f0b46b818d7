"""The versions of the town's selection rules, in the clear: they are about records, never about somebody."""

from django.db import models

from kring.team.retention.rules import Destination, Rule, Series, Trigger
from kring.vault.rows import MacedModel


class SelectionRule(MacedModel):
    """One version of a rule. A version is followed, never changed; what was destroyed names the one it went by.

    sample: one in so many is kept (0: all). seed: what they are drawn with, the id of the first version.
    """

    later = {"sample": 0, "seed": ""}

    series = models.CharField(max_length=10, choices=Series.choices)
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=12)
    months = models.PositiveIntegerField()
    most_months = models.PositiveIntegerField(default=0)
    trigger = models.CharField(max_length=8, choices=Trigger.choices)
    destination = models.CharField(max_length=7, choices=Destination.choices)
    reference = models.CharField(max_length=160)
    from_on = models.DateField()
    until_on = models.DateField()
    by = models.CharField(max_length=22)
    written_at = models.DateTimeField()
    sample = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=22, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_rule_a_number"),
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="rule_ends_after_begin"),
        ]

    @property
    def rule(self) -> Rule:
        """What it says."""
        return Rule(
            Series(self.series),
            self.code,
            self.months,
            Trigger(self.trigger),
            Destination(self.destination),
            self.reference,
            self.most_months,
            self.number,
            self.from_on,
            self.until_on,
            self.id,
            self.sample,
            self.seed,
        )
