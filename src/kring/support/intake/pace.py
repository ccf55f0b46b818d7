"""How often one place may send referrals. A school stands behind one address, so it is generous, and it always ends."""

from datetime import timedelta

from django.db import transaction

from kring.vault import throttle

PACE = ((20, timedelta(minutes=5)), (100, timedelta(hours=6)))
"""How many referrals in how long."""


def too_often(address: str) -> bool:
    """Count one referral from this address; whether it is more than anybody types."""
    with transaction.atomic():
        tries = [(throttle.count(f"referral {window}", address, window), most) for most, window in PACE]
    return any(made > most for made, most in tries)
