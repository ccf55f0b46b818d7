"""Referrals in which no role was taken though the talk was not enough."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import NOT_TAKEN, with_outcome
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import DECISION

MEASURE = Measure(
    code="not_taken",
    unit=Unit.REFERRAL,
    says=_("referrals in which we took no role, by what was decided"),
    how=OfFacts(DECISION, with_outcome(DECISION, *NOT_TAKEN), split="outcome"),
    base=_("by the day of the decision"),
)
