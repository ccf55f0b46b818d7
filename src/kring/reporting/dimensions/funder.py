"""Who pays: kept in the books of the town."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="funder",
    says=_("source of the money"),
    how=NotHeld(
        reason=_("Money is kept in the books of the town, not here."),
        ask=_("the finance service"),
    ),
)
