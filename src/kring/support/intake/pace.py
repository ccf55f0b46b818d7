"""How often one place may send referrals. A school stands behind one address, so it is generous, and it always ends."""

from datetime import timedelta

from kring.vault import throttle

MOST, WINDOW = 40, timedelta(minutes=30)


class TooOften(Exception):
    """More came from one place than anybody types; the sender waits a little and loses nothing."""


def check(address: str) -> None:
    """Count a referral from this address. Raises `TooOften`; within an act that then counts for nothing."""
    if throttle.count("referral", address, WINDOW) > MOST:
        raise TooOften
