"""Full-time equivalents of the team: on a day, or the mean over a period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting import staff
from kring.reporting.measures.measure import Measure, OfStaff, Unit

MEASURE = Measure(
    code="fte",
    unit=Unit.FTE,
    says=_("full-time equivalents of the team; over a period the mean of its days"),
    how=OfStaff(staff.fte),
    traps=(_("it changes during a year: the mean counts, not the last day"),),
)
