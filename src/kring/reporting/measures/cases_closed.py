"""Cases closed in a period: the outflow."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CLOSING

MEASURE = Measure(
    code="cases_closed",
    unit=Unit.CASE,
    says=_("dossiers closed in the period"),
    how=OfFacts(CLOSING, during(CLOSING)),
    base=_("dossiers, not persons; each once, by holder"),
)
