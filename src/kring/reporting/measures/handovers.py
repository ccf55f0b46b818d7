"""Warm referrals onward: somebody of us went along."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import HANDOVER

MEASURE = Measure(
    code="handovers",
    unit=Unit.HANDOVER,
    says=_("onward referrals where somebody of us went along"),
    how=OfFacts(HANDOVER, during(HANDOVER)),
)
