"""The difference with the period before, of each other figure that is asked."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, OfOthers, Unit

MEASURE = Measure(
    code="trend",
    unit=Unit.RECORD,
    says=_("difference with the period just before"),
    how=OfOthers(trend=True),
    traps=(_("a period that is not over yet is not comparable"),),
)
