"""The check at the front door: slow down first, then stretch the password, then open the slot.

Unknown name, wrong password and disabled person are one answer at one cost. Tries are counted per name and address
before any password is stretched, so nobody keeps the machine busy. Waiting grows with the tries and always ends;
another address is not slowed down, so nobody can shut a colleague out. A passkey never waits: nothing can be guessed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction

from kring.team import queries
from kring.vault import paper, passkeys, slots, throttle
from kring.vault.refusals import Busy, Refused
from kring.vault.slots import Opened

Pace = Sequence[tuple[int, timedelta]]
"""How many tries in how long, shortest first."""

NAME_PACE: Pace = ((5, timedelta(minutes=1)), (10, timedelta(minutes=10)), (20, timedelta(hours=1)))
ADDRESS_PACE: Pace = ((60, timedelta(minutes=1)), (300, timedelta(hours=1)))
"""A whole town hall may share one address."""
WRONG, TOLD_FROM, TOLD_FOR = "wrong tries", 5, timedelta(days=1)
"""From how many wrong tries in how long somebody hears of them at coming in."""


class TooOften(Busy):
    """Too many tries in a short time. `wait` is the longest it can last."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("Wait a moment and try again.")
        self.wait = wait


def open_door(sign_in: str, password: str, address: str, code: str = "") -> Opened:
    """Open the person's slot. Raises `Refused` (one answer for all), `Busy`, `TooOften`."""
    name = "".join(letter for letter in sign_in.strip().lower() if letter.isprintable())[:80]
    _slow_down(f"{name} {address}", address)
    colleague = queries.colleague_by_sign_in(name)
    person = colleague.principal if colleague else None
    with _noted(person or name):
        opened = slots.open_password(person, password, code)
    _welcome(f"{name} {address}")
    return opened


def open_again(person: str, password: str, address: str, code: str = "") -> Opened:
    """Unlock: the same door for somebody we know. Raises `Refused`, `Busy`, `TooOften`."""
    _slow_down(f"{person} {address}", address)
    with _noted(person):
        opened = slots.open_password(person, password, code)
    _welcome(f"{person} {address}")
    return opened


def check_password_again(person: str, password: str, address: str) -> None:
    """Whether it is the password of somebody who is in, before it is sealed anew. Raises `Refused`, `Busy`."""
    _slow_down(f"{person} {address}", address)
    slots.is_password(person, password)
    _welcome(f"{person} {address}")


def open_by_passkey(said: str, prf: str) -> Opened:
    """Whoever's passkey answers. Raises `Refused`."""
    return passkeys.open_passkey(passkeys.read_answer(said, prf), purpose="sign-in")


def open_again_by_passkey(person: str, said: str, prf: str) -> Opened:
    """The same for somebody we know: the passkey must be that person's. Raises `Refused`."""
    return passkeys.open_passkey(passkeys.read_answer(said, prf), purpose="again", whom=person)


def open_by_paper(code: str, address: str, whom: str = "") -> Opened:
    """By the code on paper, of whoever comes or of somebody we know. Raises `Refused`, `TooOften`."""
    _slow_down(f"paper {address}", address)
    opened = paper.open_paper(code, whom=whom)
    _welcome(f"paper {address}")
    return opened


def wrong_tries(person: str) -> int:
    """How often a wrong password was tried at this colleague's name lately, from whatever address; 0 below `TOLD_FROM`.

    His own mistakes count too: he knows those.
    """
    tries = throttle.counted(WRONG, person, TOLD_FOR)
    return tries if tries >= TOLD_FROM else 0


def tries_seen(person: str) -> None:
    """He read it."""
    throttle.forget(WRONG, person)


def slow_down(address: str) -> None:
    """Count a try of who says no name: going to the city's sign-in, and coming back. Raises `TooOften`."""
    _keep_pace([("city address", address, ADDRESS_PACE)])


@contextmanager
def _noted(who: str) -> Iterator[None]:
    """Count it when it is refused; a name that is nobody's costs the same."""
    try:
        yield
    except Refused:
        throttle.count(WRONG, who, TOLD_FOR)
        raise


def _slow_down(name: str, address: str) -> None:
    """Count this try, the name first: who hammers on one name does not use up the tries of his neighbours."""
    _keep_pace([("sign-in name", name, NAME_PACE), ("sign-in address", address, ADDRESS_PACE)])


def _keep_pace(paces: Sequence[tuple[str, str, Pace]]) -> None:
    with transaction.atomic():
        wait = next(
            (
                window
                for what, who, pace in paces
                for tries, window in pace
                if throttle.count(_counted(what, window), who, window) > tries
            ),
            None,
        )
    if wait is not None:
        raise TooOften(wait)


def _welcome(name: str) -> None:
    for _, window in NAME_PACE:
        throttle.forget(_counted("sign-in name", window), name)


def _counted(what: str, window: timedelta) -> str:
    return f"{what} {int(window.total_seconds())}"
