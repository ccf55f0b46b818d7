"""Grants awarded: kept by the service that awards them."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="grants",
    unit=Unit.GRANT,
    says=_("grants awarded"),
    how=NotHeld(
        reason=_("Grants are no casework: who gets one is kept by the service that awards it."),
        ask=_("the service that runs the project pot"),
    ),
)
