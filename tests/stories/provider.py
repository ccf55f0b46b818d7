"""A real sign-in of a city, as a process on this machine: the OpenID provider of the package `oidc-provider-mock`.

Others wrote it, on another library than ours. It stands on 127.0.0.1 and Kring on localhost: two sites to a browser.
"""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.stories.house import _wait_for, free_port

PEOPLE = {"noor-at-the-city": "noor.claes@stad.example", "visitor-at-the-city": "bezoeker@stad.example"}


@dataclass
class CitySignIn:
    """The provider; who signs in there is chosen by pressing a name."""

    port: int

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def knows(self, origin: str, folder: Path) -> dict[str, str]:
        """Register an installation of Kring there, as the city's IT does once; what that installation is told."""
        asked = json.dumps({"redirect_uris": [f"{origin}/sign-in/city/back"]}).encode()
        request = urllib.request.Request(f"{self.issuer}/oauth2/clients", asked, {"Content-Type": "application/json"})  # noqa: S310
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310  on this machine
            told = json.load(answer)
        secret = folder / "city-secret"
        secret.write_text(told["client_secret"])
        secret.chmod(0o600)
        return {
            "KRING_OIDC_ISSUER": self.issuer,
            "KRING_OIDC_CLIENT": told["client_id"],
            "KRING_OIDC_SECRET_FILE": str(secret),
        }


def sign_in_there(page: Page, who: str) -> None:
    """On the page of the city: be somebody."""
    page.get_by_role("button", name=f"Authorize as {who}").click()


@contextmanager
def city_sign_in() -> Iterator[CitySignIn]:
    """Serve it until the story is over."""
    city = CitySignIn(free_port())
    command = [str(Path(sys.executable).parent / "oidc-provider-mock"), "--port", str(city.port)]
    command += ["--require-registration", "--require-nonce"]
    for subject, email in PEOPLE.items():
        command += ["--user-claims", json.dumps({"sub": subject, "email": email})]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"{city.issuer}/.well-known/openid-configuration")
        yield city
    finally:
        process.terminate()
        process.wait(timeout=20)
