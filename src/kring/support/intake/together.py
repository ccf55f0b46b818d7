"""Which referral one leads to after it was put together with another: rows in the clear, no key."""

from kring.support.intake.models import Referral


def standing(referral: Referral | None) -> Referral | None:
    """The referral itself, or the one it went into. Raises `Refused` for a row on the way that is not ours."""
    while referral is not None and referral.verified().merged_into:
        referral = Referral.objects.filter(id=referral.merged_into).first()
    return referral
