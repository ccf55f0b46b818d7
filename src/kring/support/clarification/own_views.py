"""The referrer's own link: code first, then where it stands, then moving or withdrawing. GET changes nothing.

A wrong code, another's code and a link that never was get one answer; whoever tries many waits.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.clarification import own
from kring.support.clarification.rules import NotNow
from kring.support.intake.fitting import CALL
from kring.support.intake.models import Referral
from kring.support.intake.moments import queries as moments
from kring.support.intake.moments import show
from kring.support.intake.moments.rules import Taken
from kring.support.intake.status import guesses, views
from kring.support.intake.status.forms import CodeForm
from kring.support.intake.status.guesses import TooMany
from kring.team.address import address_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGE = "support/clarification/pages/own.html"


class MoveForm(forms.Form):
    """Another hour, of those on offer, or a call."""

    moment = forms.ChoiceField(
        label=_("Which moment suits you better?"),
        error_messages={
            "required": _("Choose a moment."),
            "invalid_choice": _("This moment was just taken. Choose another."),
        },
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given)
        hours = [(show.value(at), show.moment(at)) for at in moments.offered()]
        self.fields["moment"].choices = [*hours, (CALL, gettext("Rather call me"))]  # type: ignore[attr-defined]

    @property
    def to(self) -> datetime | None:
        """The hour, or None for a call."""
        chosen: str = self.cleaned_data["moment"]
        return None if chosen == CALL else datetime.fromisoformat(chosen)


class WithdrawForm(forms.Form):
    """Said twice, so that a slip of the thumb erases nothing."""

    sure = forms.BooleanField(
        label=_("Yes, erase what I wrote"), error_messages={"required": _("Tick this first, if you are sure.")}
    )


@door("clarification.own", public=True)
@require_http_methods(["GET", "POST"])
def own_link(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the code; with the code show where it stands; with a step do it."""
    if request.method == "GET":
        return views.ask(request, CodeForm())
    try:
        guesses.check(address_of(request))
        referral = own.open_own(token, request.POST.get("code", ""))
    except TooMany:
        return views.too_many(request)
    except Refused:
        return views.refuse(request)
    return _step(request, referral)


def _step(request: KeyedRequest, referral: Referral) -> HttpResponse:
    move, withdraw = MoveForm(_sent(request, "move")), WithdrawForm(_sent(request, "withdraw"))
    once, refusal, done = request.POST.get("once", ""), "", False
    try:
        if move.is_bound and move.is_valid():
            own.move_talk(referral, to=move.to, once=once)
            done = True
        elif withdraw.is_bound and withdraw.is_valid():
            own.withdraw_referral(referral, once=once)
            done = True
    except Taken:
        move.add_error("moment", gettext("This moment was just taken. Choose another."))
    except NotNow as reason:
        refusal = str(reason.sentence)
    except Conflict:
        done = True
    if done or refusal:
        referral, move, withdraw = Referral.objects.get(id=referral.id), MoveForm(), WithdrawForm()
    forms_shown = {"move": move, "withdraw": withdraw} if own.can("move", referral) else {}
    said = {**views.of(referral, request.POST["code"]), **forms_shown, "done": done, "refusal": refusal}
    return render(request, PAGE, {**said, "once": new_id(), "page_path": "/"}, status=409 if refusal else 200)


def _sent(request: KeyedRequest, step: str) -> Any:
    return request.POST if request.POST.get("step") == step else None
