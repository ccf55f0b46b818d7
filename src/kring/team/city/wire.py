"""The three things we ask the city's sign-in: what it is, its keys, a token for a code.

Certificates are always checked. No redirect is followed and no answer is read without an end; whatever goes wrong on
the wire is `Away`.
"""

import json
import ssl
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Never
from urllib.parse import quote_plus, urlencode, urlsplit

from kring.team.city.provider import Provider
from kring.vault.refusals import Refused

TIMEOUT_SECONDS = 5
LONGEST = 256 * 1024
KEPT_SECONDS = 3600
"""How long what it says of itself holds."""
AGAIN_SECONDS = 60
"""How soon its keys are asked once more, for a key we have not met."""
BASIC, POST = "client_secret_basic", "client_secret_post"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Away(Exception):
    """The city's sign-in does not answer, or not as one: the page says so, and shows the other ways in."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """What a provider says of itself (OpenID Connect Discovery 1.0, 3)."""

    authorization: str
    token: str
    keys: str
    client_by: tuple[str, ...]
    algorithms: tuple[str, ...]
    names_itself: bool
    """Whether it says in its answer who it is (RFC 9207)."""


_kept: dict[tuple[str, str], tuple[float, Any]] = {}


def endpoints(provider: Provider) -> Endpoints:
    """Where it answers; asked once an hour. Raises `Away`."""
    kept = _kept.get((provider.issuer, "endpoints"))
    if kept and kept[0] + KEPT_SECONDS > time.monotonic():
        return kept[1]  # type: ignore[no-any-return]  # what we put there
    told = _asked(provider, urllib.request.Request(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"))  # noqa: S310
    if told.get("issuer") != provider.issuer:
        raise Away
    found = Endpoints(
        _own_address(told.get("authorization_endpoint")),
        _own_address(told.get("token_endpoint")),
        _own_address(told.get("jwks_uri")),
        _words(told.get("token_endpoint_auth_methods_supported")) or (BASIC,),
        _words(told.get("id_token_signing_alg_values_supported")),
        told.get("authorization_response_iss_parameter_supported") is True,
    )
    _kept[provider.issuer, "endpoints"] = (time.monotonic(), found)
    return found


def keys(provider: Provider, *, again: bool = False) -> Mapping[str, Any]:
    """Its public keys as it publishes them. again: one was not among them, so they may have changed. Raises `Away`."""
    kept = _kept.get((provider.issuer, "keys"))
    if kept and kept[0] + (AGAIN_SECONDS if again else KEPT_SECONDS) > time.monotonic():
        return kept[1]  # type: ignore[no-any-return]  # what we put there
    told = _asked(provider, urllib.request.Request(endpoints(provider).keys))  # noqa: S310  checked: `_own_address`
    _kept[provider.issuer, "keys"] = (time.monotonic(), told)
    return told


def token_for(provider: Provider, code: str, *, way_back: str, verifier: str) -> str:
    """The id token a code is good for (RFC 6749 4.1.3, with PKCE: RFC 7636). Raises `Refused`, `Away`."""
    there = endpoints(provider)
    fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": way_back, "code_verifier": verifier}
    headers = {}
    secret = provider.secret()
    if secret and BASIC in there.client_by:
        pair = f"{quote_plus(provider.client)}:{quote_plus(secret)}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    else:
        fields |= {"client_id": provider.client} | ({"client_secret": secret} if secret else {})
    asked = urllib.request.Request(there.token, urlencode(fields).encode(), headers)  # noqa: S310  checked
    token = _asked(provider, asked).get("id_token")
    if not isinstance(token, str):
        raise Away
    return token


def forget() -> None:
    """Forget what providers said of themselves; for tests."""
    _kept.clear()


def _asked(provider: Provider, request: urllib.request.Request) -> dict[str, Any]:
    """The JSON that comes back. A code it does not take is `Refused`; anything else that goes wrong is `Away`."""
    request.add_header("Accept", "application/json")
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=provider.authority))
    try:
        with urllib.request.build_opener(secure, _Straight).open(request, timeout=TIMEOUT_SECONDS) as answer:
            told = json.loads(answer.read(LONGEST))
    except urllib.error.HTTPError as error:
        raise (Refused() if _is_of_the_code(error) else Away()) from None
    except (OSError, ValueError, HTTPException, RecursionError):
        raise Away from None
    if not isinstance(told, dict):
        raise Away
    return told


def _is_of_the_code(error: urllib.error.HTTPError) -> bool:
    """Whether it is the code that will not do, and not how we are set up there."""
    try:
        return error.code == 400 and json.loads(error.read(LONGEST)).get("error") == "invalid_grant"
    except (OSError, ValueError, AttributeError, HTTPException, RecursionError):
        return False


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follows nothing: a secret goes to the address that was looked up, or nowhere."""

    def redirect_request(self, *_: Any) -> Never:
        raise Away


def _own_address(said: object) -> str:
    """An address we may ask: https, or http on this machine. Raises `Away`."""
    parts = urlsplit(said) if isinstance(said, str) else urlsplit("")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise Away
    return str(said)


def _words(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()
