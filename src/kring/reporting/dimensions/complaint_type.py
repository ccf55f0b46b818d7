"""Kinds of complaint between neighbours: a register of its own."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="complaint_type",
    says=_("kind of complaint"),
    how=NotHeld(
        reason=_("This belongs to a register of another law."),
        ask=_("the neighbourhood mediation"),
    ),
)
