"""Pages that belong to no step of the work: the start page, health, and the choices of look and language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from kring.site.shell import THEMES, navigation
from kring.vault.doors import door


@door("site.home", public=True)
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Start page: refer somebody, see how far a referral is, sign in. A colleague goes on to the first page of work."""
    places = navigation(request) if getattr(request, "colleague", None) else []
    if places:
        return redirect(places[0]["url"])
    return render(request, "home.html")


@door("site.health", public=True)
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Say that the process answers. Asks nothing of the database, tells nothing about it."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@door("site.choose_language", public=True)
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember a language in a cookie and go back to the page."""
    chosen = request.POST.get("language", "")
    response = _back(request)
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, **_for_a_year())
    return response


@door("site.choose_theme", public=True)
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark in a cookie and go back to the page."""
    chosen = request.POST.get("theme", "")
    response = _back(request)
    if chosen in THEMES:
        response.set_cookie(settings.KRING_THEME_COOKIE, chosen, **_for_a_year())
    return response


def _for_a_year() -> dict[str, Any]:
    return {
        "max_age": settings.LANGUAGE_COOKIE_AGE,
        "secure": settings.LANGUAGE_COOKIE_SECURE,
        "httponly": True,
        "samesite": "Lax",
    }


def _back(request: HttpRequest) -> HttpResponse:
    """Redirect to the page the form stood on, when that is one of ours."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None, require_https=request.is_secure())
    return HttpResponseRedirect(page if ours and page.startswith("/") else "/")
