"""To whom something was handed over outside care: never counted."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="escalation_target",
    says=_("to whom it was handed over"),
    how=NotHeld(
        reason=_("What is told to police or justice is one colleague’s decision in words, and never counted."),
        ask=_("the local police or the prosecution"),
    ),
)
