"""Client consultations that were held; no body of another law is among them (LIV-01)."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import MEETING

MEASURE = Measure(
    code="meetings",
    unit=Unit.MEETING,
    says=_("client consultations that were held"),
    how=OfFacts(MEETING, during(MEETING)),
    base=_("consultations around a client; meetings of other bodies are not held here"),
)
