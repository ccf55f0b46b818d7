"""Contacts that were noted in dossiers, tries among them; a unit of its own, never added to cases."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CONTACT

MEASURE = Measure(
    code="contacts",
    unit=Unit.CONTACT,
    says=_("contacts noted in the period, tries too; one that stands in two dossiers counts in each"),
    how=OfFacts(CONTACT, during(CONTACT), beside="contacted"),
    base=_("contacts in dossiers; tallies of the street are not added"),
    traps=(
        _("contacts, not dossiers and not persons"),
        _("what was corrected counts as it stands now; what should not have been written does not count"),
    ),
    version=2,
)
