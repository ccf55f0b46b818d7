"""School years, September to August: they part the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, nothing

DIMENSION = Dimension(
    code="school_year",
    says=_("school year, from September to August"),
    how=nothing,
    time=True,
)
