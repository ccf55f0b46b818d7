"""The page of the legal references: what each article is called, and confirming the day on which some move."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from kring.team import queries as team
from kring.team.access import colleague_only, holds_office
from kring.team.clock import today
from kring.team.law import switch
from kring.team.law.forms import SwitchForm
from kring.team.law.registry import MOVED, NEW_CODE_FROM, STAYED, Basis, bases
from kring.team.names import name_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

confirms = holds_office("dpo")


@door("law.page", to=colleague_only)
@require_http_methods(["GET", "POST"])
def law(request: KeyedRequest) -> HttpResponse:
    """Every reference; the privacy officer confirms the day of the move."""
    if request.method == "GET":
        return _shown(request, None)
    if not confirms(request):
        raise Refused
    form = SwitchForm(request.POST)
    if not form.is_valid():
        return _shown(request, form)
    try:
        switch.confirm(request.signed_in.person, **form.cleaned_data)
    except Conflict:
        return _shown(request, form, late=True)
    return redirect(f"{reverse('team:law')}?done=confirmed")


def _shown(request: KeyedRequest, form: SwitchForm | None, *, late: bool = False) -> HttpResponse:
    row, language = switch.newest(), translation.get_language() or "nl"
    seen = row.number if row is not None else 0
    expected = row.from_on if row is not None else NEW_CODE_FROM
    if late or form is None:
        typed = {name: form.data.get(name) for name in ("from_on", "source")} if form else {"from_on": expected}
        form = SwitchForm(initial={**typed, "seen": seen, "once": new_id()})
    context = {
        "moved": [_pair(of, bases(expected), language) for of, *_ in MOVED],
        "stayed": [one.said(language) for one in STAYED],
        "confirmed": row,
        "by": name_of(team.colleagues({row.by}), row.by) if row is not None else "",
        "expected": expected,
        "over": expected <= today(),
        "form": form,
        "may": confirms(request),
        "late": late,
        "done": request.GET.get("done", ""),
    }
    return render(request, "team/law/pages/law.html", context, status=409 if late else 200)


def _pair(of: str, rows: tuple[Basis, ...], language: str) -> tuple[str, str]:
    """The article before the move and after it."""
    old, new = (one.said(language, short=True) for one in rows if one.of == of)
    return old, new
