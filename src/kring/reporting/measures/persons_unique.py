"""Distinct persons: the person of a dossier once, however often the role was taken."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import persons, standing
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="persons_unique",
    unit=Unit.PERSON,
    says=_("persons with a dossier open in the period, or on the day; each once, however often it was taken up again"),
    how=OfFacts(CASE, persons, on_day=standing),
    base=_("who has dossiers in two circles counts twice: one circle does not know of the other"),
    traps=(
        _("persons, not dossiers and not contacts"),
        _("groups that overlap do not add up to the whole"),
    ),
)
