"""What the shell around a page shows: who is signed in, where one can go, the chosen look.

It reads `request.colleague`, set by the door of the vault; that may be None or absent, and is looked up when a page
shows it. An error page goes through the same shell and sets it to None: it asks nothing.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, ResolverMatch, get_script_prefix, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

THEMES = ("light", "dark")
IN_THE_BAR = 4
"""So many places fit beside each other under a thumb; what is more lies behind *More*, with signing out."""


@dataclass(frozen=True)
class Destination:
    """A line of the navigation. `short`: its word in the bar of the phone. `thumb`: the main action, on a phone.

    `inside`: what an address names of a page that lies inside this place.
    """

    route: str
    icon: str
    label: Any
    short: Any
    thumb: bool = False
    inside: str = ""


DESTINATIONS = (
    Destination("desk:today", "sun", _("Today"), _("Today")),
    Destination("mediation:files", "chat", _("Neighbours"), _("Neighbours"), inside="file"),
    Destination("sanctions:files", "doc", _("Sanctions"), _("Sanctions"), inside="file"),
    Destination("sanctions:gone", "clock", _("What was destroyed"), _("Destroyed")),
    Destination("desk:my_dossiers", "folder", _("My dossiers"), _("Dossiers"), inside="dossier"),
    Destination("desk:log", "pen", _("Note a contact"), _("Note"), thumb=True),
    Destination("contacts:street", "street", _("Street round"), _("Street")),
    Destination("clarification:board", "inbox", _("Referrals"), _("Referrals (short)"), inside="referral"),
    Destination("exchange:meetings", "bulb", _("Team exchange"), _("Exchange"), inside="meeting"),
    Destination("concerns:concerns", "chat", _("Concerns"), _("Concerns"), inside="concern"),
    Destination("desk:glass", "glass", _("In an emergency: break the glass"), _("Emergency")),
    Destination("desk:pulse", "work", _("How the team stands"), _("Stand")),
    Destination("reporting:department", "chart", _("The team in figures"), _("Figures")),
    Destination("pot:applications", "pot", _("Project pot"), _("Pot"), inside="application"),
    Destination("team:services", "house", _("Services"), _("Services")),
    Destination("reporting:council_answer", "chart", _("Council answer"), _("Figures")),
    Destination("mediation:figures", "chart", _("Figures of mediation"), _("Figures")),
    Destination("sanctions:figures", "chart", _("Figures of sanctions"), _("Figures")),
    Destination("reporting:questions", "chat", _("Questions"), _("Questions"), inside="question"),
    Destination("disclosure:briefings", "speak", _("Asked of me"), _("Asked"), inside="briefing"),
    Destination("team:manage", "key", _("Manage colleagues"), _("Manage")),
    Destination("privacy:requests", "doc", _("Requests"), _("Requests")),
    Destination("privacy:journal", "eye", _("Access log"), _("Log")),
    Destination("privacy:glass", "glass", _("Behind glass"), _("Glass")),
    Destination("privacy:incident", "warn", _("Incident"), _("Incident")),
    Destination("privacy:retention", "clock", _("Retention terms"), _("Retention")),
    Destination("team:wording", "mail", _("Letters of the town"), _("Letters")),
    Destination("team:colleagues", "team", _("Team"), _("Team")),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `colleague`, `nav`, `bar` (a phone), `languages`, `theme`, `page_path`."""
    colleague = getattr(request, "colleague", None)
    theme = request.COOKIES.get(settings.KRING_THEME_COOKIE, "")
    nav: Any = SimpleLazyObject(lambda: navigation(request))
    return {
        "colleague": colleague,
        "nav": nav,
        "bar": SimpleLazyObject(lambda: bar(nav)),
        "languages": settings.LANGUAGES,
        "theme": theme if theme in THEMES else "",
        "page_path": request.path if request.method == "GET" else "/",
    }


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The destinations this colleague may open: `{url, icon, label, short, thumb, current}`.

    current: "page" when one is there, "true" on a page inside it, "" elsewhere; as `aria-current` says it.
    A colleague without `destinations` (a set of route names) sees every route that is installed; the doors decide.
    """
    open_to = getattr(getattr(request, "colleague", None), "destinations", None)
    at = request.resolver_match
    lines = []
    for place in DESTINATIONS:
        url = _installed(place.route, get_script_prefix(), settings.ROOT_URLCONF)
        if url and (open_to is None or place.route in open_to):
            shown = {"url": url, "icon": place.icon, "label": place.label, "short": place.short}
            lines.append({**shown, "thumb": place.thumb, "current": _current(place, at)})
    return lines


def _current(place: Destination, at: ResolverMatch | None) -> str:
    if at is None:
        return ""
    if place.route == at.view_name:
        return "page"
    return "true" if place.inside in at.kwargs else ""


def bar(lines: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The bar of a phone: `first` beside each other, the rest behind `more`, the main action in the middle."""
    if len(lines) <= IN_THE_BAR:
        return {"first": lines, "more": []}
    thumbs, others = [line for line in lines if line["thumb"]], [line for line in lines if not line["thumb"]]
    first = IN_THE_BAR - len(thumbs)
    return {"first": [*others[:2], *thumbs, *others[2:first]], "more": others[first:]}


@lru_cache(maxsize=256)
def _installed(route: str, _prefix: str, _urlconf: str) -> str:
    """Addresses do not change while a process runs, and every page asks ten of them."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
