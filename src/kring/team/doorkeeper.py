"""The check at the front door: slow down first, then stretch the password, then open the slot.

Unknown name, wrong password and disabled person are one answer at one cost. Tries are counted per name and address
before any password is stretched, so nobody keeps the machine busy; nobody is ever locked out for good.
"""

from datetime import timedelta

from kring.team import queries
from kring.vault import slots, throttle
from kring.vault.refusals import Busy
from kring.vault.slots import Opened

WINDOW = timedelta(minutes=5)
TRIES_PER_NAME = 5
TRIES_PER_ADDRESS = 50


class TooOften(Busy):
    """Too many tries in a short time; the sentence says to wait a moment."""


def open_door(sign_in: str, password: str, address: str) -> Opened:
    """Open the person's slot. Raises `Refused` (one answer for all), `Busy`, `TooOften`."""
    name = sign_in.strip().lower()[:80]
    if throttle.count("sign-in address", address, WINDOW) > TRIES_PER_ADDRESS:
        raise TooOften
    if throttle.count("sign-in name", f"{name} {address}", WINDOW) > TRIES_PER_NAME:
        raise TooOften
    colleague = queries.colleague_by_sign_in(name)
    opened = slots.open_password(colleague.principal if colleague else None, password)
    throttle.forget("sign-in name", f"{name} {address}")
    return opened


def open_again(person: str, password: str, address: str) -> Opened:
    """Unlock: the same door for somebody we know. Raises `Refused`, `Busy`, `TooOften`."""
    if throttle.count("unlock", f"{person} {address}", WINDOW) > TRIES_PER_NAME:
        raise TooOften
    opened = slots.open_password(person, password)
    throttle.forget("unlock", f"{person} {address}")
    return opened
