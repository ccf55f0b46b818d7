"""What is counted beside the dossiers: referrals and talks somebody has under way, which are no dossiers."""

from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from django.utils.translation import ngettext


def referrals(principal: str) -> dict[str, Any]:
    """`beside_url` and `beside`: the board, and how many referrals this colleague has under way."""
    try:
        board = reverse("clarification:board")
        referral: Any = apps.get_model("support", "Referral")
    except (NoReverseMatch, LookupError):
        return {"beside_url": "", "beside": ""}
    count = referral.objects.filter(assigned_to=principal).exclude(state="decided").count()
    return {
        "beside_url": board,
        "beside": ngettext("%(count)s referral or talk", "%(count)s referrals and talks", count) % {"count": count},
    }
