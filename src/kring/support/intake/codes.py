"""Codes of a referral: the referrer's secret code (80 bits, four times four) and the card's name on the board.

The code is derived from the submission's own random key under the server key, so a form that is sent twice shows the
same code; only its HMAC is stored. Crockford's alphabet: I, L, O and U are left out.
"""

import secrets

from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PARTS, _LENGTH = 4, 4
_LOOKALIKES = str.maketrans("OIL", "011")


def new_code(submission: str) -> str:
    """The code of a submission, like M82R-7VTC-2XKD-9HQ4."""
    number = int.from_bytes(mac(server_keys().of("referral code", 0), encode(submission)), "big")
    letters = []
    for _ in range(_PARTS * _LENGTH):
        number, position = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[position])
    return "-".join("".join(letters[start : start + _LENGTH]) for start in range(0, _PARTS * _LENGTH, _LENGTH))


def tidy(typed: str) -> str:
    """A typed code as it is meant: capitals, no spaces or dashes; O reads as 0, I and L as 1."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LOOKALIKES)
    return "-".join(plain[start : start + _LENGTH] for start in range(0, len(plain), _LENGTH))


def code_hash(code: str) -> str:
    """What is stored of a code."""
    return mac(server_keys().of("referral code hash", 0), encode(tidy(code))).hex()


def new_card(*, longer: int = 0) -> str:
    """A name for the card on the board, like A-VK7P: random; `longer` signs more when it gets crowded."""
    return "A-" + "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH + longer))
