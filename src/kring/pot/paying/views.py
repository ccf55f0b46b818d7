"""The page of payments, for the office: what is owed, the form of a run, the runs with their files."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kring.pot.access import works_on_pot
from kring.pot.desk.shown import euro
from kring.pot.paying import queries
from kring.pot.paying.actions import make_run
from kring.pot.paying.forms import PayForm, standing
from kring.pot.paying.opening import content_of, projects_of
from kring.pot.paying.pain import pain_file, transfers
from kring.pot.paying.table import csv_file
from kring.team.printing import handed_over
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGE = "pot/paying/pages/payments.html"
DONE = {"made": gettext_lazy("The payment file is ready below. Give it to the finance department.")}
HEADS = (
    gettext_lazy("reference"),
    gettext_lazy("kind"),
    gettext_lazy("day"),
    gettext_lazy("name"),
    gettext_lazy("account"),
    gettext_lazy("amount"),
    gettext_lazy("message"),
)


@door("pot.payments", to=works_on_pot)
@require_http_methods(["GET", "POST"])
def payments(request: KeyedRequest) -> HttpResponse:
    """What is owed now; sent, a run for finance."""
    runs, choices = queries.runs(), _choices(request)
    if request.method == "GET":
        form = PayForm(choices=choices, initial=standing(runs[0] if runs else None, choices))
        return _page(request, form, runs)
    form = PayForm(request.POST, choices=choices)
    if not form.is_valid():
        return _page(request, form, runs)
    given = form.cleaned_data
    try:
        make_run(
            request.signed_in.person,
            chosen=given["chosen"],
            payer=form.payer,
            pay_on=given["pay_on"],
            once=given["once"],
        )
    except Conflict:
        form.add_error("chosen", gettext("Something was paid or changed meanwhile. Look at the list again."))
        return _page(request, form, runs, status=409)
    return HttpResponseRedirect(f"{reverse('pot:payments')}?done=made")


@door("pot.payment_file", to=works_on_pot)
@require_GET
def payment_file(request: KeyedRequest, run: str) -> HttpResponse:
    """A run for a bank: ISO 20022."""
    content = content_of(request.signed_in, run, act="pot.payment_file")
    if not transfers(content):
        raise Refused
    return handed_over(pain_file(content), _name(content.number), "xml")


@door("pot.payment_table", to=works_on_pot)
@require_GET
def payment_table(request: KeyedRequest, run: str) -> HttpResponse:
    """A run for a bookkeeping: CSV."""
    content = content_of(request.signed_in, run, act="pot.payment_table")
    return handed_over(csv_file(content, [str(head) for head in HEADS]), _name(content.number), "csv")


def _choices(request: KeyedRequest) -> list[tuple[str, str]]:
    due = queries.due()
    projects = projects_of(request.signed_in, [one.application.id for one in due], act="pot.payments")
    said = []
    for one in due:
        project = projects.get(one.application.id)
        if project is not None:
            parts = (exact(abs(one.owed.cents)), str(one.owed.kind.label), project.title, project.organisation)
            said.append((one.choice, " · ".join(parts)))
    return said


def exact(cents: int) -> str:
    """Euros, with cents where there are any."""
    whole, rest = divmod(cents, 100)
    return euro(whole) + (f",{rest:02}" if rest else "")


def _page(request: KeyedRequest, form: PayForm, runs: list[Any], status: int = 200) -> HttpResponse:
    shown = [
        {
            "id": run.id,
            "number": run.number,
            "pay_on": run.pay_on,
            "count": run.payments_in,
            "sum": ("-" if run.cents_in < 0 else "") + exact(abs(run.cents_in)),
            "out": run.out,
        }
        for run in runs
    ]
    fields: Any = form.fields["chosen"]
    context = {
        "form": form,
        "owed": bool(fields.choices),
        "most": len(fields.choices) == queries.MOST,
        "runs": shown,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, PAGE, context, status=status)


def _name(number: int) -> str:
    return f"{gettext('payments')}-{number}"
