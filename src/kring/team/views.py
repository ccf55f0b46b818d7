"""Signing in, unlocking, signing out, and the list of colleagues."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import doorkeeper, queries
from kring.team.access import colleague_only
from kring.team.address import address_of
from kring.team.city.provider import offered
from kring.team.clock import today
from kring.team.coming_in import come_in, go_out
from kring.team.enrolment import admitting
from kring.team.listing import listed
from kring.team.models import SecrecyStatus
from kring.team.onward import comes_from_elsewhere, onward, same_again
from kring.team.paths import own_path
from kring.team.recovering import anew
from kring.team.recovering.actions import is_trustee
from kring.team.ways_in import asking, device
from kring.team.ways_in.proof import prove, what_went_wrong
from kring.team.who import start_path
from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Busy, Refused

EVERYTHING = '"cache", "cookies", "storage"'


@require_http_methods(["GET", "POST"])
@door("team.sign_in", public=True)
def signin(request: KeyedRequest) -> HttpResponse:
    """Sign in by passkey or password; whoever is unknown, wrong or disabled hears one sentence."""
    if request.method == "GET":
        if comes_from_elsewhere(request):
            return onward(request, same_again(request))
        return _onward(request) if hasattr(request, "signed_in") else _ask(request, "signin.html")
    form = request.POST
    try:
        if "answer" in form:
            opened = doorkeeper.open_by_passkey(form["answer"], form.get("prf", ""))
        elif "paper" in form:
            opened = doorkeeper.open_by_paper(form["paper"], address_of(request))
        else:
            name, code = form.get("sign_in", ""), form.get("code", "")
            opened = doorkeeper.open_door(name, form.get("password", ""), address_of(request), code)
    except (Refused, Busy) as reason:
        return _ask_again(request, "signin.html", reason)
    return come_in(request, opened, on_paper="paper" in form)


@require_http_methods(["GET", "POST"])
@door("team.unlock", public=True)
def locked(request: KeyedRequest) -> HttpResponse:
    """Unlock an idle session with one touch or the password; keeps the place, under a new cookie."""
    if request.locked is None:
        return _onward(request)
    if request.method == "GET":
        return _ask(request, "locked.html")
    try:
        if "device" in request.POST:
            return come_in(request, *device.opened_by(request))
        return come_in(request, prove(request.locked.person, request))
    except (Refused, Busy) as reason:
        return _ask_again(request, "locked.html", reason)


@require_POST
@door("team.cover", while_locked=True)
def cover(request: KeyedRequest) -> HttpResponse:
    """The screen was covered: lock at once, as after a quarter of an hour. One touch opens it again."""
    if request.locked is None:
        sessions.lock(request.signed_in.id)
    return redirect("locked")


@require_POST
@door("team.sign_out", public=True)
def signout(request: KeyedRequest) -> HttpResponse:
    """Sign out: the session goes, the browser is told to forget everything."""
    go_out(request)
    response = redirect("home")
    doors.forget_cookie(response)
    response.headers["Clear-Site-Data"] = EVERYTHING
    return response


@require_GET
@door("team.colleagues", to=colleague_only)
def colleagues(request: KeyedRequest) -> HttpResponse:
    """The team of today in alphabetical order, with what everybody does; first who waits for a key of mine."""
    person = request.signed_in.person
    groups = queries.groups_of(person)
    waiting = admitting.waiting_for(person, groups)
    context = {"lines": listed(today()), "waiting": waiting, "admitted": admitting.lately(groups)}
    context |= {"coming_back": [one.name for one in admitting.coming_back(groups)]}
    context |= {
        "trustee": is_trustee(person),
        "place": anew.may_come_in(person),
        "bound": queries.secrecy_of(person) == SecrecyStatus.Status.SECRECY,
        "done": request.GET.get("done", ""),
    }
    return render(request, "team/pages/colleagues.html", context)


def _ask(request: KeyedRequest, page: str) -> HttpResponse:
    return render(request, page, _asked(request) | {"next": own_path(request.GET.get("next", ""))})


def _ask_again(request: KeyedRequest, page: str, reason: Refused | Busy) -> HttpResponse:
    """The same page with one of three sentences: wrong, wait, busy."""
    says = what_went_wrong(reason)
    context = _asked(request) | {"next": own_path(request.POST.get("next", ""))} | says.context
    response = render(request, page, context, status=says.status)
    if says.retry_after:
        response.headers["Retry-After"] = says.retry_after
    return response


def _asked(request: KeyedRequest) -> dict[str, object]:
    """What the page asks a device for: whoever comes, or the one who is locked."""
    at_the_lock = request.locked is not None and request.resolver_match and request.resolver_match.url_name == "locked"
    locked_one = request.locked.person if request.locked is not None and at_the_lock else None
    if not locked_one:
        return {"passkey": asking.for_whoever_comes(), "city": offered()}
    return {"passkey": asking.for_again(locked_one), "device": device.that_may(request)}


def _onward(request: KeyedRequest) -> HttpResponse:
    """Where somebody goes who need not be at the door: on when signed in, else to signing in, keeping the place."""
    place = own_path(request.POST.get("next", "") or request.GET.get("next", ""))
    if hasattr(request, "signed_in"):
        return HttpResponseRedirect(place or start_path(request.signed_in.person))
    return HttpResponseRedirect(reverse("signin", query={"next": place} if place else None))
