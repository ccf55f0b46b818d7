"""Posts that were left in the period; posts that stand open are not held here."""

from django.utils.translation import gettext_lazy as _

from kring.reporting import staff
from kring.reporting.measures.measure import Measure, OfStaff, Unit

MEASURE = Measure(
    code="vacancies",
    unit=Unit.POST,
    says=_("appointments in the team that ended in the period; open posts and why people left are not held here"),
    how=OfStaff(staff.left),
)
