"""The form in a frame on the city's own site: for the sites that a setting names, and without any cookie.

A frame on another site gets none of our cookies, so its form can bring no form token. It needs none either: the form is
public, knows no session and does the same for whoever sends it. The language stands in the address.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import csrf_exempt

from kring.vault.doors import KeyedRequest
from kring.vault.refusals import Refused

STEPS = {"start": "aanmelden", "story": "bezorgdheid", "talk": "gesprek", "thanks": "bedankt"}
"""Step -> its word in the address."""

Framed = Callable[[KeyedRequest, str, str], HttpResponse]


def routes(request: HttpRequest) -> dict[str, str]:
    """Step -> where its form goes: within the frame when the request came from there."""
    found = request.resolver_match
    language = found.kwargs.get("language") if found else None
    if language:
        return {step: reverse("intake:embedded", args=[language, word]) for step, word in STEPS.items()}
    return {step: reverse(f"intake:{step}") for step in STEPS}


def embeddable(view: Framed) -> Framed:
    """Let the named sites, and no other, put this view in a frame; without the setting it is not there."""

    @wraps(view)
    @csrf_exempt
    def framed(request: KeyedRequest, language: str, step: str) -> HttpResponse:
        sites = settings.KRING_EMBED_ON
        if not sites or language not in dict(settings.LANGUAGES) or step not in STEPS.values():
            raise Refused
        policy: dict[str, Any] = {**settings.SECURE_CSP, "frame-ancestors": sites}
        with translation.override(language):
            shown = xframe_options_exempt(csp_override(policy)(view))
            response: HttpResponse = shown(request, language, step)
        response.headers["Content-Language"] = language
        return response

    return framed
