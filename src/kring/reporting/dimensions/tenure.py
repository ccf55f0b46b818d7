"""Owner or tenant: belongs to neighbourhood mediation."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="tenure",
    says=_("owner or tenant"),
    how=NotHeld(
        reason=_("This belongs to a register of another law."),
        ask=_("the neighbourhood mediation"),
    ),
)
