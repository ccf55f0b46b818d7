"""Ways in: a secret opens a slot, the slot opens the person. Opening the slot *is* the check.

A slot is a small key pair whose private half is sealed under a stretched secret; the person's private key is given to
it. Links are principals of their own: their secret is a 128-bit token plus a code the receiver knows by other means.
"""

import secrets
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from kring.vault import code_app, journal, kdf
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.ledger import Taken, What
from kring.vault.models import Envelope, Passkey, Principal, Slot
from kring.vault.primitives import (
    Cost,
    Key,
    Private,
    derive,
    encode,
    give,
    new_id,
    new_pair,
    open_sealed,
    public_of,
    same,
    seal,
    stretch,
)
from kring.vault.refusals import Conflict, Refused
from kring.vault.server_keys import server_keys

LINK_TRIES = 5
WITH_PASSWORD = (Slot.Kind.PASSWORD, Slot.Kind.PASSWORD_CODE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A person whose slot was just opened; `private` is the raw key, to be sealed into a session or used at once."""

    person: str
    generation: int
    private: bytes = field(repr=False)

    def session(self) -> Session:
        """A session without a browser: for commands, links and enrolment."""
        return Session(id="", person=self.person, generation=self.generation, private=Private(self.private))


def default_cost() -> Cost:
    """The cost of stretching; a setting, so that tests of other things need not wait."""
    return Cost(*getattr(settings, "KRING_STRETCH", (3, 65536)))


def new_person(act: Act, kind: Principal.Kind = Principal.Kind.PERSON) -> Opened:
    """A principal with a fresh key pair and no way in yet."""
    pair, person = new_pair(), new_id()
    act.add(Principal(id=person, kind=kind, public_key=pair.public))
    return Opened(person, 1, pair.private)


@dataclass(frozen=True, slots=True)
class Stretched:
    """A password that was stretched already, so that no transaction waits for it."""

    secret: Key = field(repr=False)
    salt: bytes
    cost: Cost


def stretched(password: str) -> Stretched:
    """Stretch a new password under a fresh salt. Raises `Busy`."""
    cost, salt = default_cost(), secrets.token_bytes(16)
    with kdf.turn():
        return Stretched(_password_secret(password, salt, cost), salt, cost)


def add_password(act: Act, opened: Opened, password: str | Stretched, *, with_code: bool = False) -> Slot:
    """A password slot for a person who is open. with_code: a code of the person's app is asked beside it."""
    made = stretched(password) if isinstance(password, str) else password
    kind = Slot.Kind.PASSWORD_CODE if with_code else Slot.Kind.PASSWORD
    cost = {"passes": made.cost.passes, "kibibytes": made.cost.kibibytes}
    return add_slot(act, opened, kind, made.secret, salt=made.salt, **cost)


@dataclass(frozen=True, slots=True)
class Token:
    """The address of a link with what opens its slot, made before any transaction. cost: None when not stretched."""

    token: str = field(repr=False)
    secret: Key = field(repr=False)
    salt: bytes = b""
    cost: Cost | None = None


def stretched_link(code: str) -> Token:
    """A link whose code is a word somebody chose: stretched, so that who has token and database still guesses slowly.

    Raises `Busy`.
    """
    token, salt, cost = secrets.token_urlsafe(16), secrets.token_bytes(16), default_cost()
    with kdf.turn():
        return Token(token, _stretched_link_secret(token, code, salt, cost), salt, cost)


def add_link(act: Act, *, code: str | Token, expires_at: datetime) -> tuple[str, Opened]:
    """A link principal with its one slot: the token for the address, and the principal to give an extract to."""
    made = _token(code) if isinstance(code, str) else code
    opened = new_person(act, Principal.Kind.LINK)
    cost = {"passes": made.cost.passes, "kibibytes": made.cost.kibibytes} if made.cost else {}
    add_slot(
        act,
        opened,
        Slot.Kind.LINK,
        made.secret,
        salt=made.salt,
        lookup=_lookup(made.token),
        expires_at=expires_at,
        tries_left=LINK_TRIES,
        **cost,
    )
    return made.token, opened


def open_password(person: str | None, password: str, code: str = "") -> Opened:
    """Open a person's password slot, with a code of his app where one was set; an unknown person costs the same.

    Raises `Refused`, `Busy`.
    """
    slot, opened = _open_password(person, password)
    if slot.kind == Slot.Kind.PASSWORD_CODE:
        code_app.use_code(opened.person, opened.session().private, code)
    return opened


def is_password(person: str, password: str) -> None:
    """Whether it is the password of somebody who is in already: raises `Refused` when not, `Busy`. Opens nothing."""
    _open_password(person, password)


def _ours(slot: Slot | None) -> Slot | None:
    """A slot that is not ours is as if absent: it may not say how long the machine stretches."""
    try:
        return slot and slot.verified()
    except Refused:
        return None


def _open_password(person: str | None, password: str) -> tuple[Slot, Opened]:
    slots = Slot.objects.filter(person=person or "", kind__in=WITH_PASSWORD)
    slot = _ours(slots.select_related("person").first())
    cost = Cost(slot.passes, slot.kibibytes) if slot else default_cost()
    with kdf.turn():
        secret = _password_secret(password, bytes(slot.salt) if slot else bytes(16), cost)
    if slot is None:
        raise Refused
    return slot, open_slot(slot, secret)


def open_link(token: str, code: str, *, stretched: bool = False) -> Opened:
    """Open a link with its code; five tries a link. Raises `Refused`, and `Busy` before a try is taken.

    stretched: links of this kind are stretched, and one that is not there costs the same.
    """
    with kdf.turn() if stretched else nullcontext():
        try:
            slot = _take_a_try(token)
        except Refused:
            if stretched:
                _stretched_link_secret(token, code, bytes(16), default_cost())
            raise
        return _open_link(slot, token, code, stretched=stretched)


def _open_link(slot: Slot, token: str, code: str, *, stretched: bool) -> Opened:
    salt = bytes(slot.salt)
    try:
        if salt and not stretched:
            raise Refused
        cost = Cost(slot.passes, slot.kibibytes)
        secret = _stretched_link_secret(token, code, salt, cost) if salt else _link_secret(token, code)
        opened = open_slot(slot, secret)
    except Refused as refusal:
        journal.record(verb=Verb.REFUSED, act="link.open", actor="", on=[slot.person_id])
        refusal.recorded = True
        raise
    with suppress(Conflict), acting("link.opened", by=opened.person, on=[opened.person]) as act:
        act.change(slot, tries_left=LINK_TRIES)
    return opened


def _take_a_try(token: str) -> Slot:
    """The slot of a link with one try fewer: taken before the code is looked at, so that guesses at once count too."""
    for _ in range(LINK_TRIES + 1):
        slot = Slot.objects.filter(lookup=_lookup(token), kind=Slot.Kind.LINK).select_related("person").first()
        if slot is None or not slot.verified().tries_left:
            break
        with suppress(Conflict), acting("link.tried", by="", on=[slot.person_id]) as act:
            act.change(slot, tries_left=(slot.tries_left or 1) - 1)
            return slot
    raise Refused


def link_exists(token: str) -> bool:
    """Whether the address leads to a slot that is still good (never shown to anybody)."""
    slot = Slot.objects.filter(lookup=_lookup(token), kind=Slot.Kind.LINK).first()
    return slot is not None and not _expired(slot)


def remove_slot(act: Act, slot: Slot) -> None:
    """Remove a way in and raise the person's generation, so that putting the row back opens nothing."""
    person = Principal.objects.select_for_update(no_key=True).get(id=slot.person_id)
    if slot.kind == Slot.Kind.PASSKEY:
        act.remove(list(Passkey.objects.filter(slot=slot)))
    act.remove([slot])
    act.taken.append(Taken(What.SLOT_REMOVED, slot.id, of=slot.person_id))
    raise_generation(act, person)


def raise_generation(act: Act, person: Principal, **values: object) -> None:
    """Change a person so that the row of before, put back, fits neither his ways in nor what was given to him."""
    act.change(person, generation=person.generation + 1, **values)
    for envelope in Envelope.objects.filter(holder=person, holder_generation=F("holder__generation") - 1):
        act.change(envelope, holder_generation=person.generation)
    for other in Slot.objects.filter(person=person, person_generation=person.generation - 1):
        act.change(other, person_generation=person.generation)


def _password_secret(password: str, salt: bytes, cost: Cost) -> Key:
    return stretch(password, salt, server_keys().of("pepper", 0), cost)


def _token(code: str) -> Token:
    token = secrets.token_urlsafe(16)
    return Token(token, _link_secret(token, code))


def _stretched_link_secret(token: str, code: str, salt: bytes, cost: Cost) -> Key:
    """Token and code in one go: neither the word alone nor the address alone is worth a guess."""
    return _password_secret(f"{token} {_plain(code)}", salt, cost)


def _link_secret(token: str, code: str) -> Key:
    return derive(encode(token, _plain(code)), "link")


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").upper()


def _lookup(token: str) -> str:
    return derive(token.encode(), "lookup").hex()


def add_slot(act: Act, opened: Opened, kind: Slot.Kind, secret: Key, **columns: object) -> Slot:
    """A way in for a person who is open, under a secret of 32 bytes that only its owner can bring back."""
    pair = new_pair()
    slot = Slot(person_id=opened.person, kind=kind, public_key=pair.public, **columns)
    slot.sealed_private = seal(secret, pair.private, _context(slot, "private"))
    slot.given_person = give(pair.public, opened.private, _context(slot, "person"))
    slot.person_generation = opened.generation
    return act.add(slot)


def _context(slot: Slot, what: str) -> bytes:
    return encode(server_keys().instance, "slot", what, slot.id, slot.person_id, slot.kind)


def _expired(slot: Slot) -> bool:
    return slot.expires_at is not None and slot.expires_at <= timezone.now()


def open_slot(slot: Slot, secret: Key) -> Opened:
    """The person behind a slot. Raises `Refused` unless everything on the way is ours, current, and fits its key."""
    person = slot.person.verified()
    if person.state != Principal.State.ACTIVE or slot.verified().person_generation != person.generation:
        raise Refused
    if _expired(slot):
        raise Refused
    private = open_sealed(secret, bytes(slot.sealed_private), _context(slot, "private"))
    if not same(public_of(private), bytes(slot.public_key)):
        raise Refused
    opened = Private(private).take(bytes(slot.given_person), _context(slot, "person"))
    if not same(public_of(opened), bytes(person.public_key)):
        raise Refused
    return Opened(person.id, person.generation, opened)
