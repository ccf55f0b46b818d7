"""Days from the referral to the first contact, of cases begun in the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during, wait
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="wait_days",
    unit=Unit.DAY,
    says=_("days from the referral to the first contact, of dossiers begun in the period"),
    how=OfFacts(CASE, during(CASE), days=wait),
    base=_("only where both days are known"),
)
