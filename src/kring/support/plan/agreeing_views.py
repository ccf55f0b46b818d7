"""The client agrees with the plan as it stands: how, when, and who else did."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.plan import actions
from kring.support.plan.content import Consent
from kring.support.plan.opening import open_plan
from kring.support.plan.views import page
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.form_fields import day_field, text_field
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

HOW = (_("at the table"), _("by phone"), _("in a message"), _("signed on paper"))


class AgreeForm(forms.Form):
    """How and when the client agreed; others one a line."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    how = forms.ChoiceField(
        label=_("How did the client agree?"), error_messages={"required": _("Choose how the client agreed.")}
    )
    on = day_field(label=_("When?"), error_messages={"required": _("Write the day.")})
    words = text_field(_("What did the client say with it?"), most=300, required=False)
    others = text_field(
        _("Who else agreed?"),
        rows=True,
        most=600,
        required=False,
        help_text=_("One a line. With a comma, how: “Mama, by phone”."),
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id(), "on": today()}, auto_id="agree-%s")
        self.fields["how"].choices = [(str(number), how) for number, how in enumerate(HOW)]  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        """A day that is not still to come."""
        on = self.cleaned_data["on"]
        if on and on > today():
            raise forms.ValidationError(gettext("This day is still to come."))
        return on

    @property
    def consents(self) -> list[Consent]:
        """Who else agreed, one a line."""
        lines = [line.partition(",") for line in self.cleaned_data["others"].splitlines() if line.strip()]
        return [Consent(name.strip(), how.strip() or gettext("agreed")) for name, _comma, how in lines]


@door("plan.agree")
@require_http_methods(["GET", "POST"])
def agree(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Ask, then freeze this version."""
    opened = open_plan(request.signed_in, dossier, act="plan.agree")
    if not opened.is_open or not (opened.rows or opened.actions):
        raise Refused
    form = AgreeForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return page(request, opened, status=400 if form.is_bound else 200, agreeing=form)
    said = form.cleaned_data
    how = str(HOW[int(said["how"])])
    actions.agree(opened, on=said["on"], how=how, words=said["words"], others=form.consents, once=said["once"])
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('plan:plan', args=[dossier])}?done=agreed")
