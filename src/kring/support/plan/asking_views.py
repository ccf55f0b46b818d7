"""Asking the owner of an action how far it is: the line he will read, where the mail goes, the word that opens it."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.intake.callwords import call_word
from kring.support.plan import editing, nudging
from kring.support.plan.content import Action, Owner
from kring.support.plan.editing import Editing
from kring.support.plan.forms import PlanForm
from kring.support.plan.opening import KeptAction, OpenPlan, open_plan
from kring.support.plan.views import after, again
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


class AskForm(PlanForm):
    """A question to an owner: one line, an address, a word, a language."""

    line = forms.CharField(
        label=_("What the other reads"),
        max_length=300,
        help_text=_("This line alone, without names: a mail may be read by others."),
        error_messages={"required": _("Write the line the other reads.")},
    )
    to = forms.EmailField(
        label=_("Mail address"), max_length=254, error_messages={"required": _("Write where the question goes.")}
    )
    word = forms.CharField(
        label=_("The word that opens it"),
        max_length=40,
        help_text=_("Agree on it by phone. It never stands in the mail."),
        error_messages={"required": _("Agree on a word of four letters or more.")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, given: Any = None, *, action: Action | None = None, seen: int = 0) -> None:
        initial: dict[str, Any] = {"once": new_id(), "seen": seen, "language": "nl"}
        if action is not None:
            last = action.nudges[-1] if action.nudges else None
            initial |= {
                "line": action.what,
                "to": last.to if last else "",
                "word": last.word if last else call_word(new_id()),
            }
        super().__init__(given, initial=initial, auto_id="ask-%s")


@door("plan.ask")
@require_http_methods(["GET", "POST"])
def ask(request: KeyedRequest, dossier: str, action: str) -> HttpResponse:
    """Ask somebody without an account how far his one action is."""
    opened = open_plan(request.signed_in, dossier, act="plan.ask")
    kept = opened.action(action)
    if not opened.is_open or kept.content.owner in (Owner.COLLEAGUE, Owner.CLIENT):
        raise Refused
    sent = request.method == "POST"
    form = AskForm(request.POST if sent else None, action=kept.content, seen=kept.record.revision)
    edit = Editing("ask", form, action, sent, kept)
    if sent and editing.write(edit, lambda: _send(edit, opened, kept)):
        return after(request, opened, Editing("asked", form, action, sent))
    return again(request, opened, edit)


def _send(edit: Editing, opened: OpenPlan, kept: KeptAction) -> None:
    said = edit.form.cleaned_data
    asked = {name: said[name] for name in ("line", "to", "word", "language", "seen")}
    nudging.send_nudge(opened, kept, **asked, once=edit.form.key)
