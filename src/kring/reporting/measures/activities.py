"""Group activities: not written down."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="activities",
    unit=Unit.ACTIVITY,
    says=_("group activities"),
    how=NotHeld(
        reason=_("Group activities are not written down one by one."),
        ask=_("the head of service"),
    ),
)
