"""Referrals not decided yet on a day."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import waiting
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import REFERRAL

MEASURE = Measure(
    code="waiting_now",
    unit=Unit.REFERRAL,
    says=_("referrals that had come in by the day and were not decided by its evening"),
    how=OfFacts(REFERRAL, waiting, stock=True),
    base=_("referrals with us, not waiting lists of services"),
    traps=(_("who waits may already be helped elsewhere: nobody here knows"),),
)
