"""Leaving the client's page in haste: an empty page that says nothing of us, or the site the town named.

Its address holds no link. GET changes nothing, so that no other site can sign anybody out; a POST from the page itself
ends the visit and lets the browser forget.
"""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kring.support.plan import visits
from kring.support.plan.word_page import PAGES
from kring.vault.doors import KeyedRequest, door

FORGET = '"cache", "cookies", "storage"'


@door("plan.away", public=True)
@require_http_methods(["GET", "POST"])
def away(request: KeyedRequest) -> HttpResponse:
    """Go away, and leave no way back."""
    answer = render(request, f"{PAGES}/away.html", {"exit": settings.KRING_QUICK_EXIT})
    if request.method == "POST":
        visits.leave(request.POST.get("visit", ""))
        answer.headers["Clear-Site-Data"] = FORGET
    return answer
