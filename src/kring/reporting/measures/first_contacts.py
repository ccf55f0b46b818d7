"""Cases in which the client was reached for the first time in the period."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import first_contact
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import CASE

MEASURE = Measure(
    code="first_contacts",
    unit=Unit.CASE,
    says=_("dossiers in which the client was reached for the first time in the period"),
    how=OfFacts(CASE, first_contact),
    base=_("dossiers, not contacts; of the time the role was taken first"),
    traps=(_("how long it took stands in the days from referral to first contact"),),
)
