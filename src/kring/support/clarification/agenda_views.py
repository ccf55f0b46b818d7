"""The page on which a colleague makes or takes back the address of his agenda, and the agenda itself for programs."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.support.clarification.agenda import TooOften, feed_of, make_feed, read_feed, take_back
from kring.team.access import in_circle
from kring.team.address import address_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id


@door("clarification.agenda", to=in_circle("intake"))
@require_http_methods(["GET", "POST"])
def mine(request: KeyedRequest) -> HttpResponse:
    """My agenda elsewhere: make an address, shown this once, or take it back."""
    address, done = "", ""
    if request.method == "POST" and "take_back" in request.POST:
        take_back(request.signed_in)
        done = _("The address opens nothing any more.")
    elif request.method == "POST":
        secret = make_feed(request.signed_in, once=request.POST.get("once", "")[:64] or new_id())
        address = (settings.KRING_ORIGIN or request.build_absolute_uri("/")[:-1]) + reverse(
            "clarification:feed", args=[secret]
        )
    context = {"feed": feed_of(request.signed_in.person), "address": address, "done": done, "once": new_id()}
    return render(request, "support/clarification/pages/agenda.html", context)


@door("clarification.feed", public=True)
@require_safe
def feed(request: KeyedRequest, token: str) -> HttpResponse:
    """The agenda behind a secret address. A wrong one, one that was taken back and a guess are refused alike."""
    try:
        written = read_feed(token, place=address_of(request))
    except TooOften:
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    return HttpResponse(written, content_type="text/calendar; charset=utf-8")
