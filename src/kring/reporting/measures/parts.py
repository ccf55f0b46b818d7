"""What ratios are made of and nobody asks for by itself."""

from django.utils.translation import gettext_lazy as _

from kring.reporting import staff
from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, OfStaff, Unit
from kring.reporting.subjects import CONTACT

PARTS = {
    one.code: one
    for one in (
        Measure(
            code="contacted",
            unit=Unit.PERSON,
            says=_("persons with at least one contact"),
            how=OfFacts(CONTACT, during(CONTACT), once=True),
            traps=(_("who was taken up again in the period, with contacts before and after, counts in both"),),
            version=2,
        ),
        Measure(
            code="carriers_fte",
            unit=Unit.FTE,
            says=_("full-time equivalents of those whose work lies in dossiers"),
            how=OfStaff(staff.carriers_fte),
        ),
    )
}
