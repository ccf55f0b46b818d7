"""One's own ways in and open screens: look, add, remove, end. All of it is about who is signed in, and nobody else."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import doorkeeper, queries
from kring.team.access import colleague_only
from kring.team.address import address_of
from kring.team.city.actions import bound_to
from kring.team.city.provider import offered
from kring.team.paths import own_path
from kring.team.places import place_of
from kring.team.ways_in import actions, app, asking, device
from kring.team.ways_in.forms import CodeForm, PasskeyForm, PasswordForm
from kring.team.ways_in.lines import screens, ways
from kring.team.ways_in.proof import prove, proven, what_went_wrong
from kring.team.who import start_path
from kring.vault import code_app, doors, passkeys, sessions
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import is_id, new_id
from kring.vault.refusals import Busy, Refused
from kring.vault.slots import WITH_PASSWORD, Opened
from kring.vault.written import for_page

PAGES = "team/ways_in/pages/"


@require_GET
@door("ways_in.look", to=colleague_only)
def overview(request: KeyedRequest) -> HttpResponse:
    """Every way in and every open screen of the colleague."""
    return _overview(request)


@require_http_methods(["GET", "POST"])
@door("ways_in.confirm", to=colleague_only)
def confirm(request: KeyedRequest) -> HttpResponse:
    """Show a way in once more; the screen goes on under a fresh cookie and may change ways in for some minutes."""
    there = request.POST.get("next", "") if request.method == "POST" else request.GET.get("next", "")
    context = {"next": own_path(there), "passkey": asking.for_again(request.signed_in.person)}
    if request.method == "GET":
        return render(request, f"{PAGES}confirm.html", context)
    try:
        opened = prove(request.signed_in.person, request)
    except (Refused, Busy) as reason:
        says = what_went_wrong(reason)
        return render(request, f"{PAGES}confirm.html", context | says.context, status=says.status)
    return _go_on(request, opened, own_path(there))


@require_http_methods(["GET", "POST"])
@door("ways_in.add_passkey", to=colleague_only)
@proven
def passkey(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Make a passkey on the device at hand."""
    form = PasskeyForm(request.POST or None)
    wrong = False
    if request.method == "POST" and form.is_valid():
        try:
            answer = passkeys.read_answer(request.POST.get("answer", ""), request.POST.get("prf", ""))
            actions.add_passkey(opened, answer, place=form.cleaned_data["place"])
        except Refused:
            wrong = True
        else:
            return redirect("ways_in:overview")
    who = queries.colleague(opened.person)
    context = {"form": form, "wrong": wrong, "passkey": asking.for_a_new_one(opened.person)}
    context |= {"person": for_page(opened.person.encode()), "sign_in": who.sign_in if who else ""}
    return render(request, f"{PAGES}passkey.html", context)


@require_http_methods(["GET", "POST"])
@door("ways_in.password", to=colleague_only)
@proven
def password(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Choose a new password; every other screen is signed out."""
    who = queries.colleague(opened.person)
    form = PasswordForm(request.POST or None, about=(who.name, who.sign_in) if who else ())
    if request.method == "POST" and form.is_valid():
        again = actions.set_password(opened, form.cleaned_data["password"], once=request.POST.get("once", ""))
        return _go_on(request, again)
    return render(request, f"{PAGES}password.html", {"form": form, "once": new_id(), "sign_in": who and who.sign_in})


@require_http_methods(["GET", "POST"])
@door("ways_in.code_app", to=colleague_only)
@proven
def code(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Ask a code of an app beside the password from now on."""
    secret = app.secret_of(request.POST.get("secret", "")) or code_app.new_secret()
    stopping = "stop" in request.POST
    form = CodeForm(None if stopping else request.POST or None)
    context: dict[str, object] = {"form": form, "once": new_id(), "asked": code_app.has_app(opened.person)}
    if request.method == "POST" and (stopping or form.is_valid()):
        try:
            where = address_of(request)
            again = (
                app.stop(opened, request.POST, where) if stopping else app.begin(opened, request.POST, secret, where)
            )
        except (Refused, Busy) as reason:
            context |= what_went_wrong(reason).context
        else:
            return _go_on(request, again)
    who = queries.colleague(opened.person)
    context |= {"secret": app.written(secret), "picture": app.picture(secret, who.sign_in if who else "")}
    return render(request, f"{PAGES}code.html", context)


@require_http_methods(["GET", "POST"])
@door("ways_in.paper", to=colleague_only)
@proven
def paper(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Make a code on paper, shown once; an earlier one is worth nothing from then on."""
    if request.method == "GET":
        return render(request, f"{PAGES}paper.html", {"once": new_id()})
    again, shown = actions.set_paper(opened, once=request.POST.get("once", ""))
    response = render(request, f"{PAGES}paper.html", {"code": shown.split("-")})
    _carry_on(request, response, again)
    return response


@require_http_methods(["GET", "POST"])
@door("ways_in.unlock_here", to=colleague_only)
@proven
def unlock_here(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Let a short code on this browser unlock the session from now on."""
    name = request.POST.get("name", "")
    if request.method == "POST" and is_id(name):
        device.let(request, opened, name)
        return redirect("ways_in:overview")
    return render(request, f"{PAGES}unlock_here.html", {"name": new_id(), "salt": for_page(passkeys.salt())})


@require_POST
@door("ways_in.remove", to=colleague_only)
@proven
def remove(request: KeyedRequest, opened: Opened) -> HttpResponse:
    """Take a way in away; every other screen is signed out."""
    try:
        again = actions.remove_way_in(opened, request.POST.get("way", ""), once=request.POST.get("once", ""))
    except actions.LastWayIn:
        return _overview(request, last=True)
    return _go_on(request, again)


@require_POST
@door("ways_in.end", to=colleague_only)
def end(request: KeyedRequest) -> HttpResponse:
    """Sign out another screen from here; one that is over already changes nothing."""
    mine = {row.id for row in sessions.sessions_of(request.signed_in.person)}
    asked = request.POST.get("screen", "")
    if asked in mine and asked != request.signed_in.id:
        sessions.end(asked, request.signed_in.person)
    return redirect("ways_in:overview")


@require_POST
@door("ways_in.seen", to=colleague_only)
def seen(request: KeyedRequest) -> HttpResponse:
    """The wrong tries at one's name were read; on to where one was going."""
    doorkeeper.tries_seen(request.signed_in.person)
    return HttpResponseRedirect(own_path(request.POST.get("next", "")) or start_path(request.signed_in.person))


def _overview(request: KeyedRequest, **more: object) -> HttpResponse:
    person = request.signed_in.person
    mine = ways(person)
    has_password = any(one.kind in WITH_PASSWORD for one in mine)
    lines: dict[str, object] = {
        "ways": mine,
        "has_password": has_password,
        "screens": screens(person, request.signed_in.id),
        "here": device.that_may(request),
        "once": new_id(),
        "tries": doorkeeper.wrong_tries(person),
        "next": own_path(request.GET.get("next", "")),
        "city": offered(),
        "bound": bound_to(person) if offered() else None,
    }
    if request.GET.get("by") == "paper":
        lines |= {"on_paper": True, "next": lines["next"] or start_path(person)}
    return render(request, f"{PAGES}overview.html", lines | more)


def _go_on(request: KeyedRequest, opened: Opened, there: str = "") -> HttpResponse:
    response = HttpResponseRedirect(there or reverse("ways_in:overview"))
    _carry_on(request, response, opened)
    return response


def _carry_on(request: KeyedRequest, response: HttpResponse, opened: Opened) -> None:
    """The same screen under a fresh cookie, as one that showed a way in just now."""
    if any(row.id == request.signed_in.id for row in sessions.sessions_of(opened.person)):
        sessions.end(request.signed_in.id, opened.person)
    doors.set_cookie(response, sessions.start(opened, place=place_of(request), proved=True))
