"""Cases in which at least one client consultation was held."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import MEETING

MEASURE = Measure(
    code="meeting_cases",
    unit=Unit.CASE,
    says=_("dossiers with at least one client consultation in the period"),
    how=OfFacts(MEETING, during(MEETING), once=True),
    base=_("dossiers, not persons; each once, by holder"),
)
