"""Share of the closed cases with each outcome."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, Ratio, Unit

MEASURE = Measure(
    code="outcome_rate",
    unit=Unit.PERCENT,
    says=_("share of the dossiers closed in the period, by how they ended"),
    how=Ratio("outcome", "cases_closed", percent=True),
    base=_("denominator: all dossiers closed in the period"),
    traps=(_("a rate says nothing without its denominator"),),
)
