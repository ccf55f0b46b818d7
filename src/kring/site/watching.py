"""Staying at the team mailbox: empty it, wait until the server says that something came, empty it again.

Waiting is IDLE where the server offers it, else a pause. A line that breaks is made anew, after longer each time.
"""

import imaplib
import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Final

from kring.site.fetching import empty
from kring.site.imap import Box, opened
from kring.support.intake.mailbox import Mailbox, Taken

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

LONGEST_PAUSE: Final = 300.0
SHORTEST_PAUSE: Final = 5.0
IDLE = "IDLE"


def watch(
    box: Box, mailbox: Callable[[], Mailbox], *, every: float, pause: Callable[[float], None] = time.sleep
) -> Generator[Taken | None]:
    """What became of each message, for ever; None after each round.

    every: seconds between two rounds at most. A refused sign-in ends it, as does a certificate that is not known.
    """
    waits = SHORTEST_PAUSE
    while True:
        try:
            with opened(box) as line:
                while True:
                    yield from empty(line, box, mailbox())
                    waits = SHORTEST_PAUSE
                    yield None
                    _wait(line, every, pause)
        except (imaplib.IMAP4.abort, ConnectionError, TimeoutError):
            pause(waits)
            waits = min(waits * 2, LONGEST_PAUSE)


def _wait(line: "BaseMailBox", every: float, pause: Callable[[float], None]) -> None:
    if IDLE in line.client.capabilities:
        line.idle.wait(timeout=every)
    else:
        pause(every)
        line.client.noop()
