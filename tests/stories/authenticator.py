"""Chromium's virtual authenticator: a passkey device with a PRF in a window, which touches by itself."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page


@dataclass
class Authenticator:
    """The device of one window. `able`: whether it has a PRF, as old ones have not."""

    wire: CDPSession
    id: str

    @classmethod
    def of(cls, page: Page, *, able: bool = True) -> "Authenticator":
        """Plug one into this window."""
        wire = page.context.new_cdp_session(page)
        wire.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
            "hasPrf": able,
        }
        return cls(wire, wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"])

    def credentials(self) -> list[dict[str, Any]]:
        """What it holds."""
        found: list[dict[str, Any]] = self.wire.send("WebAuthn.getCredentials", {"authenticatorId": self.id})[
            "credentials"
        ]
        return found

    def verifies(self, *, yes: bool) -> None:
        """Whether the finger at it is its owner's."""
        self.wire.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": yes})
