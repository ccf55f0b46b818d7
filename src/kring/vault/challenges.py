"""Challenges for a signature, without a row for each: random, of an hour, for one purpose, and good for one answer.

What makes one good once is a count under its HMAC (throttle.py), taken when it is answered; a page that merely asks for
one costs the database nothing.
"""

import secrets
from datetime import timedelta

from django.utils import timezone

from kring.vault import throttle
from kring.vault.primitives import encode, mac, same
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

LIFE = timedelta(hours=1)
_MOMENT, _RANDOM, _MAC = 5, 16, 16


def new_challenge(purpose: str, whom: str = "") -> bytes:
    """37 bytes for one purpose and one principal ("" for whoever comes)."""
    head = int(timezone.now().timestamp()).to_bytes(_MOMENT, "big") + secrets.token_bytes(_RANDOM)
    return head + _mac(head, purpose, whom)


def use_challenge(challenge: bytes, purpose: str, whom: str = "") -> None:
    """Raises `Refused` when it is not ours, for something else, too old, or was answered before."""
    head, ours = challenge[: _MOMENT + _RANDOM], challenge[_MOMENT + _RANDOM :]
    age = timezone.now().timestamp() - int.from_bytes(head[:_MOMENT], "big")
    if not same(ours, _mac(head, purpose, whom)) or not 0 <= age + 1 <= LIFE.total_seconds():
        raise Refused
    if throttle.count("challenge", head.hex(), 2 * LIFE) > 1:
        raise Refused


def _mac(head: bytes, purpose: str, whom: str) -> bytes:
    return mac(server_keys().of("challenge"), encode(head, purpose, whom))[:_MAC]
