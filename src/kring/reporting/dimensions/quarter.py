"""Quarters: they part the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, nothing

DIMENSION = Dimension(
    code="quarter",
    says=_("quarter"),
    how=nothing,
    time=True,
)
