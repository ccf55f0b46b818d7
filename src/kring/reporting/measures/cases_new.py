"""Cases begun in a period: the inflow, re-openings too."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="cases_new",
    unit=Unit.CASE,
    says=_("dossiers in which a role was taken in the period, also those taken up again"),
    how=OfFacts(CASE, during(CASE), beginning=True),
    base=_("dossiers, not persons; each once, by holder"),
)
