"""Codes of a referral: the referrer's secret code (80 bits, four times four), his own link, the card's name.

The code is derived from the submission's own random key under the server key, so a form that is sent twice shows the
same code; only its HMAC is stored.
"""

import base64
import secrets

from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys
from kring.vault.written import ALPHABET, LENGTH, grouped, plain, written

_PARTS = 4


def new_code(submission: str) -> str:
    """The code of a submission, like M82R-7VTC-2XKD-9HQ4."""
    return written(mac(server_keys().of("referral code", 0), encode(submission)), _PARTS)


def tidy(typed: str) -> str:
    """A typed code as it is meant, in its groups."""
    return grouped(plain(typed))


def code_hash(code: str) -> str:
    """What is stored of a code."""
    return mac(server_keys().of("referral code hash", 0), encode(tidy(code))).hex()


def own_token(referral: str) -> str:
    """The secret half of the referrer's own link: always the same for a referral, computed and never stored."""
    secret = mac(server_keys().of("referrer's own link", 0), encode(referral))
    return base64.urlsafe_b64encode(secret[:16])[:22].decode()


def new_card(*, longer: int = 0) -> str:
    """A name for the card on the board, like A-VK7P: random; `longer` signs more when it gets crowded."""
    return "A-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH + longer))
