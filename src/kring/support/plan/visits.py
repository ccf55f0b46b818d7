"""One visit to the client's page: when it began, whether it was left. So that what a browser sends again opens nothing.

A browser keeps the word with the page and sends it again on going back. Past the quarter of an hour, or once left, that
is answered with the question for the word. Nothing secret: it stops the next one at the phone, not who knows the word.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from kring.team.wording import queries as wording
from kring.vault import throttle
from kring.vault.primitives import is_id, new_id

LIFE = timedelta(minutes=15)
IDLE_MINUTES = 10
"""With script a page nobody touches ends itself sooner than the server lets it."""
LEFT = "client page left"


def lasting(visit: str = "") -> str:
    """A visit from now on: the same when it is not over, so that leaving one page leaves each before it; else a new."""
    name = "" if is_over(visit) else visit.partition(".")[2]
    return f"{int(timezone.now().timestamp())}.{name or new_id()}"


def is_over(visit: str) -> bool:
    """Whether a visit was left or lasted too long. None given is none to end."""
    at, _, name = visit.partition(".")
    if not visit:
        return False
    if not (at.isascii() and at.isdecimal() and is_id(name)):
        return True
    return timezone.now().timestamp() - int(at) > LIFE.total_seconds() or throttle.counted(LEFT, name, LIFE) > 0


def leave(visit: str) -> None:
    """End a visit. What is no visit leaves nothing behind."""
    _, _, name = visit.partition(".")
    if is_id(name) and not is_over(visit):
        throttle.count(LEFT, name, LIFE)


def around(visit: str = "") -> dict[str, object]:
    """What stands around each page behind the client's link: the visit, the way out, when it is read, where help is."""
    facts = wording.facts()
    return {
        "visit": lasting(visit),
        "exit": settings.KRING_QUICK_EXIT,
        "idle": IDLE_MINUTES,
        "longest": int(LIFE.total_seconds()),
        "read_when": facts["read_when"],
        "help_now": facts["help_now"],
    }
