"""A referral by the referrer's code: one look-up by its HMAC, whatever was typed."""

from kring.support.intake.codes import code_hash
from kring.support.intake.models import Referral
from kring.vault.refusals import Refused


def by_code(code: str) -> Referral:
    """The referral this code was given for. Raises `Refused`."""
    found: Referral | None = Referral.objects.filter(code_hash=code_hash(code)).first()
    if found is None:
        raise Refused
    return found.verified()
