"""Cost of one case or activity: needs amounts that are not held here."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="cost_per_unit",
    unit=Unit.EURO,
    says=_("amount divided by cases or activities"),
    how=NotHeld(
        reason=_("Money is kept in the books of the town, not here."),
        ask=_("the finance service"),
    ),
)
