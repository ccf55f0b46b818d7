"""Handing over to police, justice or another level: each is a decision in words, none is counted."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="escalations",
    unit=Unit.CASE,
    says=_("handing over to police, justice or another level"),
    how=NotHeld(
        reason=_("What is told to police or justice is one colleague’s decision in words, and never counted."),
        ask=_("the local police or the prosecution"),
    ),
)
