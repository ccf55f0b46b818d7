"""What sort of screen a browser is, for its owner's own list: never who, where or which version."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

BROWSERS = {"Firefox/": "firefox", "Edg/": "edge", "Chrome/": "chrome", "Safari/": "safari"}
"""Sign in the browser's own name -> code, the more telling first: most of them claim to be Safari too."""
SORTS = {"phone": _("Phone"), "computer": _("Computer")}
NAMES = {"firefox": "Firefox", "edge": "Edge", "chrome": "Chrome", "safari": "Safari"}


def place_of(request: HttpRequest) -> str:
    """`phone chrome`, `computer firefox`, or `computer` alone."""
    agent = request.headers.get("User-Agent", "")
    sort = "phone" if "Mobi" in agent or "Android" in agent else "computer"
    browser = next((code for sign, code in BROWSERS.items() if sign in agent), "")
    return f"{sort} {browser}".strip()


def spoken(place: str) -> tuple[object, str]:
    """The sort in the reader's language, and the browser's name or nothing."""
    sort, _space, browser = place.partition(" ")
    return SORTS.get(sort, SORTS["computer"]), NAMES.get(browser, "")
