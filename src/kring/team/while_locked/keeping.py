"""What the door does with a form that comes to it while the session is locked: keep it, then ask to unlock."""

from django.urls import reverse

from kring.team.while_locked import actions
from kring.vault.doors import KeyedRequest
from kring.vault.refusals import Refused

NOT_KEPT = {
    "ways_in:city",
    "ways_in:confirm",
    "ways_in:passkey",
    "ways_in:password",
    "ways_in:code",
    "ways_in:paper",
    "ways_in:unlock_here",
}
"""Forms that hold what opens something: they are filled in again."""
NOTHING_TYPED = {
    "desk:tick_action",
    "desk:tick_step",
    "draft_find",
    "privacy:count",
    "unfinished_away",
    "ways_in:city_away",
    "ways_in:end",
    "ways_in:remove",
    "ways_in:seen",
    "written_away",
    "written_send",
}
"""Forms of one button: it is pressed again. And what a script asks."""


def keep(request: KeyedRequest) -> str:
    """The path to go to after unlocking, or "" when nothing was kept."""
    match = request.resolver_match
    if request.locked is None or match is None or match.view_name in NOT_KEPT | NOTHING_TYPED:
        return ""
    try:
        actions.keep_unsent(request.locked.person, request.path, request.POST, files=bool(request.FILES))
    except Refused:
        return ""
    return reverse("written")
