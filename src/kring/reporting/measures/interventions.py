"""Recorded actions with or for somebody: contacts made, which may stand in several life domains."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import made
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CONTACT

MEASURE = Measure(
    code="interventions",
    unit=Unit.CONTACT,
    says=_("contacts that were made with or for somebody; one may stand in several domains"),
    how=OfFacts(CONTACT, made),
    base=_("events, not persons: the persons stand beside them"),
    traps=(
        _("one person can drive the whole series"),
        _("kinds overlap: shares add up to more than a hundred"),
    ),
)
