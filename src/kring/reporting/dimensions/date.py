"""A reference date: part of the period, never a facet."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, nothing

DIMENSION = Dimension(
    code="date",
    says=_("the day on which it is looked at"),
    how=nothing,
    time=True,
)
