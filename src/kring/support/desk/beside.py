"""What is counted beside the dossiers: referrals and talks somebody has under way, which are no dossiers."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import ngettext

from kring.support.intake.models import Referral


def referrals(principal: str) -> dict[str, Any]:
    """`beside_url` and `beside`: the board, and how many referrals this colleague has under way."""
    try:
        board = reverse("clarification:board")
    except NoReverseMatch:
        return {"beside_url": "", "beside": ""}
    count = Referral.objects.filter(asked=principal).exclude(lane=Referral.Lane.DECIDED).count()
    return {
        "beside_url": board,
        "beside": ngettext("%(count)s referral or talk", "%(count)s referrals and talks", count) % {"count": count},
    }
