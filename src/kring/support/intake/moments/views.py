"""The page on which a colleague says when he is free, and sees which moments were asked for."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.intake.moments import queries
from kring.support.intake.moments.actions import publish, withdraw
from kring.support.intake.moments.forms import PublishForm
from kring.support.intake.moments.show import lines
from kring.team.access import in_circle
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

DONE: dict[str, Promise] = {
    "published": _("Your moments stand in the form."),
    "withdrawn": _("This moment is no longer offered."),
    "earlier": _("A referrer was earlier and asked for this moment. Look at it below."),
}
"""A word in an address -> what is said above the page."""


@door("intake.moments", to=in_circle("intake"))
@require_http_methods(["GET", "POST"])
def moments(request: KeyedRequest) -> HttpResponse:
    """My moments, and publishing more of them."""
    form = PublishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        publish(request.signed_in, form.starts, where=given["place"], once=given["once"])
        return _back("published")
    shown = lines(queries.mine(request.signed_in.person))
    context = {"form": form, "days": shown, "done": DONE.get(request.GET.get("done", ""), "")}
    return render(request, "support/intake/pages/moments.html", context)


@door("intake.withdraw_moment", to=in_circle("intake"))
@require_POST
def withdraw_moment(request: KeyedRequest, moment: str) -> HttpResponse:
    """Take back one free moment of mine."""
    try:
        withdraw(request.signed_in, moment)
    except Conflict:
        return _back("earlier")
    return _back("withdrawn")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('intake:moments')}?done={done}")
