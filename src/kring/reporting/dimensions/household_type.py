"""Single or family: not written down as a code."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="household_type",
    says=_("single or family"),
    how=NotHeld(
        reason=_("This is not written down in a dossier."),
        ask=_("the head of service"),
    ),
)
