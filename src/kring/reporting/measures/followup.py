"""What came of each client consultation."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import MEETING

MEASURE = Measure(
    code="followup",
    unit=Unit.MEETING,
    says=_("client consultations by what came of them"),
    how=OfFacts(MEETING, during(MEETING), split="outcome"),
)
