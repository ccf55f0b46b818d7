"""Role in a mediation: a register of its own."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="victim_or_actor",
    says=_("role in a mediation"),
    how=NotHeld(
        reason=_("This belongs to a register of another law."),
        ask=_("the mediator of municipal sanctions"),
    ),
)
