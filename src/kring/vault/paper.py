"""A code on paper: 140 random bits in an envelope in a drawer, for the day that phone and password are gone.

It finds its slot by itself, so nobody has to say first who he is; guessing is hopeless, so nothing is stretched. It
stays good until another one is made.
"""

from kring.vault import slots
from kring.vault.acts import Act
from kring.vault.models import Slot
from kring.vault.primitives import Key, derive, encode, mac
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys
from kring.vault.slots import Opened
from kring.vault.written import plain, written

PARTS = 7


def code_of(person: str, request: str) -> str:
    """The code of one request for one, like 7K3M-...: asked twice with the same request it is the same."""
    return written(mac(server_keys().of("paper code", 0), encode(person, request)), PARTS)


def add_paper(act: Act, opened: Opened, code: str) -> Slot:
    """A slot that this code opens."""
    bare = plain(code)
    return slots.add_slot(act, opened, Slot.Kind.PAPER, _secret(bare), salt=b"", lookup=_lookup(bare))


def open_paper(code: str, *, whom: str = "") -> Opened:
    """Open whoever's paper it is, or only `whom`'s. Raises `Refused`."""
    bare = plain(code)
    slot = Slot.objects.filter(lookup=_lookup(bare), kind=Slot.Kind.PAPER).select_related("person").first()
    if slot is None or (whom and slot.person_id != whom):
        raise Refused
    return slots.open_slot(slot, _secret(bare))


def _secret(bare: str) -> Key:
    return Key(mac(server_keys().of("pepper", 0), derive(bare.encode(), "paper")))


def _lookup(bare: str) -> str:
    return derive(bare.encode(), "paper lookup").hex()
