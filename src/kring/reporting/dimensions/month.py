"""Months: they part the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, nothing

DIMENSION = Dimension(
    code="month",
    says=_("month"),
    how=nothing,
    time=True,
)
