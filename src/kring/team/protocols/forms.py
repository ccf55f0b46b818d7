"""The question of a protocol: one version of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.form_fields import day_field, text_field
from kring.team.protocols.rules import Protocol
from kring.vault.primitives import new_id

WORDS = ("parties", "purpose", "categories", "document", "published", "from_on", "until_on", "ended_on")


class ProtocolForm(forms.Form):
    """One version. `seen`: the version it was written on. `protocol`: its id, made with the form."""

    parties = text_field(
        _("With which bodies? One on each row"),
        rows=True,
        most=400,
        error_messages={"required": _("Say with which body.")},
    )
    purpose = text_field(
        _("For what purpose?"), rows=True, most=400, error_messages={"required": _("Say for what purpose.")}
    )
    categories = text_field(
        _("Which sorts of information? One on each row"),
        rows=True,
        most=400,
        error_messages={"required": _("Say which sorts of information.")},
    )
    document = text_field(
        _("Number of the document"), most=160, error_messages={"required": _("Give the number of the document.")}
    )
    published = text_field(
        _("Where is it published?"), most=200, error_messages={"required": _("Say where it is published.")}
    )
    from_on = day_field(_("From which day does the protocol hold?"))
    until_on = day_field(_("Until which day?"))
    ended_on = day_field(
        _("Ended before that, on"),
        required=False,
        help_text=_("From this day on nothing is told under it. What was told before keeps its name."),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    protocol = forms.RegexField(r"^[A-Za-z0-9_-]{22}\Z", widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The end after the beginning."""
        given: dict[str, Any] = super().clean() or {}
        from_on, until_on, ended_on = (given.get(name) for name in ("from_on", "until_on", "ended_on"))
        if from_on and until_on and until_on < from_on:
            self.add_error("until_on", _("Choose a day after the first."))
        if from_on and ended_on and ended_on < from_on:
            self.add_error("ended_on", _("Choose a day after the first."))
        return given

    def said(self) -> Protocol:
        """What was filled in."""
        given = self.cleaned_data
        return Protocol(given["protocol"], 0, **{name: _lines(given[name]) for name in WORDS})


def on_top_of(said: Protocol | None, *, typed: ProtocolForm | None = None) -> ProtocolForm:
    """A form for the version after this one, with what was typed already; for the first one without any."""
    initial: dict[str, Any] = {name: getattr(said, name) for name in WORDS} if said else {}
    if typed is not None:
        initial |= {name: typed.data.get(name) for name in WORDS}
    protocol, seen = (said.protocol, said.number) if said else (new_id(), 0)
    return ProtocolForm(initial=initial | {"protocol": protocol, "seen": seen, "once": new_id()})


def _lines(value: Any) -> Any:
    """Words with no empty rows; a day as it is."""
    return "\n".join(filter(None, (row.strip() for row in value.splitlines()))) if isinstance(value, str) else value
