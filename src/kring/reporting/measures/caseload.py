"""Open cases per full-time equivalent of those who carry them."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, Ratio, Unit

MEASURE = Measure(
    code="caseload",
    unit=Unit.RATIO,
    says=_("dossiers open on the last day, per full-time equivalent of those whose work lies in dossiers"),
    how=Ratio("cases_open", "carriers_fte"),
    traps=(
        _("a dossier that two share counts once, by holder"),
        _("it says nothing of how heavy a dossier is"),
    ),
)
