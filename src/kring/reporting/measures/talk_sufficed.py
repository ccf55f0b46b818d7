"""Referrals where the talk itself was enough."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.conditions import with_outcome
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.subjects import DECISION

MEASURE = Measure(
    code="talk_sufficed",
    unit=Unit.REFERRAL,
    says=_("referrals that ended because the talk was enough"),
    how=OfFacts(DECISION, with_outcome(DECISION, "talk_enough")),
    base=_("by the day of the decision"),
)
