"""Unlocking with a short code: the browser's own key makes 32 bytes of it, and they open the session that was locked.

The key never leaves the browser and cannot be read there, the code never leaves it either; `static/kring/device.js`
does that. It ends with the session: who signs out, or waits ten hours, begins anew with a way in.
"""

from binascii import Error
from dataclasses import dataclass, field

from kring.vault import doors, sessions
from kring.vault.doors import KeyedRequest
from kring.vault.refusals import Refused
from kring.vault.slots import Opened
from kring.vault.written import from_page

ANSWER_BYTES = 32
SHORTEST = 6
"""Figures of the code; five tries."""


@dataclass(frozen=True, slots=True)
class ByDevice:
    """The name of a browser's key, and what it made of the code."""

    device: str
    answer: bytes = field(repr=False)


def opened_by(request: KeyedRequest) -> tuple[Opened, ByDevice]:
    """Who is locked, by what this browser's key made of the code. Raises `Refused`."""
    answer = read_answer(request)
    opened, device = sessions.open_by_device(_cookie(request), answer)
    return opened, ByDevice(device, answer)


def let(request: KeyedRequest, opened: Opened, device: str) -> None:
    """From now on this browser unlocks the session it is in. Raises `Refused`."""
    sessions.let_device_unlock(_cookie(request), opened, device, read_answer(request))


def that_may(request: KeyedRequest) -> str:
    """The name of the key that may unlock this session, or ""."""
    return sessions.device_of(_cookie(request))


def read_answer(request: KeyedRequest) -> bytes:
    """The 32 bytes of the form. Raises `Refused`."""
    try:
        answer = from_page(request.POST.get("device", "")[:64])
    except (Error, ValueError):
        raise Refused from None
    if len(answer) != ANSWER_BYTES:
        raise Refused
    return answer


def _cookie(request: KeyedRequest) -> str:
    return request.COOKIES.get(doors.COOKIE, "")
