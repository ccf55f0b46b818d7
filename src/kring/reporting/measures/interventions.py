"""Recorded actions with or for somebody: the contacts that were noted, and the persons beside them."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CONTACT

MEASURE = Measure(
    code="interventions",
    unit=Unit.CONTACT,
    says=_("contacts noted with or for somebody, tries too"),
    how=OfFacts(CONTACT, during(CONTACT), beside="contacted"),
    base=_("events, not persons: the persons stand beside them"),
    traps=(
        _("one person can drive the whole series"),
        _("kinds overlap: shares add up to more than a hundred"),
    ),
    version=2,
)
