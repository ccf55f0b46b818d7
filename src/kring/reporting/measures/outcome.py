"""Closed cases by how they ended."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CLOSING

MEASURE = Measure(
    code="outcome",
    unit=Unit.CASE,
    says=_("dossiers closed in the period by how they ended"),
    how=OfFacts(CLOSING, during(CLOSING), split="outcome"),
    base=_("dossiers, not persons; each once, by holder"),
)
