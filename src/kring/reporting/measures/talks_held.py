"""Clarification talks that took place: the invisible work."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import TALK

MEASURE = Measure(
    code="talks_held",
    unit=Unit.TALK,
    says=_("clarification talks that took place, one a referral"),
    how=OfFacts(TALK, during(TALK)),
)
