"""Stepping in after a way in opened: a session under a fresh cookie, and the one the browser came with is over."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kring.team import doorkeeper
from kring.team.paths import own_path
from kring.team.places import place_of
from kring.team.recovering import renewing
from kring.team.ways_in import device
from kring.team.while_locked.actions import own_letters
from kring.team.who import start_path
from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest
from kring.vault.slots import Opened


def come_in(
    request: KeyedRequest, opened: Opened, by: device.ByDevice | None = None, *, on_paper: bool = False
) -> HttpResponse:
    """A session under a fresh cookie, never the one the browser came with; that one ends.

    What was written while locked is read back first; else wrong tries at this name are told first (ASVS 6.3.5), and who
    came in on paper is asked for a way in that he has at hand (on_paper).
    """
    go_out(request)
    place = own_path(request.POST.get("next", ""))
    tries = doorkeeper.wrong_tries(opened.person)
    if own_letters(opened.person).exists():
        place = reverse("written", query={"next": place} if place and place != reverse("written") else None)
    elif tries:
        place = reverse("ways_in:overview", query={"next": place} if place else None)
    elif on_paper:
        place = reverse("ways_in:overview", query={"by": "paper"} | ({"next": place} if place else {}))
    response = HttpResponseRedirect(place or start_path(opened.person))
    cookie = sessions.start(opened, place=place_of(request))
    if by is not None:
        sessions.let_device_unlock(cookie, opened, by.device, by.answer)
    doors.set_cookie(response, cookie)
    renewing.give_some(opened.session())
    return response


def go_out(request: KeyedRequest) -> None:
    """End the session the browser came with, if there is one."""
    session = getattr(request, "signed_in", None) or request.locked
    if session is not None:
        sessions.end(session.id, session.person)
