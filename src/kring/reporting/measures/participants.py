"""Attendances at group activities: not written down."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="participants",
    unit=Unit.ATTENDANCE,
    says=_("attendances at group activities"),
    how=NotHeld(
        reason=_("Group activities are not written down one by one."),
        ask=_("the head of service"),
    ),
)
