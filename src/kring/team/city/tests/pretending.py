"""A sign-in of a city that we can bend: discovery, keys and tokens over HTTP on this machine, every answer ours.

Held to the real thing by the story with a provider that others wrote (tests/stories/test_city_account.py).
"""

import hashlib
import json
import secrets
import time
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

from kring.vault.primitives import sign, signer_of
from kring.vault.written import for_page

CLIENT, SECRET = "kring", "a secret: of 3 words & signs"
Bend = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass
class City:
    """One sign-in. `subject`: who sits there. `claims`, `about`, `signed` bend what it says; `status` breaks it."""

    subject: str = "noor-at-the-city"
    claims: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    signed: Callable[["City", dict[str, Any]], str] | None = None
    status: int = 200
    answer: bytes | None = None
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    port: int = 0

    def __post_init__(self) -> None:
        self.turn_key()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def turn_key(self) -> None:
        """Another key under another name."""
        self.seed, self.kid = secrets.token_bytes(32), secrets.token_hex(4)

    def keys(self) -> dict[str, Any]:
        public = {"kty": "OKP", "crv": "Ed25519", "x": for_page(signer_of(self.seed))}
        return {"keys": [{**public, "kid": self.kid, "use": "sig", "alg": "EdDSA"}]}

    def sends_back(self, address: str) -> str:
        """What somebody does there: sign in. The path and question with which the browser comes back."""
        asked = {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_hex(8)
        self.codes[code] = asked
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?code={code}&state={asked['state']}"

    def token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "sub": self.subject, "iat": now, "exp": now + 300}
        said = said | {"nonce": asked["nonce"]} | self.claims
        said = {name: value for name, value in said.items() if value is not None}
        if self.signed:
            return self.signed(self, said)
        return signed(said, {"alg": "EdDSA", "kid": self.kid}, lambda text: sign(self.seed, text))

    def told(self, path: str, fields: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            where = {name: f"{self.issuer}/{end}" for name, end in names.items()}
            return 200, {"issuer": self.issuer, **where, **self.about}
        if path == "/keys":
            return 200, self.keys()
        if path == "/token":
            return self._given(fields, authorization)
        return 404, {}

    def _given(self, fields: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        who = tuple(unquote_plus(one) for one in b64decode(authorization.removeprefix("Basic ")).decode().split(":"))
        if who != (CLIENT, SECRET) and (fields.get("client_id"), fields.get("client_secret")) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        asked = self.codes.pop(fields["code"], None)
        proof = for_page(hashlib.sha256(fields["code_verifier"].encode()).digest())
        if asked is None or proof != asked["code_challenge"] or fields["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"id_token": self.token(asked), "access_token": "x", "token_type": "Bearer"}


def signed(said: dict[str, Any], head: dict[str, Any], by: Callable[[bytes], bytes]) -> str:
    """A token (RFC 7519) with a head of one's choice."""
    text = ".".join(for_page(json.dumps(each).encode()) for each in ({"typ": "JWT"} | head, said))
    return f"{text}.{for_page(by(text.encode()))}"


def serve(city: City) -> ThreadingHTTPServer:
    """Serve it on a port of its own until it is shut down."""

    class Window(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._give({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._give({name: value for name, [value] in parse_qs(body).items()})

        def _give(self, fields: dict[str, str]) -> None:
            status, told = city.told(self.path, fields, self.headers.get("Authorization", ""))
            body = json.dumps(told).encode() if city.answer is None else city.answer
            self.send_response(status if city.status == 200 else city.status)
            self.send_header("Location", f"{city.issuer}/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Window)
    city.port = server.server_address[1]
    Thread(target=server.serve_forever, daemon=True).start()
    return server
