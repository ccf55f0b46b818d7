"""Referrals that came in, whatever became of them; never added to cases (COU-05)."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import during
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import REFERRAL

MEASURE = Measure(
    code="referrals",
    unit=Unit.REFERRAL,
    says=_("referrals that came in; two that were put together count once"),
    how=OfFacts(REFERRAL, during(REFERRAL)),
    traps=(_("referrals, not dossiers: they are never added"),),
)
