"""Staff heads of the team on the last day of the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting import staff
from kring.reporting.measures.measure import Measure, OfStaff, Unit

MEASURE = Measure(
    code="headcount",
    unit=Unit.HEAD,
    says=_("colleagues of the team on the last day of the period, each once"),
    how=OfStaff(staff.heads),
)
