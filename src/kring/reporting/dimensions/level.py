"""Level of education: schools keep it."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="level",
    says=_("level of education"),
    how=NotHeld(
        reason=_("Schools keep the figures of their pupils themselves."),
        ask=_("the school or the education service"),
    ),
)
