"""What a letter in somebody's own letterbox belongs to, when only its sealed content says so.

A tie is made from an id and the letter with the server key file: who has an id finds the letters that name it, nobody
finds the id from a letter, and two letters about the same thing look as unlike as any. So a draft goes with the dossier
it is about (whole.py), without a key and in a back-up too. Who holds the key file and the tables can try ids; the
journal tells him as much.
"""

import re
import secrets
from collections.abc import Iterable

from kring.vault.models import Letter
from kring.vault.primitives import digest, encode, is_id, mac
from kring.vault.server_keys import server_keys

SIZE, AT_MOST, STEP = 8, 40, 8
"""Bytes of a tie; so many a letter can have; their number is rounded up with random ones."""
_NO_SIGN = re.compile(r"[^A-Za-z0-9_-]+")


def ids_in(*texts: str) -> list[str]:
    """The ids that stand in addresses and fields, each once."""
    return list(dict.fromkeys(one for text in texts for one in _NO_SIGN.split(text) if is_id(one)))


def tied(letter: str, ids: Iterable[str]) -> bytes:
    """The ties of a letter to these ids, in no order that tells anything; b"" when there is none."""
    found = {_tie(letter, _begun(one)) for one in list(ids)[:AT_MOST]}
    while len(found) % STEP:
        found.add(secrets.token_bytes(SIZE))
    return b"".join(sorted(found))


def belonging(ids: Iterable[str]) -> list[Letter]:
    """The letters that are tied to any of these ids."""
    begun = [_begun(one) for one in ids]
    if not begun:
        return []
    return [letter for letter in Letter.objects.exclude(ties=b"").iterator(500) if _names_one(letter, begun)]


def _names_one(letter: Letter, begun: Iterable[bytes]) -> bool:
    ties = bytes(letter.ties)
    held = {ties[at : at + SIZE] for at in range(0, len(ties), SIZE)}
    return any(_tie(letter.id, one) in held for one in begun)


def _begun(named: str) -> bytes:
    keys = server_keys()
    return mac(keys.of("ties", 0), encode(keys.instance, named))


def _tie(letter: str, begun: bytes) -> bytes:
    return digest(begun + letter.encode())[:SIZE]
