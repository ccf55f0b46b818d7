"""Showing a way in once more: to unlock, and before ways in may change. One answer for every mistake."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kring.team import doorkeeper
from kring.team.address import address_of
from kring.team.doorkeeper import TooOften
from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest
from kring.vault.refusals import Busy, Refused
from kring.vault.slots import Opened

BUSY_SECONDS = 5
WithProof = Callable[[KeyedRequest, Opened], HttpResponse]


def prove(person: str, request: KeyedRequest) -> Opened:
    """Open this person by what the form holds: passkey, code on paper, else password. Raises `Refused`, `Busy`."""
    form = request.POST
    if "answer" in form:
        return doorkeeper.open_again_by_passkey(person, form["answer"], form.get("prf", ""))
    if "paper" in form:
        return doorkeeper.open_by_paper(form["paper"], address_of(request), person)
    return doorkeeper.open_again(person, form.get("password", ""), address_of(request), form.get("code", ""))


def proven(view: WithProof) -> Callable[[KeyedRequest], HttpResponse]:
    """Hands the view the open person, when a way in was shown in the last minutes; else asks for one first."""

    @wraps(view)
    def shown(request: KeyedRequest) -> HttpResponse:
        opened = sessions.proven(request.COOKIES.get(doors.COOKIE, ""))
        if opened is None:
            return HttpResponseRedirect(reverse("ways_in:confirm", query={"next": request.path}))
        return view(request, opened)

    return shown


@dataclass(frozen=True, slots=True)
class Says:
    """How a page answers a mistake at the door."""

    status: int
    context: dict[str, object] = field(default_factory=dict)
    retry_after: str = ""


def what_went_wrong(reason: Refused | Busy) -> Says:
    """Wrong, wait, or busy: nothing else is told."""
    if isinstance(reason, TooOften):
        seconds = int(reason.wait.total_seconds())
        return Says(429, {"wait_minutes": seconds // 60}, str(seconds))
    if isinstance(reason, Busy):
        return Says(503, {"busy": True}, str(BUSY_SECONDS))
    return Says(200, {"refused": True})
