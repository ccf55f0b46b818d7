"""What a browser carries while somebody is away at the city, and what it carries back in: two short-lived cookies.

Coming back from another site, a browser sends no `Strict` cookie. So the errand (what we asked, to compare the answer
with) travels in a `Lax` one, and what came of it in a `Strict` one, read by the page after it. Both are sealed under
the key file, end after ten minutes, and open nothing.
"""

import json
import secrets
from binascii import Error
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kring.vault import throttle
from kring.vault.primitives import digest, encode, open_sealed, seal
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys
from kring.vault.written import for_page, from_page

OUT, BACK = (f"__Host-{settings.KRING_COOKIE}-{name}" for name in ("city", "known"))
LIFE = timedelta(minutes=10)
LONGEST = 4000
SameSite = Literal["Lax", "Strict"]


@dataclass(frozen=True, slots=True)
class Errand:
    """What was asked of the city. binds: the colleague who binds an account of his; "" for who comes in."""

    binds: str = ""
    place: str = ""
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)

    @property
    def challenge(self) -> str:
        """What the city gets of the verifier (RFC 7636, S256)."""
        return for_page(digest(self.verifier.encode()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. person: who is known now, "" when nobody is. away: the city did not answer.

    binds: the colleague whose errand it was to bind an account; account, shown: the one to bind, once he looked at it.
    """

    person: str = ""
    place: str = ""
    away: bool = False
    binds: str = ""
    account: str = ""
    shown: str = ""


def send_with(response: HttpResponse, errand: Errand) -> None:
    """Let the browser carry the errand there and back."""
    _set(response, OUT, asdict(errand), "Lax")


def take_back(request: HttpRequest, state: str) -> Errand:
    """The errand of a browser that comes back, once. Raises `Refused`: none, over, another's, or answered before."""
    errand = Errand(**_read(request, OUT))
    if not secrets.compare_digest(state.encode(), errand.state.encode()):
        raise Refused
    if throttle.count("city errand", errand.state, 2 * LIFE) > 1:
        raise Refused
    return errand


def bring_in(request: HttpRequest, response: HttpResponse, outcome: Outcome) -> None:
    """Hand the outcome to the next page; the errand, if the browser was on one, is over."""
    if OUT in request.COOKIES:
        forget(response, OUT)
    _set(response, BACK, asdict(outcome), "Strict")


def outcome_of(request: HttpRequest) -> Outcome:
    """What the browser brought in. Raises `Refused` when there is none, or it is over."""
    return Outcome(**_read(request, BACK))


def forget(response: HttpResponse, name: str = BACK) -> None:
    """Let the browser drop it."""
    same_site: SameSite = "Lax" if name == OUT else "Strict"
    response.set_cookie(name, "", max_age=0, secure=True, httponly=True, samesite=same_site, path="/")


def _set(response: HttpResponse, name: str, content: dict[str, Any], same_site: SameSite) -> None:
    said = json.dumps(content | {"at": int(timezone.now().timestamp())}).encode()
    sealed = for_page(seal(server_keys().of("city errand"), said, _context(name)))
    age = int(LIFE.total_seconds())
    response.set_cookie(name, sealed, max_age=age, secure=True, httponly=True, samesite=same_site, path="/")


def _read(request: HttpRequest, name: str) -> dict[str, Any]:
    try:
        sealed = from_page(request.COOKIES.get(name, "")[:LONGEST])
    except (Error, ValueError):
        raise Refused from None
    content: dict[str, Any] = json.loads(open_sealed(server_keys().of("city errand"), sealed, _context(name)))
    if not 0 <= timezone.now().timestamp() - content.pop("at") + 1 <= LIFE.total_seconds():
        raise Refused
    return content


def _context(name: str) -> bytes:
    return encode(server_keys().instance, "city", name)
