"""A device of the tests: makes passkeys and answers with them as WebAuthn asks, with a PRF. No browser, no magic."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from kring.vault import passkeys
from kring.vault.challenges import new_challenge
from kring.vault.passkeys import Answer
from kring.vault.primitives import mac, sign, signer_of
from kring.vault.written import for_page

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One passkey on one device. What it says can be bent: `flags`, `origin`, `site`."""

    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    seed: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    flags: int = PRESENT | VERIFIED
    origin: str = "http://localhost:8000"
    site: str = "localhost"

    @property
    def prf(self) -> bytes:
        """What its PRF gives out for the instance's salt."""
        return mac(self.secret, passkeys.salt())

    def makes(self, person: str, challenge: bytes | None = None) -> Answer:
        """The answer of enrolment."""
        from fido2 import cbor

        asked = new_challenge("enrol", person) if challenge is None else challenge
        key = cbor.encode({1: 1, 3: -8, -1: 6, -2: signer_of(self.seed)})
        about = self._about(WITH_KEY) + bytes(16) + len(self.id).to_bytes(2, "big") + self.id + key
        made = cbor.encode({"fmt": "none", "attStmt": {}, "authData": about})
        return self._answer({"attestationObject": for_page(made)}, "webauthn.create", asked)

    def answers(self, purpose: str = "sign-in", whom: str = "", challenge: bytes | None = None) -> Answer:
        """The answer of signing in (or "again" for one person)."""
        asked = new_challenge(purpose, whom) if challenge is None else challenge
        about = self._about()
        signed = sign(self.seed, about + hashlib.sha256(self._client("webauthn.get", asked)).digest())
        return self._answer(
            {"authenticatorData": for_page(about), "signature": for_page(signed)}, "webauthn.get", asked
        )

    def _about(self, more: int = 0) -> bytes:
        return hashlib.sha256(self.site.encode()).digest() + bytes([self.flags | more]) + bytes(4)

    def _client(self, kind: str, challenge: bytes) -> bytes:
        return json.dumps({"type": kind, "challenge": for_page(challenge), "origin": self.origin}).encode()

    def _answer(self, response: dict[str, str], kind: str, challenge: bytes) -> Answer:
        response["clientDataJSON"] = for_page(self._client(kind, challenge))
        said: dict[str, Any] = {
            "id": for_page(self.id),
            "rawId": for_page(self.id),
            "type": "public-key",
            "response": response,
        }
        return Answer(said, self.prf)


def posted(answer: Answer) -> dict[str, str]:
    """The two fields a page posts."""
    return {"answer": json.dumps(dict(answer.said)), "prf": for_page(answer.prf)}
