"""How often one place may send referrals. A school stands behind one address, so it is generous, and it always ends."""

from datetime import timedelta

from kring.vault import throttle

MOST, WINDOW = 40, timedelta(minutes=30)
MAILS, A_DAY = 3, timedelta(days=1)


class TooOften(Exception):
    """More came from one place than anybody types; the sender waits a little and loses nothing."""


def check(address: str) -> None:
    """Count a referral from this address. Raises `TooOften`; within an act that then counts for nothing."""
    if throttle.count("referral", address, WINDOW) > MOST:
        raise TooOften


def may_mail(address: str) -> bool:
    """Whether the public form may still make us write to this mail address today: anybody can type anybody's."""
    return throttle.count("mail by the form", address.lower(), A_DAY) <= MAILS
