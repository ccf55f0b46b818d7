"""The key file of the server is lost: whether a copy fits, putting it in its place, and the same from paper.

What does not live here: the file itself (vault/server_keys.py), and a database that is put back with it (backup/).
"""

import base64
import json
import os
from pathlib import Path

from django.db import DatabaseError, connection

from kring.vault import server_keys
from kring.vault.models import Principal
from kring.vault.primitives import digest
from kring.vault.server_keys import ServerKeys
from kring.vault.written import ALPHABET, grouped, plain

INSTANCE, MASTER, CHECK = 8, 32, 5
"""Bytes of the parts of a code on paper: which installation, each master secret, and a check on slips of the pen."""
A_LINE = 20
A_SLIP = "A sign is wrong or a line is missing: compare with the paper, line by line."


class NotThisOne(Exception):
    """The file, or what was typed, is not the key file of this installation; the sentence may be shown."""


def fits(keys: ServerKeys) -> bool:
    """Whether this file wrote the rows of the database. Where nobody is in it yet, everything fits.

    Raises `NotThisOne` when the database does not answer: then nothing is known.
    """
    try:
        if Principal._meta.db_table not in connection.introspection.table_names():
            return True
        rows = list(Principal.objects.order_by("id")[:20])
    except DatabaseError:
        raise NotThisOne("The database does not answer, so nobody can tell. Start it first.") from None
    return all(row.written_by(keys) for row in rows)


def put(keys: ServerKeys) -> Path:
    """Write this key file in its place, for its owner alone; where it is now. Raises `NotThisOne`.

    One that lies there and does not fit is set aside, never thrown away; one that fits is left alone.
    """
    here = server_keys.key_file()
    if not fits(keys):
        raise NotThisOne("This is not the key file of this installation, or it is older than the database.")
    if here.exists():
        if fits(server_keys.read(here)):
            raise NotThisOne("The key file is here and fits. Nothing was changed.")
        here.rename(here.with_name(f"server.key.of-nothing-{server_keys.read(here).instance}"))
    masters = [base64.b64encode(master).decode() for master in keys.masters]
    body = {"kring_server_key": 1, "instance": keys.instance, "masters": masters}
    whole = here.with_suffix(f".{os.getpid()}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(body, file)
        file.flush()
        os.fsync(file.fileno())
    whole.replace(here)
    server_keys.forget_known(here.parent)
    server_keys.forget()
    server_keys.server_keys()
    return here


def on_paper(keys: ServerKeys) -> list[str]:
    """The file as lines to print and to type over, five groups of four signs each, with a check at the end."""
    raw = bytes.fromhex(keys.instance) + b"".join(keys.masters)
    signs = _signs(raw + digest(raw)[:CHECK])
    return [grouped(signs[start : start + A_LINE]) for start in range(0, len(signs), A_LINE)]


def from_paper(typed: str) -> ServerKeys:
    """The file out of what was typed over. Raises `NotThisOne` when a sign is wrong or a line is missing."""
    raw = _bytes(plain(typed))
    body, check = raw[:-CHECK], raw[-CHECK:]
    if len(body) <= INSTANCE or (len(body) - INSTANCE) % MASTER or digest(body)[:CHECK] != check:
        raise NotThisOne(A_SLIP)
    starts = range(INSTANCE, len(body), MASTER)
    return ServerKeys(body[:INSTANCE].hex(), tuple(body[start : start + MASTER] for start in starts))


def _signs(raw: bytes) -> str:
    """Five bits a sign; 45 bytes of one master are 72 signs."""
    number, count = int.from_bytes(raw, "big"), -(len(raw) * -8 // 5)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def _bytes(signs: str) -> bytes:
    number = 0
    try:
        for sign in signs:
            number = number << 5 | ALPHABET.index(sign)
        return number.to_bytes(len(signs) * 5 // 8, "big")
    except (ValueError, OverflowError):
        raise NotThisOne(A_SLIP) from None
