"""A flag for complex cases: no mark is put on anybody."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="complexity",
    says=_("complex case"),
    how=NotHeld(
        reason=_("No scale is put on anybody."),
        ask=_("the head of service"),
    ),
)
