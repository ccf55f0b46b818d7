"""A referral by the referrer's code: one look-up by its HMAC, whatever was typed."""

from kring.support.intake.codes import code_hash
from kring.support.intake.models import Referral
from kring.support.intake.together import standing
from kring.vault.refusals import Refused


def by_code(code: str) -> Referral:
    """The referral this code was given for, or the one it was put together with. Raises `Refused`."""
    found = standing(Referral.objects.filter(code_hash=code_hash(code)).first())
    if found is None:
        raise Refused
    return found
