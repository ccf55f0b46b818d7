"""The form of a contact: what must be chosen is chosen already, and everything else may stay empty."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.log import when
from kring.support.contacts.log.codelists import TILES, Direction, Kind, Minutes
from kring.support.contacts.log.content import Contact
from kring.support.dossier.marks.forms import MarksForm, as_typed
from kring.support.intake.codelists import LifeDomain
from kring.team.form_fields import day_field, unchanging

LONGEST = 10_000
NONE, TOMORROW, WEEK, DAY = "", "tomorrow", "week", "day"
FOLLOW = ((NONE, _("No")), (TOMORROW, _("Tomorrow")), (WEEK, _("This week")), (DAY, _("Choose…")))
MADE = (("yes", _("reached")), ("no", _("not reached")))


def _text(label: Any, most: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, **more)


def _one_of(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


@unchanging
class LogForm(MarksForm):
    """One contact. Who it is with stands beside the form: those are ids, and the gate decides about them."""

    kind = _one_of(_("How?"), [(one.value, one.label) for one in TILES], required=False)
    other_kind = forms.ChoiceField(
        label=_("Another way"),
        choices=[("", "—"), *((one.value, one.label) for one in Kind if one not in TILES)],
        required=False,
    )
    made = _one_of(_("Contact"), MADE, required=False)
    minutes = _one_of(_("How many minutes?"), Minutes.choices, required=False)
    sentence = _text(_("One sentence"), LONGEST, widget=forms.Textarea)
    client_words = _text(_("In the client's own words"), LONGEST, widget=forms.Textarea)
    follow = _one_of(_("Follow up?"), FOLLOW, required=False)
    next_step = _text(_("What will you do?"))
    follow_on = day_field(_("On which day?"), required=False)
    day = day_field(_("Day"), required=False)
    time = forms.TimeField(label=_("Hour"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    place = _text(_("Where?"))
    direction = _one_of(_("Who sought contact?"), Direction.choices, required=False)
    domains = forms.MultipleChoiceField(
        label=_("What was it about?"), choices=LifeDomain.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    needed = frozenset({"follow_on"})
    beside = {
        "kind": {
            "school": "school", "street": "street", "home": "house", "office": "cup", "along": "arrow",
            "phone": "phone", "chat": "chat", "online": "net", "group": "team", "context": "family",
        }
    }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What is chosen in one place is not asked in another."""
        given: dict[str, Any] = super().clean() or {}
        if not (given.get("kind") or given.get("other_kind")):
            self.add_error("kind", gettext("Choose how there was contact."))
        if given.get("follow") == DAY and not given.get("follow_on"):
            self.add_error("follow_on", gettext("Choose a day, or say that nothing follows."))
        now = when.case_now()
        at = when.at(given.get("day") or now.date(), given.get("time") or timezone.localtime(now).time())
        if at > now + when.A_LITTLE:
            self.add_error("day", gettext("That still has to come. Note here what has been."))
        return given | {"at": at, "noted_at": now}

    def contact(self, by: str) -> Contact:
        """The contact that was filled in; call it on a form that is valid."""
        given = self.cleaned_data
        today = given["noted_at"].date()
        follows = {TOMORROW: when.tomorrow(today), WEEK: when.this_week(today), DAY: given["follow_on"]}
        return Contact(
            kind=given["other_kind"] or given["kind"],
            at=given["at"],
            noted_at=given["noted_at"],
            by=by,
            made=given["made"] != "no",
            direction=given["direction"] or Direction.WORKER,
            place=given["place"],
            minutes=given["minutes"],
            sentence=given["sentence"],
            client_words=given["client_words"],
            domains=tuple(given["domains"]),
            next_step=given["next_step"],
            next_step_on=follows.get(given["follow"]),
            marks=self.marks,
        )


def first_shown(**prefilled: Any) -> dict[str, Any]:
    """What stands in a form that was just opened; prefilled: from an appointment."""
    now = when.case_now()
    return {
        "made": "yes",
        "follow": NONE,
        "direction": Direction.WORKER,
        "about": LogForm.usual.value,
        "day": now.date().isoformat(),
        "time": timezone.localtime(now).strftime("%H:%M"),
        **prefilled,
    }


def of_contact(contact: Contact) -> dict[str, Any]:
    """A contact as it stands in the form that corrects it."""
    at, tile = timezone.localtime(contact.at), contact.kind in TILES
    return {
        "kind": contact.kind if tile else "",
        "other_kind": "" if tile else contact.kind,
        "made": "yes" if contact.made else "no",
        "minutes": contact.minutes,
        "sentence": contact.sentence,
        "client_words": contact.client_words,
        "next_step": contact.next_step,
        "follow": DAY if contact.next_step_on else NONE,
        "follow_on": contact.next_step_on.isoformat() if contact.next_step_on else "",
        "day": at.date().isoformat(),
        "time": at.strftime("%H:%M"),
        "place": contact.place,
        "direction": contact.direction,
        "domains": list(contact.domains),
        **as_typed(contact.marks),
    }
