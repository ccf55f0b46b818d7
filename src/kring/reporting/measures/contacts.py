"""Contacts that were made, each once, also when it stands in two dossiers."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import made
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CONTACT

MEASURE = Measure(
    code="contacts",
    unit=Unit.CONTACT,
    says=_("contacts that were made in the period; one that stands in two dossiers counts once"),
    how=OfFacts(CONTACT, made),
    base=_("contacts in dossiers; tallies of the street are not added"),
)
