"""Pages of the floor: refer, thanks, my dossiers (with search), one dossier, a note in it."""

import secrets

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from benchmarks.floor.cases.forms import ReferralForm
from benchmarks.floor.cases.models import Contact, Dossier, Phase, Referral
from benchmarks.floor.cases.queries import by_attention, find, open_dossiers


class SignedIn(HttpRequest):
    """A request behind `login_required`."""

    user: User


def refer(request: HttpRequest) -> HttpResponse:
    form = ReferralForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.code = secrets.token_hex(8)
        referral = form.save()
        return redirect("thanks", code=referral.code)
    return render(request, "cases/refer.html", {"form": form})


def thanks(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "cases/thanks.html", {"referral": get_object_or_404(Referral, code=code)})


@login_required
def caseload(request: SignedIn) -> HttpResponse:
    words = request.POST.get("words", "").strip()
    dossiers = list(find(request.user, words) if words else open_dossiers(request.user))
    held = sum(dossier.holder_id == request.user.pk for dossier in dossiers)
    context = {
        "groups": by_attention(dossiers),
        "words": words,
        "held": held,
        "joined": len(dossiers) - held,
        "referrals": Referral.objects.filter(assigned_to=request.user, decided_on=None).count(),
        "phases": Phase.choices,
    }
    return render(request, "cases/caseload.html", context)


@login_required
def dossier(request: SignedIn, number: str) -> HttpResponse:
    """One dossier of one's own with all its notes, the newest first."""
    mine = Dossier.objects.select_related("client", "holder", "deputy").filter(
        Q(holder=request.user) | Q(deputy=request.user)
    )
    found = get_object_or_404(mine, number=number)
    notes = found.contacts.select_related("author").order_by("-held_on", "-pk")
    actions = found.actions.order_by("due_on")
    return render(request, "cases/dossier.html", {"dossier": found, "notes": notes, "actions": actions})


@login_required
def note(request: SignedIn, number: str) -> HttpResponse:
    """Add a note to it."""
    mine = Dossier.objects.filter(Q(holder=request.user) | Q(deputy=request.user))
    found = get_object_or_404(mine, number=number)
    Contact.objects.create(
        dossier=found, author=request.user, held_on=timezone.localdate(), text=request.POST.get("sentence", "")
    )
    return redirect("dossier", number=number)
