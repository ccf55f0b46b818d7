"""Days a case lasted, of cases closed in the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import duration, during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CLOSING

MEASURE = Measure(
    code="duration_days",
    unit=Unit.DAY,
    says=_("days from role decision to closing, of dossiers closed in the period"),
    how=OfFacts(CLOSING, during(CLOSING), days=duration),
    traps=(_("open dossiers are not in it: the long ones come last"),),
)
