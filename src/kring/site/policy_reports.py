"""A browser tells that a page broke the policy: kept is which rule and which sort of page, and nothing else.

A report names the address of the page, and an address may hold the token of a link. It comes to this server alone,
which served that page; only the name of the route is written down. A report is anybody's word: it changes nothing.
"""

import json
import logging
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kring.vault import throttle
from kring.vault.doors import door

LARGEST = 8 * 1024
A_MINUTE = 30
"""More than this in a minute, of everybody together, is not written down."""
log = logging.getLogger("kring.policy")


@csrf_exempt
@door("site.policy_report", public=True)
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """Write down one report; the answer is the same whatever was sent."""
    told = _read(request)
    if told and throttle.count("policy report", "") <= A_MINUTE:
        log.warning("policy broken: %s on %s", *told)
    return HttpResponse(status=204)


def _read(request: HttpRequest) -> tuple[str, str] | None:
    """Rule and route of a report, or None for what is none. Only words of ours come out of it."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            return None
        told: Any = json.loads(request.read(LARGEST))["csp-report"]
        rule = str(told["effective-directive"])
        page = str(told["document-uri"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    known = [each for each in settings.SECURE_CSP if rule in (each, f"{each}-elem", f"{each}-attr")]
    return (known[0], _route(page)) if known else None


def _route(page: str) -> str:
    """The name of the route of an address; no part of the address itself."""
    path = "/" + page.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]
    try:
        return resolve(path).view_name
    except (Resolver404, ValueError):
        return "no page of ours"
