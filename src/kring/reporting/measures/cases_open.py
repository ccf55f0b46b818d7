"""Cases open on a day: the stock (domain rule COU-05)."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import standing
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="cases_open",
    unit=Unit.CASE,
    says=_("dossiers with a role decision up to and including the day, not closed by its evening"),
    how=OfFacts(CASE, standing, stock=True),
    base=_("dossiers, not persons; each once, by holder"),
    traps=(
        _("how it stood on one day, not the total of a year"),
        _("registers of another law are not added"),
    ),
)
