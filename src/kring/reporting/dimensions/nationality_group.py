"""Nationality or origin: never held, of nobody."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="nationality_group",
    says=_("nationality or origin"),
    how=NotHeld(
        reason=_("Nationality and origin are not held, of nobody."),
        ask=_("the population service, for the town as a whole"),
    ),
)
