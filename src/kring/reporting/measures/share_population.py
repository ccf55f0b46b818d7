"""Shares of a population: need a figure from outside."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="share_population",
    unit=Unit.PERCENT,
    says=_("figure relative to a population"),
    how=NotHeld(
        reason=_("This needs a population figure from outside, and none is kept here."),
        ask=_("the statistics service of the region"),
    ),
)
