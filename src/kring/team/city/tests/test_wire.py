"""The line to the city's sign-in: certificates are checked, nobody stands between, and a slow answer is none."""

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kring.team.city import wire
from kring.team.city.tests.pretending import CLIENT, City, serve
from kring.team.ways_in.tests.walking import stranger

pytestmark = pytest.mark.django_db


class Encrypted(City):
    """The same behind a certificate."""

    @property
    def issuer(self) -> str:
        return f"https://127.0.0.1:{self.port}"


@pytest.fixture
def encrypted(settings: Any, tmp_path: Path) -> Iterator[City]:
    """A sign-in whose certificate an authority of its own signed."""
    run = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    run += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "own.key", "-out", "own.pem"]
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
    city = Encrypted()
    server = serve(city)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "own.pem", tmp_path / "own.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    settings.KRING_ORIGIN, settings.KRING_OIDC_SECRET_FILE = "http://localhost:8000", ""
    settings.KRING_OIDC_ISSUER, settings.KRING_OIDC_CLIENT = city.issuer, CLIENT
    wire.forget()
    yield city
    wire.forget()
    server.shutdown()
    server.server_close()


def test_an_unknown_certificate_is_nobody_s(encrypted: City, settings: Any, tmp_path: Path) -> None:
    settings.KRING_OIDC_CA = ""
    assert stranger().get("/sign-in/city")["Location"] == "/sign-in/known"
    assert encrypted.asked == [], "nothing was said before"
    settings.KRING_OIDC_CA = str(tmp_path / "own.pem")
    assert stranger().get("/sign-in/city")["Location"].startswith(f"{encrypted.issuer}/authorize?")


def test_a_silent_line_is_not_waited_for(city: City, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        city.port = silent.getsockname()[1]
        settings.KRING_OIDC_ISSUER = city.issuer
        monkeypatch.setattr(wire, "TIMEOUT_SECONDS", 0.2)
        assert stranger().get("/sign-in/city")["Location"] == "/sign-in/known"
