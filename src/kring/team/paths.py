"""Where somebody may be sent on to: a path of this site, never the door itself."""

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

DOORS = (
    *("signin", "locked", "signout", "write_locked", "ways_in:confirm"),
    *("city_go", "city_back", "city_known", "ways_in:city_go"),
)


def own_path(path: str) -> str:
    """The path, or nothing when it leads elsewhere or back to the door."""
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    at_the_door = path.partition("?")[0] in {reverse(name) for name in DOORS}
    return path if ours and not at_the_door else ""
