"""The page of the rules, for the office: what holds, and the form of a next version."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.pot.access import works_on_pot
from kring.pot.regulation import queries
from kring.pot.regulation.actions import publish
from kring.pot.regulation.forms import RulesForm, standing
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGE = "pot/regulation/pages/rules.html"


@door("pot.rules", to=works_on_pot)
@require_http_methods(["GET", "POST"])
def rules(request: KeyedRequest) -> HttpResponse:
    """Publish a next version of the rules, on top of the one that stands."""
    row = queries.newest()
    if request.method == "GET":
        return render(request, PAGE, {"form": RulesForm(initial=standing(row), auto_id="rules-%s"), "row": row})
    form = RulesForm(request.POST, auto_id="rules-%s")
    if not form.is_valid():
        return render(request, PAGE, {"form": form, "row": row})
    given = form.cleaned_data
    try:
        publish(request.signed_in.person, seen=given["seen"], once=given["once"], **form.rules())
    except Conflict:
        said = gettext("A colleague was earlier. What was published stands above; your words still stand here.")
        row = queries.newest()
        sent = request.POST.copy()
        sent["seen"], sent["once"] = str(row.number if row else 0), new_id()
        again = RulesForm(sent, auto_id="rules-%s")
        again.add_error(None, said)
        return render(request, PAGE, {"form": again, "row": row, "earlier": True}, status=409)
    return HttpResponseRedirect(f"{reverse('pot:applications')}?done=published")
