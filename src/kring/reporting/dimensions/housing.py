"""Where somebody lives or sleeps: stands in words, never as a code."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="housing",
    says=_("housing situation"),
    how=NotHeld(
        reason=_("This is not written down in a dossier."),
        ask=_("the head of service"),
    ),
)
