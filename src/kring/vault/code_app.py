"""Codes that an app on the phone shows, asked beside a password: its secret lies under the person's ring.

So it can only be looked at once the slot opened, and a stolen database makes no codes. That a code is asked stands in
the kind of the password's slot, which is sealed to it: taking this row away opens nothing. A code is good once.
"""

import secrets
import time

from kring.vault.acts import Act, acting
from kring.vault.journal import Verb
from kring.vault.models import CodeApp
from kring.vault.primitives import Key, Private, encode, keep, open_kept, same, time_code
from kring.vault.refusals import Conflict, Refused
from kring.vault.server_keys import server_keys

SECRET_BYTES = 20
STEP_SECONDS = 30
AROUND = (-1, 0, 1)
"""Steps beside the present one that count too: clocks of phones differ."""


def new_secret() -> bytes:
    """A secret for an app, to be shown once."""
    return secrets.token_bytes(SECRET_BYTES)


def step_of(secret: bytes, code: str, *, after: int = 0) -> int:
    """The step a code belongs to, later than `after`. Raises `Refused`."""
    now, typed = int(time.time()) // STEP_SECONDS, "".join(code.split()).encode()
    found = [
        now + each for each in AROUND if same(time_code(secret, now + each).encode(), typed) and now + each > after
    ]
    if not found:
        raise Refused
    return found[0]


def set_app(act: Act, person: str, private: Private, secret: bytes, *, step: int) -> None:
    """The secret of a person's app, in place of an earlier one; codes up to `step` were used."""
    forget_app(act, person)
    row = CodeApp(person_id=person, step=step)
    row.sealed = keep(private.ring, Key(secret), _context(person))
    act.add(row)


def forget_app(act: Act, person: str) -> None:
    """No more codes for this person."""
    act.remove(list(CodeApp.objects.filter(person=person)))


def has_app(person: str) -> bool:
    """Whether codes are asked of this person."""
    return CodeApp.objects.filter(person=person).exists()


def use_code(person: str, private: Private, code: str) -> None:
    """Take a code; two browsers with the same one are one too many. Raises `Refused`."""
    row = CodeApp.objects.filter(person=person).first()
    if row is None:
        raise Refused
    secret = open_kept(private.ring, bytes(row.verified().sealed), _context(person))
    step = step_of(secret, code, after=row.step)
    try:
        with acting("ways_in.code", by=person, verb=Verb.SIGNED_IN) as act:
            act.change(row, step=step)
    except Conflict:
        raise Refused from None


def _context(person: str) -> bytes:
    return encode(server_keys().instance, "code app", person)
