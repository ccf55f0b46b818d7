"""Kind of recipient of a grant: kept by the service that awards it."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="recipient_type",
    says=_("kind of recipient"),
    how=NotHeld(
        reason=_("Grants are no casework: who gets one is kept by the service that awards it."),
        ask=_("the service that runs the project pot"),
    ),
)
