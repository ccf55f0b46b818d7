"""Volunteers: they belong to registers of another law."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="volunteers",
    unit=Unit.VOLUNTEER,
    says=_("volunteers active"),
    how=NotHeld(
        reason=_("Volunteers mediate between neighbours: that is a register of its own."),
        ask=_("the neighbourhood mediation"),
    ),
)
