"""Intensive or punctual follow-up: no scale is put on anybody."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import NotHeld

DIMENSION = Dimension(
    code="intensity",
    says=_("intensive or punctual follow-up"),
    how=NotHeld(
        reason=_("No scale is put on anybody."),
        ask=_("the head of service"),
    ),
)
