"""Households: dossiers are linked only for who has the key of both."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="households",
    unit=Unit.HOUSEHOLD,
    says=_("households or families"),
    how=NotHeld(
        reason=_("That dossiers belong together is seen only by who has both keys; it is not counted."),
        ask=_("the head of service"),
    ),
)
