"""Passkeys: a signature shows the device and its user, and what its PRF gives out opens the slot. Both, each time.

One salt for the whole instance, since somebody who signs in has not said yet who it is. The PRF's output never leaves
the request; with the pepper it seals the slot's private half, so a stolen database opens nothing even to who has the
device. Sources: WebAuthn level 3 with its PRF extension; the checks of the signature are those of the fido2 library.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from kring.vault import slots
from kring.vault.acts import Act
from kring.vault.challenges import use_challenge
from kring.vault.models import Passkey, Slot
from kring.vault.primitives import Key, derive, encode, mac
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys
from kring.vault.slots import Opened
from kring.vault.written import from_page

if TYPE_CHECKING:
    from fido2.server import Fido2Server

PLACES = ("phone", "computer", "key")
PRF_BYTES = 32
CREDENTIAL_BYTES = 2000
LONGEST = 8192
"""Signs in the JSON of an answer; real ones stay far below it."""
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, struct.error, RecursionError)
"""What reading a made-up answer may raise; NotImplementedError is a RuntimeError and named apart."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser posts after asking the device: its answer in WebAuthn's JSON, and the PRF's output."""

    said: Mapping[str, Any]
    prf: bytes = field(repr=False)

    @property
    def challenge(self) -> bytes:
        """The challenge that was signed, as the answer claims."""
        return from_page(json.loads(from_page(self.said["response"]["clientDataJSON"]))["challenge"])

    @property
    def credential_id(self) -> bytes:
        """Which passkey answers."""
        return from_page(self.said["rawId"])


def read_answer(said: str, prf: str) -> Answer:
    """The two fields of a form. Raises `Refused` when they are not what a browser makes of a passkey."""
    try:
        answer = Answer(json.loads(said[: LONGEST + 1]), from_page(prf))
        whole = (
            len(said) <= LONGEST and len(answer.prf) == PRF_BYTES and bool(answer.credential_id and answer.challenge)
        )
    except BROKEN:
        raise Refused from None
    if not whole:
        raise Refused
    return answer


def site_name() -> str:
    """The name a passkey is bound to for ever: the public host, or localhost on one's own machine."""
    host = urlsplit(settings.KRING_ORIGIN).hostname or "localhost"
    return "localhost" if host in ("127.0.0.1", "::1") else host


def salt() -> bytes:
    """What every passkey's PRF is asked about; no secret."""
    return server_keys().of("passkey salt", 0)


def add_passkey(act: Act, opened: Opened, answer: Answer, *, place: str) -> Slot:
    """A slot that this new passkey opens. Raises `Refused` when the answer is not to our challenge for this person."""
    again = Slot.objects.filter(lookup=_lookup(answer.credential_id), person=opened.person).first()
    if again is not None:
        return again  # the same form, sent twice
    challenge = answer.challenge
    use_challenge(challenge, "enrol", opened.person)
    credential = _check_making(challenge, answer)
    lookup = _lookup(_id_in(credential))
    if place not in PLACES or Slot.objects.filter(lookup=lookup).exists():
        raise Refused
    secret = _secret(answer.prf, _id_in(credential))
    slot = slots.add_slot(act, opened, Slot.Kind.PASSKEY, secret, salt=b"", lookup=lookup)
    act.add(Passkey(slot=slot, credential=credential, place=place, added_at=timezone.now()))
    return slot


def open_passkey(answer: Answer, *, purpose: str, whom: str = "") -> Opened:
    """Open the slot of the passkey that answers; one that is unknown costs a signature too. Raises `Refused`."""
    challenge = answer.challenge
    use_challenge(challenge, purpose, whom)
    found = Passkey.objects.filter(slot__lookup=_lookup(answer.credential_id), slot__kind=Slot.Kind.PASSKEY)
    row = found.select_related("slot__person").first()
    known = bytes(row.verified().credential) if row else _nobody(answer.credential_id)
    _check_signature(known, challenge, answer)
    if row is None or (whom and row.slot.person_id != whom):
        raise Refused
    return slots.open_slot(row.slot, _secret(answer.prf, answer.credential_id))


def passkeys_of(person: str) -> list[Passkey]:
    """A person's passkeys, the oldest first; rows that are not ours are as if absent."""
    found = []
    for row in Passkey.objects.filter(slot__person=person).select_related("slot").order_by("added_at"):
        try:
            found.append(row.verified())
        except Refused:
            continue
    return found


def known_ids(person: str) -> list[bytes]:
    """The credential ids of a person's passkeys: a device that has one is not asked to make another."""
    return [_id_in(bytes(row.credential)) for row in passkeys_of(person)]


def _id_in(credential: bytes) -> bytes:
    """The id within attested credential data (WebAuthn 6.5.1): after 16 bytes of its model and two of length."""
    return credential[18 : 18 + int.from_bytes(credential[16:18], "big")]


def _check_making(challenge: bytes, answer: Answer) -> bytes:
    """The public half of a passkey that was just made."""
    try:
        made = _server().register_complete(_asked(challenge), answer.said).credential_data
    except (*BROKEN, NotImplementedError):
        raise Refused from None
    if made is None or len(made) > CREDENTIAL_BYTES:
        raise Refused
    return bytes(made)


def _check_signature(known: bytes, challenge: bytes, answer: Answer) -> None:
    from fido2.webauthn import AttestedCredentialData

    try:
        _server().authenticate_complete(_asked(challenge), [AttestedCredentialData(known)], answer.said)
    except (*BROKEN, NotImplementedError):
        raise Refused from None


def _server() -> "Fido2Server":
    return _server_of(site_name(), settings.KRING_ORIGIN)


@lru_cache(maxsize=4)
def _server_of(name: str, origin: str) -> "Fido2Server":
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    def ours(said: str) -> bool:
        parts = urlsplit(said)
        return said == origin or (name == "localhost" and (parts.scheme, parts.hostname) == ("http", name))

    return Fido2Server(PublicKeyCredentialRpEntity(id=name, name="Kring"), verify_origin=ours)


def _asked(challenge: bytes) -> dict[str, Any]:
    from fido2.utils import websafe_encode
    from fido2.webauthn import UserVerificationRequirement

    return {"challenge": websafe_encode(challenge), "user_verification": UserVerificationRequirement.REQUIRED}


def _nobody(credential_id: bytes) -> bytes:
    """A passkey that is nobody's, under the id that was asked for: the curve's own base point as its key."""
    from fido2.cose import ES256
    from fido2.webauthn import Aaguid, AttestedCredentialData

    across = bytes.fromhex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
    up = bytes.fromhex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
    key = ES256({1: 2, 3: -7, -1: 1, -2: across, -3: up})
    return bytes(AttestedCredentialData.create(Aaguid.NONE, credential_id[:1023], key))


def _secret(prf: bytes, credential_id: bytes) -> Key:
    return Key(mac(server_keys().of("pepper", 0), derive(encode(prf, credential_id), "passkey")))


def _lookup(credential_id: bytes) -> str:
    return derive(credential_id, "passkey lookup").hex()
