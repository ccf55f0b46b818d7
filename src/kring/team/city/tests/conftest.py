"""A town whose city has a sign-in of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kring.team.city import wire
from kring.team.city.tests.pretending import CLIENT, SECRET, City, serve


@pytest.fixture
def city(settings: Any, tmp_path: Path) -> Iterator[City]:
    """A sign-in that this installation trusts."""
    ours = City()
    server = serve(ours)
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n")
    secret.chmod(0o600)
    settings.KRING_ORIGIN = "http://localhost:8000"
    settings.KRING_OIDC_ISSUER, settings.KRING_OIDC_CLIENT = ours.issuer, CLIENT
    settings.KRING_OIDC_SECRET_FILE = str(secret)
    wire.forget()
    yield ours
    wire.forget()
    server.shutdown()
    server.server_close()
