"""Cases of a person whose dossier was closed before."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import reopened
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="cases_reopened",
    unit=Unit.CASE,
    says=_("dossiers taken up again in the period after a closing"),
    how=OfFacts(CASE, reopened, beginning=True),
    base=_("dossiers, not persons; each once, by holder"),
)
