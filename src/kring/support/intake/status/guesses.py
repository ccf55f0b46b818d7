"""How often one place may try a code. Counted before anything is looked up, so that guesses at once count too."""

from datetime import timedelta

from kring.vault import throttle

MOST, WINDOW = 30, timedelta(minutes=30)


class TooMany(Exception):
    """More codes came from one place than anybody types; right or wrong, the next one waits."""


def check(address: str) -> None:
    """Count a code from this address. Raises `TooMany`."""
    if throttle.count("referral code", address, WINDOW) > MOST:
        raise TooMany
