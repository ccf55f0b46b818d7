"""The pages of the selection rules: all of them, and one with its versions."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kring.privacy.retention.forms import RuleForm, on_top_of
from kring.privacy.retention.offices import at_the_desk, writes_rules
from kring.team.clock import today
from kring.team.retention import DEFAULTS, Series, queries
from kring.team.retention.actions import write_rule
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "privacy/retention/pages"


@door("retention.rule", to=at_the_desk)
@require_http_methods(["GET", "POST"])
def rule(request: KeyedRequest, series: str) -> HttpResponse:
    """One rule: what it says, what it said before, and the next version for the privacy officer."""
    if series not in Series:
        raise Refused
    of = Series(series)
    if request.method == "GET":
        return _shown(request, of, None)
    if not writes_rules(request):
        raise Refused
    form = RuleForm(request.POST)
    if not form.is_valid():
        return _shown(request, of, form)
    try:
        write_rule(
            request.signed_in.person,
            form.rule(of),
            seen=form.cleaned_data["seen"],
            once=form.cleaned_data["once"],
        )
    except Conflict:
        return _shown(request, of, form, late=True)
    return redirect(f"{reverse('privacy:rule', args=[series])}?done=kept")


def _shown(request: KeyedRequest, series: Series, form: RuleForm | None, *, late: bool = False) -> HttpResponse:
    versions = queries.versions(series)
    newest = versions[0] if versions else DEFAULTS[series]
    if late or form is None:
        form = on_top_of(newest, seen=newest.number, typed=form)
    context = {
        "series": series,
        "rule": newest,
        "holds": newest.holds(today()),
        "versions": versions[1:],
        "form": form,
        "late": late,
        "may": writes_rules(request),
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/rule.html", context, status=409 if late else 200)
