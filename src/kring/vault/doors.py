"""Doors: `@door(act)` on every view. It resumes the session, lets in or not, and gives every refusal one face.

A start-up check (checks.py) refuses a view without a door. Who may pass beyond being signed in is a predicate that a
higher floor hands over (`to=`); content still needs the gate. A door is no place for keys.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from kring.vault import journal, sessions, throttle
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.primitives import is_id
from kring.vault.refusals import Frozen, Refused
from kring.vault.sessions import Locked

COOKIE = f"__Host-{settings.KRING_COOKIE}"
P = ParamSpec("P")


class KeyedRequest(HttpRequest):
    """A request that passed a door: `signed_in` is the open session; `colleague` comes from the team, or is false."""

    signed_in: Session
    locked: Locked | None
    colleague: Any


View = Callable[Concatenate[KeyedRequest, P], HttpResponseBase]
Allowed = Callable[[KeyedRequest], bool]

_introductions: list[Callable[[str], Any]] = []
_keepers: list[Callable[[KeyedRequest], str]] = []
_tellers: list[str] = []


def introduce(who: Callable[[str], Any]) -> None:
    """The team registers how to find a colleague by principal id."""
    _introductions[:] = [who]


def keep_when_locked(keep: Callable[[KeyedRequest], str]) -> None:
    """The team registers what becomes of a form that comes to a locked session; it answers where to go afterwards."""
    _keepers[:] = [keep]


def tell_frozen(what: str) -> None:
    """A higher floor registers what the page of a frozen part says, to who holds its key.

    what: the dotted path of a function (Frozen) -> the context of `frozen.html`, read when a part is found frozen.
    """
    _tellers[:] = [what]


def door(
    act: str, *, to: Allowed | None = None, public: bool = False, while_locked: bool = False
) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Put a door on a view.

    act: its name in the journal. to: who may pass (default: every signed-in colleague). public: no session needed.
    while_locked: passes with `request.locked` set (writing without reading); `request.signed_in` is absent then.
    """

    def fit(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            keyed = identify(request)
            if not public and not _inside(keyed, while_locked):
                return _outside(keyed)
            try:
                if to is not None and not to(keyed):
                    raise Refused
                there = [*map(str, kwargs.values()), *(one for _, each in request.GET.lists() for one in each)]
                if "\0" in "".join(there):  # no engine keeps it, and one fails on being asked
                    raise Refused
                return view(keyed, *args, **kwargs)
            except Refused as refusal:
                return _refuse(keyed, act, refusal, _ids(kwargs))

        guarded.door = act  # type: ignore[attr-defined]  # read by the start-up check
        return cast("Callable[Concatenate[HttpRequest, P], HttpResponseBase]", guarded)

    return fit


def identify(request: HttpRequest) -> KeyedRequest:
    """Resume the session behind the cookie, once a request; the colleague is looked up where somebody asks."""
    keyed: Any = request
    if not hasattr(request, "colleague"):
        keyed.locked, keyed.colleague = None, None
        found = sessions.resume(request.COOKIES.get(COOKIE, "")) if COOKIE in request.COOKIES else None
        if isinstance(found, Session):
            keyed.signed_in = found
        elif found is not None:
            keyed.locked = found
        if found is not None and _introductions:
            keyed.colleague = SimpleLazyObject(partial(_introductions[0], found.person))
    return keyed  # type: ignore[no-any-return]  # the same object, now with its attributes


def set_cookie(response: HttpResponse, value: str) -> None:
    """Put the session cookie: HttpOnly, Secure, SameSite=Strict, this host alone."""
    age = int(sessions.ABSOLUTE.total_seconds())
    response.set_cookie(COOKIE, value, max_age=age, secure=True, httponly=True, samesite="Strict", path="/")


def forget_cookie(response: HttpResponse) -> None:
    """Let the browser drop the session cookie, as strictly as it was put."""
    response.set_cookie(COOKIE, "", max_age=0, secure=True, httponly=True, samesite="Strict", path="/")


def _inside(request: KeyedRequest, while_locked: bool) -> bool:
    return hasattr(request, "signed_in") or (while_locked and request.locked is not None)


def _outside(request: KeyedRequest) -> HttpResponseBase:
    """Nobody is signed in, or the session is locked: the sign-in page or the unlock page, never the asked one.

    What was sent to a locked session is not lost: see `keep_when_locked`.
    """
    name = "locked" if request.locked is not None else "signin"
    after = {"next": request.get_full_path()} if request.method == "GET" and not request.GET else {}
    if request.method == "POST" and request.locked is not None and _keepers and (there := _keepers[0](request)):
        after = {"next": there}
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode(after)}" if after else reverse(name))


def _ids(kwargs: dict[str, object]) -> list[str]:
    """Public ids in the address, for the journal; never a link's token, never words somebody typed there."""
    return [value for name, value in kwargs.items() if name != "token" and isinstance(value, str) and is_id(value)]


def _refuse(request: KeyedRequest, act: str, refusal: Refused, on: list[str]) -> HttpResponse:
    actor = request.signed_in.person if hasattr(request, "signed_in") else ""
    if actor and not refusal.recorded:
        journal.record(verb=Verb.REFUSED, act=act, actor=actor, on=on)
    if not actor:
        throttle.count("refused", "anonymous")
    elif isinstance(refusal, Frozen) and _tellers:
        return render(request, "frozen.html", import_string(_tellers[0])(refusal), status=423)
    return render(request, "refused.html", status=404)
