"""Cases that were open at some time in a period: stock at the start and inflow."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import served
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="cases_served",
    unit=Unit.CASE,
    says=_("dossiers open at the start of the period, and those begun in it"),
    how=OfFacts(CASE, served),
    base=_("dossiers, not persons; each once, by holder"),
    traps=(_("years cannot be added: a long dossier stands in each"),),
)
