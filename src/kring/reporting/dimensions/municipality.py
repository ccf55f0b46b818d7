"""The municipality: one installation is one town."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="municipality",
    says=_("municipality"),
    how=NotHeld(
        reason=_("Each town has a Kring of its own: other municipalities are not in it."),
        ask=_("the other municipality"),
    ),
)
