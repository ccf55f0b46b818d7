"""What the city said of who came: its id token, held against everything it must be (OpenID Connect Core 1.0, 3.1.3.7).

The only module that speaks with the library for such tokens. A token that is wrong in any way is `Refused`.
"""

from dataclasses import dataclass
from typing import Any

import jwt

from kring.team.city import wire
from kring.team.city.provider import Provider
from kring.vault.primitives import encode, mac, same
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""With a public key alone: "none" and those that share a secret are not among them."""
NEEDED = ["iss", "sub", "aud", "exp", "iat"]
CLOCKS_APART_SECONDS = 60
LONGEST = 255
SHOWN = ("email", "preferred_username", "name")


@dataclass(frozen=True, slots=True)
class Said:
    """Who came, as the city knows it: a name of ours for the account, and what its owner will know it by."""

    account: str
    shown: str


def who_came(provider: Provider, token: str, *, nonce: str) -> Said:
    """Raises `Refused` unless the token is the provider's, for us, of now, and of this errand; `Away`."""
    try:
        head = jwt.get_unverified_header(token)
        algorithm = head.get("alg", "")
        allowed = wire.endpoints(provider).algorithms or ALGORITHMS
        if algorithm not in ALGORITHMS or algorithm not in allowed:
            raise Refused
        claims = jwt.decode(
            token,
            _key(provider, head.get("kid")),
            algorithms=[algorithm],
            audience=provider.client,
            issuer=provider.issuer,
            leeway=CLOCKS_APART_SECONDS,
            options={"require": NEEDED},
        )
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise Refused from None
    _check_for_us(claims, provider.client)
    said = claims.get("nonce")
    if not isinstance(said, str) or not same(said.encode(errors="replace"), nonce.encode()):
        raise Refused
    return Said(account_of(provider.issuer, _subject(claims)), _shown(claims))


def account_of(issuer: str, subject: str) -> str:
    """Our name for an account: it tells neither issuer nor subject, and finds the same one again."""
    return mac(server_keys().of("city account", 0), encode(issuer, subject)).hex()


def _key(provider: Provider, kid: object) -> Any:
    """The provider's key with this name; asked anew once when it is not among those we know. Raises `Refused`."""
    for again in (False, True):
        found = [
            one
            for one in jwt.PyJWKSet.from_dict(dict(wire.keys(provider, again=again))).keys
            if one.public_key_use in (None, "sig") and (one.key_id == kid or kid is None)
        ]
        if len(found) == 1:
            return found[0].key
    raise Refused


def _check_for_us(claims: dict[str, Any], client: str) -> None:
    """A token for several is for us when it says that we asked for it."""
    audience, party = claims["aud"], claims.get("azp")
    if (isinstance(audience, list) and len(audience) > 1 and party is None) or party not in (None, client):
        raise Refused


def _subject(claims: dict[str, Any]) -> str:
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST or not subject.isprintable():
        raise Refused
    return subject


def _shown(claims: dict[str, Any]) -> str:
    told = next((one for name in SHOWN if isinstance(one := claims.get(name), str) and one.strip()), "")
    return "".join(sign for sign in told if sign.isprintable())[:80]
