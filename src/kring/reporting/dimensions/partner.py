"""Which partner takes part: stands in words in the dossier, never as a facet."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="partner",
    says=_("partner organisation"),
    how=NotHeld(
        reason=_("This is not written down in a dossier."),
        ask=_("the head of service"),
    ),
)
