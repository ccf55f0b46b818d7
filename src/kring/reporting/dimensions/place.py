"""Where a contact was: sealed in the dossier, and told to nobody."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="place",
    says=_("where the contact was"),
    how=NotHeld(
        reason=_("How and where there was contact is sealed in the dossier and not counted."),
        ask=_("the head of service"),
    ),
)
