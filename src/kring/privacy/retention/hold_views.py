"""The page of what is held back: all of it, a new hold, and lifting one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kring.privacy.retention import holds
from kring.privacy.retention.forms import HoldForm
from kring.privacy.retention.models import Hold
from kring.privacy.retention.offices import at_the_desk
from kring.privacy.retention.sheet import reason
from kring.team import queries as team
from kring.team.clock import today
from kring.team.names import name_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGES = "privacy/retention/pages"


@door("retention.holds", to=at_the_desk)
@require_http_methods(["GET", "POST"])
def hold(request: KeyedRequest) -> HttpResponse:
    """What is held back today, and a form to hold something back."""
    form = HoldForm(request.POST if request.method == "POST" else None, initial={"once": new_id()})
    if request.method == "POST" and form.is_valid():
        holds.place(request.signed_in.person, **form.cleaned_data)
        return redirect(f"{reverse('privacy:holds')}?done=held")
    rows = [row.verified() for row in Hold.objects.filter(until_on__gte=today()).order_by("until_on", "number")]
    names = team.colleagues({row.owner for row in rows})
    lines = [(row, reason(row), name_of(names, row.owner)) for row in rows]
    return render(request, f"{PAGES}/holds.html", {"lines": lines, "form": form, "done": request.GET.get("done", "")})


@door("retention.lift", to=at_the_desk)
@require_POST
def lift(request: KeyedRequest, hold: str) -> HttpResponse:
    """End one."""
    try:
        holds.lift(request.signed_in.person, hold)
    except Conflict:
        return redirect("privacy:holds")
    return redirect(f"{reverse('privacy:holds')}?done=lifted")
