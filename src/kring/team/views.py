"""Signing in, unlocking, signing out, waiting for a key, and the list of colleagues."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import doorkeeper, queries
from kring.team.clock import today
from kring.team.who import who
from kring.vault import doors, sessions
from kring.vault.doors import COOKIE, KeyedRequest, door
from kring.vault.refusals import Busy, Refused

EVERYTHING = '"cache", "cookies", "storage"'


@require_http_methods(["GET", "POST"])
@door("team.sign_in", public=True)
def signin(request: KeyedRequest) -> HttpResponse:
    """Sign in with a password; a wrong name and a wrong password are one sentence."""
    if request.method == "GET":
        return render(request, "signin.html", {"next": _own_path(request.GET.get("next", ""))})
    try:
        opened = doorkeeper.open_door(
            request.POST.get("sign_in", ""), request.POST.get("password", ""), _address(request)
        )
    except Refused:
        return _again(request, "signin.html", refused=True)
    except Busy:
        return _again(request, "signin.html", busy=True)
    response = HttpResponseRedirect(_own_path(request.POST.get("next", "")) or _start(opened.person))
    doors.set_cookie(response, sessions.start(opened))
    return response


@require_http_methods(["GET", "POST"])
@door("team.unlock", public=True)
def locked(request: KeyedRequest) -> HttpResponse:
    """Unlock an idle session with the password; keeps the place."""
    if request.locked is None:
        return HttpResponseRedirect(reverse("signin"))
    if request.method == "GET":
        return render(request, "locked.html", {"next": _own_path(request.GET.get("next", ""))})
    try:
        opened = doorkeeper.open_again(request.locked.person, request.POST.get("password", ""), _address(request))
        sessions.unlock(request.COOKIES[COOKIE], opened)
    except Refused:
        return _again(request, "locked.html", refused=True)
    except Busy:
        return _again(request, "locked.html", busy=True)
    return HttpResponseRedirect(_own_path(request.POST.get("next", "")) or _start(opened.person))


@require_POST
@door("team.sign_out", public=True)
def signout(request: KeyedRequest) -> HttpResponse:
    """Sign out: the session row goes, the browser is told to forget everything."""
    if hasattr(request, "signed_in"):
        sessions.end(request.signed_in.id, request.signed_in.person)
    elif request.locked is not None:
        sessions.end(request.locked.id, request.locked.person)
    response = HttpResponseRedirect("/")
    response.delete_cookie(COOKIE, path="/", samesite="Strict")
    response.headers["Clear-Site-Data"] = EVERYTHING
    return response


@require_GET
@door("team.waiting")
def waiting(request: KeyedRequest) -> HttpResponse:
    """Signed in, but no circle gave a key yet."""
    return render(request, "waiting.html")


@require_GET
@door("team.colleagues")
def colleagues(request: KeyedRequest) -> HttpResponse:
    """The team of today in alphabetical order, with what everybody does."""
    return render(request, "team/pages/colleagues.html", {"appointments": queries.team_on(today())})


def _again(request: HttpRequest, page: str, *, refused: bool = False, busy: bool = False) -> HttpResponse:
    context = {"refused": refused, "busy": busy, "next": _own_path(request.POST.get("next", ""))}
    return render(request, page, context, status=200 if refused else 503)


def _start(person: str) -> str:
    """Where this colleague begins; who has nowhere to go yet waits for a key."""
    present = who(person)
    if present is None or not present.destinations:
        return reverse("waiting")
    try:
        return reverse(present.start)
    except NoReverseMatch:
        return reverse("team:colleagues")


def _own_path(path: str) -> str:
    """A path of this site, or nothing: never another host."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else ""


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
