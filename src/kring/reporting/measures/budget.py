"""Money available: kept in the books of the town."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="budget",
    unit=Unit.EURO,
    says=_("amount available"),
    how=NotHeld(
        reason=_("Money is kept in the books of the town, not here."),
        ask=_("the finance service"),
    ),
)
