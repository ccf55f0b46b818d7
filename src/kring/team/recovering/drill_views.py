"""The page that leads two trustees through a drill, step by step, and keeps its record."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from kring.team import queries
from kring.team.address import address_of
from kring.team.enrolment.rules import NotAllowed
from kring.team.recovering import drill as drills
from kring.team.recovering import due
from kring.team.recovering.actions import trustees
from kring.team.recovering.drill_show import told
from kring.team.recovering.models import Wrong
from kring.team.recovering.views import trustee
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Busy, Conflict, Refused


class PaperForm(forms.Form):
    """The code as it stands on the sheet."""

    code = forms.CharField(
        label=_("The code on your paper"),
        max_length=60,
        error_messages={"required": _("Type the code that stands on your sheet.")},
    )


class EndForm(forms.Form):
    """What went wrong; nothing is an answer too."""

    wrong = forms.MultipleChoiceField(
        label=_("What went wrong?"), choices=Wrong.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


@require_GET
@door("recovery.drill", to=trustee)
def drill(request: KeyedRequest) -> HttpResponse:
    """Where the drill stands, what this trustee does next, and the drills of before."""
    return _page(request)


@require_POST
@door("recovery.drill_step", to=trustee)
def step(request: KeyedRequest, step: str) -> HttpResponse:
    """One step of the drill; pressed twice it is done once."""
    form = PaperForm(request.POST) if step == "paper" else None
    session = request.signed_in
    try:
        if step == "begin":
            drills.begin(session, request.POST.get("second", ""))
        elif form is not None:
            if not form.is_valid():
                return _page(request, form)
            drills.paper(session, form.cleaned_data["code"], address_of(request))
        elif step == "end":
            drills.end(session, request.POST.getlist("wrong"))
        elif step in STEPS:
            STEPS[step](session)
        else:
            raise Refused
    except NotAllowed as sentence:
        return _page(request, form, str(sentence))
    except Busy:
        return _page(request, form, gettext("That were many tries. Wait a moment and try again."))
    except Conflict:
        raise Refused from None
    return redirect(f"{reverse('team:drill')}?done={step}")


STEPS = {"half": drills.half, "finish": drills.finish, "open": drills.look}


def _page(request: KeyedRequest, form: PaperForm | None = None, refusal: str = "") -> HttpResponse:
    me, row = request.signed_in.person, drills.under_way()
    if refusal and form is not None:
        form.add_error("code", refusal)
    names = {one.principal: one.name for one in trustees()}
    context: dict[str, Any] = {
        "others": [(who, name) for who, name in names.items() if who != me],
        "due": due.is_due(),
        "row": row,
        "records": told(drills.records()),
        "form": form or PaperForm(),
        "ending": EndForm(),
        "refusal": "" if form is not None else refusal,
        "done": request.GET.get("done", ""),
    }
    if row is not None:
        people = queries.colleagues([row.first, row.second])
        context |= {who: people[getattr(row, who)].name for who in ("first", "second") if getattr(row, who) in people}
        context |= {"steps": drills.steps(row), "is_first": row.first == me, "is_second": row.second == me}
        context["paper_done"] = bool(row.first_paper_at if row.first == me else row.second_paper_at)
    return render(request, "team/recovering/pages/drill.html", context)
