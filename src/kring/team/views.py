"""Signing in, unlocking, signing out, waiting for a key, and the list of colleagues."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import doorkeeper, queries
from kring.team.access import colleague_only
from kring.team.address import address_of
from kring.team.clock import today
from kring.team.doorkeeper import TooOften
from kring.team.listing import listed
from kring.team.who import who
from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Busy, Refused
from kring.vault.slots import Opened

EVERYTHING = '"cache", "cookies", "storage"'
BUSY_SECONDS = 5


@require_http_methods(["GET", "POST"])
@door("team.sign_in", public=True)
def signin(request: KeyedRequest) -> HttpResponse:
    """Sign in with a password; an unknown name, a wrong password and a disabled colleague are one sentence."""
    if request.method == "GET":
        return _onward(request) if hasattr(request, "signed_in") else _ask(request, "signin.html")
    name, password = request.POST.get("sign_in", ""), request.POST.get("password", "")
    try:
        opened = doorkeeper.open_door(name, password, address_of(request))
    except (Refused, Busy) as reason:
        return _ask_again(request, "signin.html", reason)
    return _inside(request, opened)


@require_http_methods(["GET", "POST"])
@door("team.unlock", public=True)
def locked(request: KeyedRequest) -> HttpResponse:
    """Unlock an idle session with the password; keeps the place, under a new cookie."""
    if request.locked is None:
        return _onward(request)
    if request.method == "GET":
        return _ask(request, "locked.html")
    try:
        opened = doorkeeper.open_again(request.locked.person, request.POST.get("password", ""), address_of(request))
    except (Refused, Busy) as reason:
        return _ask_again(request, "locked.html", reason)
    return _inside(request, opened)


@require_POST
@door("team.sign_out", public=True)
def signout(request: KeyedRequest) -> HttpResponse:
    """Sign out: the session goes, the browser is told to forget everything."""
    _end(request)
    response = redirect("home")
    doors.forget_cookie(response)
    response.headers["Clear-Site-Data"] = EVERYTHING
    return response


@require_GET
@door("team.waiting", to=colleague_only)
def waiting(request: KeyedRequest) -> HttpResponse:
    """Signed in, but no circle gave a key yet; once it did, on to work."""
    if queries.waits_for_key(request.signed_in.person):
        return render(request, "waiting.html")
    return redirect(_start(request.signed_in.person))


@require_GET
@door("team.colleagues", to=colleague_only)
def colleagues(request: KeyedRequest) -> HttpResponse:
    """The team of today in alphabetical order, with what everybody does."""
    return render(request, "team/pages/colleagues.html", {"lines": listed(today())})


def _ask(request: KeyedRequest, page: str) -> HttpResponse:
    return render(request, page, {"next": _own_path(request, request.GET.get("next", ""))})


def _ask_again(request: KeyedRequest, page: str, reason: Refused | Busy) -> HttpResponse:
    """The same page with one of three sentences: wrong, wait, busy."""
    context: dict[str, object] = {"next": _own_path(request, request.POST.get("next", ""))}
    if isinstance(reason, Refused):
        return render(request, page, context | {"refused": True})
    seconds = int(reason.wait.total_seconds()) if isinstance(reason, TooOften) else BUSY_SECONDS
    context |= {"wait_minutes": seconds // 60} if isinstance(reason, TooOften) else {"busy": True}
    response = render(request, page, context, status=429 if isinstance(reason, TooOften) else 503)
    response.headers["Retry-After"] = str(seconds)
    return response


def _inside(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """A session under a fresh cookie, never the one the browser came with; that one ends."""
    _end(request)
    response = HttpResponseRedirect(_own_path(request, request.POST.get("next", "")) or _start(opened.person))
    doors.set_cookie(response, sessions.start(opened))
    return response


def _onward(request: KeyedRequest) -> HttpResponse:
    """Where somebody goes who need not be at the door: on when signed in, else to signing in, keeping the place."""
    place = _own_path(request, request.POST.get("next", "") or request.GET.get("next", ""))
    if hasattr(request, "signed_in"):
        return HttpResponseRedirect(place or _start(request.signed_in.person))
    return HttpResponseRedirect(reverse("signin", query={"next": place} if place else None))


def _end(request: KeyedRequest) -> None:
    session = getattr(request, "signed_in", None) or request.locked
    if session is not None:
        sessions.end(session.id, session.person)


def _start(person: str) -> str:
    """The path where this colleague begins."""
    present = who(person)
    if present is None or queries.waits_for_key(person):
        return reverse("waiting")
    try:
        return reverse(present.start)
    except NoReverseMatch:
        return reverse("team:colleagues")


def _own_path(request: KeyedRequest, path: str) -> str:
    """A path of this site, or nothing: never another host, never the door itself."""
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    at_the_door = path.partition("?")[0] in {reverse("signin"), reverse("locked"), reverse("signout")}
    return path if ours and not at_the_door else ""
