"""The page of two taps."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kring.support.disclosure.urgent.forms import UrgentForm
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.rules import complete_by
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.doors import KeyedRequest, door


@door("disclosure.urgent")
@require_http_methods(["GET", "POST"])
def urgent(request: KeyedRequest, dossier: str) -> HttpResponse:
    """To whom, why now; kept at once, completed later."""
    opened = opening(request.signed_in, dossier, act="disclosure.urgent")
    form = UrgentForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        told = form.told(request.signed_in.person)
        with acting("disclosure.urgent", by=told.by) as act:
            if act.once(form.key, lock=dossier, outcome=dossier) is None:
                now = Dossier.objects.select_for_update(no_key=True).get(id=dossier).verified()
                disclosing.record_urgent(act, now, told)
        return HttpResponseRedirect(reverse("disclosure:told", args=[dossier]))
    context = {"dossier": dossier, "label": opened.summary.label, "form": form, "by": complete_by(today())}
    return render(request, "support/disclosure/urgent/pages/urgent.html", context)
