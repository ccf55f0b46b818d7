"""To the city and back, the page that asks what opens, and one's own page about the account.

No form stands on a page that comes from the city: its token would replace the one of every other open page, since the
cookie that holds it did not come along.
"""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import doorkeeper, queries
from kring.team.access import colleague_only
from kring.team.address import address_of
from kring.team.city import actions, errand, journey
from kring.team.city.errand import Errand, Outcome
from kring.team.city.provider import offered
from kring.team.city.wire import Away
from kring.team.coming_in import come_in
from kring.team.onward import onward
from kring.team.paths import own_path
from kring.team.ways_in import asking, device
from kring.team.ways_in.proof import prove, proven, what_went_wrong
from kring.team.who import start_path
from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Busy, Refused
from kring.vault.slots import Opened

PAGES = "team/city/pages"


@require_GET
@door("team.city_go", public=True)
def go(request: KeyedRequest) -> HttpResponse:
    """Off to the city's sign-in. Nothing changes here; `other`: somebody else sits at this computer now."""
    asked = Errand(place=own_path(request.GET.get("next", "")))
    return _off(request, asked, anew="other" in request.GET)


@require_GET
@door("ways_in.city_go", to=colleague_only)
def go_and_bind(request: KeyedRequest) -> HttpResponse:
    """The same, to bind the account one has there; the city asks who it is, whoever sat at this computer before.

    Who has to show a way in first begins at the page before: no form of ours may end at another site (form-action).
    """
    opened = sessions.proven(request.COOKIES.get(doors.COOKIE, ""))
    return _off(request, Errand(binds=opened.person), anew=True) if opened else redirect("ways_in:city")


@require_GET
@door("team.city_back", public=True)
def back(request: KeyedRequest) -> HttpResponse:
    """From the city, good or not: one page that leads on to a page of ours, with what came of it in a cookie."""
    binds = ""
    try:
        doorkeeper.slow_down(address_of(request))
        asked = errand.take_back(request, request.GET.get("state", ""))
        binds = asked.binds
        outcome = journey.outcome_of(asked, request.GET.dict())
    except (Away, Busy):
        outcome = Outcome(binds=binds, away=True)
    except Refused:
        journey.count_refusal()
        outcome = Outcome(binds=binds)
    response = onward(request, reverse("ways_in:city" if binds else "city_known"))
    errand.bring_in(request, response, outcome)
    return response


@require_http_methods(["GET", "POST"])
@door("team.city_known", public=True)
def known(request: KeyedRequest) -> HttpResponse:
    """The city said who it is; now what opens. Whoever is unknown, shut out or over time hears one sentence."""
    try:
        outcome = errand.outcome_of(request)
    except Refused:
        outcome = Outcome()
    colleague = queries.colleague(outcome.person) if outcome.person else None
    if colleague is None and hasattr(request, "signed_in"):
        return _over(HttpResponseRedirect(start_path(request.signed_in.person)))
    if colleague is None:
        return render(request, f"{PAGES}/unknown.html", {"away": outcome.away, "offered": offered()})
    if request.method == "GET":
        return _ask(request, outcome)
    try:
        if "device" in request.POST and _locked_here(request, outcome):
            response = come_in(request, *device.opened_by(request))
        else:
            response = come_in(request, prove(outcome.person, request))
    except (Refused, Busy) as reason:
        return _ask(request, outcome, reason)
    errand.forget(response)
    return response


@require_http_methods(["GET", "POST"])
@door("ways_in.city", to=colleague_only)
@proven
def account(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """One's own account of the city: which one it is, and yes, that is me."""
    if not offered():
        raise Refused
    found = _found_for(request, opened.person)
    wrong = bool(found and not found.account and not found.away)
    if request.method == "POST" and found and found.account:
        try:
            _check_seen(request, found)
            actions.bind(opened.person, found.account, once=request.POST.get("once", ""))
        except Refused:
            found, wrong = None, True
        else:
            return _over(redirect("ways_in:overview"))
    context = {"found": found, "wrong": wrong, "once": new_id(), "bound": actions.bound_to(opened.person)}
    response = render(request, f"{PAGES}/account.html", context)
    return response if found and found.account else _over(response)


@require_POST
@door("ways_in.city_away", to=colleague_only)
@proven
def unbind(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """The city's word is about oneself no more."""
    actions.unbind(opened.person)
    return redirect("ways_in:overview")


def _off(request: KeyedRequest, asked: Errand, *, anew: bool) -> HttpResponse:
    try:
        doorkeeper.slow_down(address_of(request))
        response = HttpResponseRedirect(journey.address_for(asked, anew=anew))
    except (Away, Busy):
        response = HttpResponseRedirect(reverse("ways_in:city" if asked.binds else "city_known"))
        errand.bring_in(request, response, Outcome(binds=asked.binds, away=True))
        return response
    errand.send_with(response, asked)
    return response


def _found_for(request: KeyedRequest, person: str) -> Outcome | None:
    """What came of this colleague's own errand to bind an account, if he was on one."""
    try:
        outcome = errand.outcome_of(request)
    except Refused:
        return None
    return outcome if outcome.binds == person else None


def _check_seen(request: KeyedRequest, found: Outcome) -> None:
    """Whether the page showed this account: in another window another one may have come back since."""
    if request.POST.get("account") != found.account:
        raise Refused


def _ask(request: KeyedRequest, outcome: Outcome, reason: Refused | Busy | None = None) -> HttpResponse:
    signed_in = getattr(request, "signed_in", None)
    if signed_in is not None and signed_in.person == outcome.person:
        return _over(HttpResponseRedirect(outcome.place or start_path(outcome.person)))
    says = what_went_wrong(reason) if reason else None
    colleague = queries.colleague(outcome.person)
    context: dict[str, object] = {"next": outcome.place, "passkey": asking.for_again(outcome.person)}
    context |= {"called": colleague.name.split(" ", 1)[0] if colleague else ""}
    context |= {"device": device.that_may(request) if _locked_here(request, outcome) else ""}
    status = says.status if says else 200
    response = render(request, f"{PAGES}/known.html", context | (says.context if says else {}), status=status)
    if says and says.retry_after:
        response.headers["Retry-After"] = says.retry_after
    return response


def _locked_here(request: KeyedRequest, outcome: Outcome) -> bool:
    """Whether this browser has a locked session of the same colleague, which its own short code may open."""
    return request.locked is not None and request.locked.person == outcome.person


def _over(response: HttpResponse) -> HttpResponse:
    errand.forget(response)
    return response
