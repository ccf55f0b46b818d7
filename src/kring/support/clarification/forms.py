"""The forms of a referral: one for each step a colleague may take. Those behind a referrer's link: link_forms.py.

Every form of a step carries two hidden fields: `once`, the key of this sending; `seen`, the state it was written on.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.clarification import rules, words
from kring.support.clarification.actions import addresses, invited
from kring.support.clarification.content import Answer, Proposal
from kring.support.clarification.rules import NotNow
from kring.support.dossier.content import Identity
from kring.support.dossier.knock.asking import Heard
from kring.support.dossier.who.forms import IdentityFields
from kring.support.intake.actions import OpenReferral
from kring.support.intake.models import Referral
from kring.support.intake.moments import place as places
from kring.support.intake.moments import queries as moments
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import digest, new_id

Outcome = Referral.Outcome
Choices = list[tuple[str, str | Promise]]
QUESTIONS = _(
    "What do you see, and since when?\nWhat did you try already, and what helped?\nDoes the person know that you talk"
    " to us?\nWhen would this talk be a good one for you?"
)
"""What a referrer may think about beforehand; a colleague changes it as he likes."""


@dataclass(frozen=True)
class Around:
    """What a form needs to know: the opened referral, who may be asked, who is asking, and what he may carry."""

    opened: OpenReferral
    names: Mapping[str, str]
    me: str
    programmes: Choices
    deputies: Choices
    proposed: datetime | None = None
    received: Mapping[str, tuple[int, int]] = dataclasses.field(default_factory=dict)
    others: Choices = dataclasses.field(default_factory=list)

    @property
    def people(self) -> Choices:
        """Who may be asked: the intake circle, with how many referrals each receives now and how many talks ahead."""
        return [
            (person, words.receives(name, *self.received.get(person, (0, 0)))) for person, name in self.names.items()
        ]

    @cached_property
    def addresses(self) -> list[str]:
        """Where a mail may go; looked up once for all forms of the page."""
        return list(addresses(self.opened))

    @property
    def seen(self) -> str:
        """A mark of the state the referral is in, to notice that a colleague was earlier."""
        return digest(bytes(self.opened.referral.mac)).hex()[:16]


@dataclass(frozen=True, slots=True)
class Line:
    """One field as the page lays it out. `shape`: text, field, chips, choices or check. `only`: for which outcome."""

    field: BoundField
    shape: str
    rows: int | None
    hint: str
    only: str


class StepForm(forms.Form):
    """A form of a step. `shapes`: how a field is laid out, `rows`: how tall a text is, `only`: for which outcome."""

    step: ClassVar[str] = ""
    shapes: ClassVar[Mapping[str, str]] = {}
    rows: ClassVar[Mapping[str, int]] = {}
    only: ClassVar[Mapping[str, str]] = {}

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, around: Around, given: Any = None) -> None:
        super().__init__(given, auto_id=f"{self.step}-%s", initial={"once": new_id(), "seen": around.seen})
        self.around = around
        self.prepare()

    def prepare(self) -> None:
        """Fill in the choices that depend on the referral and on who looks."""

    @property
    def lines(self) -> Iterator[Line]:
        """The visible fields in their order."""
        for field in self.visible_fields():
            shape = self.shapes.get(field.name, "field")
            yield Line(
                field, shape, self.rows.get(field.name), f"{self.step}-{field.name}-rr", self.only.get(field.name, "")
            )

    def typed(self) -> Iterator[tuple[str, str]]:
        """What somebody typed, label and words, for when the form itself no longer fits."""
        for field in self.visible_fields():
            if self.shapes.get(field.name, "field") in ("text", "field") and field.value():
                yield str(field.label), str(field.value())

    def on(self, around: Around) -> "StepForm":
        """The same words and complaints in a form that may be sent again on the state as it is now."""
        given: Any = self.data
        given = given.copy()
        given["once"], given["seen"] = new_id(), around.seen
        again = type(self)(around, given)
        vars(again)["_errors"] = self.errors
        return again

    def refuse(self, reason: NotNow) -> None:
        """Show a sentence of the rules beside its field, or above the form."""
        self.add_error(reason.field if reason.field in self.fields else None, str(reason.sentence))


class AskForm(StepForm):
    """Whom to ask."""

    step = "ask"
    person = forms.ChoiceField(label=_("Whom do you ask?"), help_text=_("It is theirs when they say yes themselves."))

    def prepare(self) -> None:
        nobody: Choices = [("", gettext("Choose a colleague"))]
        self.fields["person"].choices = [*nobody, *self.around.people]  # type: ignore[attr-defined]  # a ChoiceField


class PlainForm(StepForm):
    """Nothing to fill in: the button says it all."""


class AcceptForm(PlainForm):
    """Say yes to a referral."""

    step = "accept"


class SettleForm(PlainForm):
    """Somebody took care of the mail that came in."""

    step = "settle"


class AgainForm(PlainForm):
    """Take up again what was put off."""

    step = "take_up_again"


class Invites(StepForm):
    """A form whose step may send a mail: the colleague chooses the address, a forwarded message has two."""

    BY_PHONE: ClassVar[str] = "phone"

    to = forms.ChoiceField(
        label=_("How does the referrer hear of it?"),
        help_text=_("The mail holds a link and nothing else. It opens with the referrer's own code."),
    )

    def prepare(self) -> None:
        known = self.around.addresses
        mails = [(one, gettext("by mail to %(address)s") % {"address": one}) for one in known]
        self.fields["to"].choices = [*mails, (self.BY_PHONE, gettext("I call myself"))]  # type: ignore[attr-defined]
        if len(known) < 2:
            self.fields["to"].initial = known[0] if known else self.BY_PHONE

    def clean_to(self) -> str:
        """The address, or nothing when somebody calls."""
        chosen: str = self.cleaned_data["to"]
        return "" if chosen == self.BY_PHONE else chosen


class PlanForm(Invites):
    """When and where the talk is, what to prepare it by, and how the referrer hears of it."""

    step = "plan"
    shapes = {"to": "choices", "questions": "text"}
    rows = {"questions": 4}
    day = day_field(label=_("Day of the talk"))
    time = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = text_field(
        _("Where?"), most=120, required=False, help_text=_("Stands behind the link, not in the mail or a calendar.")
    )
    questions = text_field(
        _("Questions to prepare the talk"),
        rows=True,
        most=1000,
        required=False,
        help_text=_("The referrer reads them behind the link. Leave out what they need not think about."),
    )
    field_order = ["day", "time", "place", "questions", "to"]

    def prepare(self) -> None:
        super().prepare()
        last, proposed = invited(self.around.opened), self.around.proposed
        if proposed is not None:
            wish = timezone.localtime(proposed)
            self.fields["day"].initial, self.fields["time"].initial = wish.date(), wish.time()
        self.fields["place"].initial = last.place if last else ""
        self.fields["questions"].initial = last.questions if last else QUESTIONS
        moment = moments.of_referral(self.around.opened.referral.id)
        if moment is not None and moment.state == moment.State.REQUESTED:
            self.fields["place"].initial = places.of(moment)
            asked = timezone.localtime(moment.starts_at)
            self.fields["day"].initial, self.fields["time"].initial = asked.date(), asked.time()
            self.fields["day"].help_text = gettext(
                "The referrer asked for this moment. Another one? Then it is free again."
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("day") and given["day"] < today():
            self.add_error("day", gettext("This day is over already."))
        return given

    @property
    def talk_at(self) -> datetime:
        """The moment, on the town's clock."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class NoteForm(StepForm):
    """What the talk brought."""

    step = "note"
    shapes = {"text": "text"}
    rows = {"text": 7}
    text = text_field(
        _("What came up in the talk?"), rows=True, most=20_000, help_text=_("Only what you need to decide together.")
    )


class ProposeForm(Invites):
    """What both agreed, for the referrer to confirm."""

    step = "propose"
    shapes = {
        "outcome": "choices",
        "mode": "chips",
        "why": "text",
        "referrer_does": "text",
        "we_do": "text",
        "to": "choices",
    }
    only = {"asked": "role", "mode": "role", "again_on": "later"}
    beside = {
        "outcome": {
            Outcome.TALK_ENOUGH: _("No dossier. It counts as a result."),
            Outcome.ROLE: _("Only now a dossier. The colleague says yes."),
            Outcome.BETTER_PLACED: _("Refer on warmly, together with the referrer."),
            Outcome.NO_ROLE: _("With one sentence why."),
            Outcome.LATER: _("We take it up again."),
        }
    }
    outcome = forms.ChoiceField(
        label=_("What did you agree?"),
        choices=[(one.value, one.label) for one in rules.OUTCOMES],
        error_messages={"required": _("Choose what you agreed.")},
    )
    asked = forms.ChoiceField(
        label=_("With a role: whom do you ask?"),
        required=False,
        help_text=_("They get a question. The dossier begins when they say yes."),
    )
    mode = forms.ChoiceField(label=_("With a role: how?"), required=False, choices=list(words.MODES.items()))
    again_on = day_field(label=_("With later: from which day?"), required=False)
    why = text_field(_("In one sentence, why"), most=160, required=False, help_text=_("The referrer reads this."))
    referrer_does = text_field(_("What does the referrer do?"), required=False)
    we_do = text_field(_("What do we do?"), required=False)
    field_order = ["outcome", "asked", "mode", "again_on", "why", "referrer_does", "we_do", "to"]

    def prepare(self) -> None:
        super().prepare()
        nobody: Choices = [("", gettext("Choose a colleague"))]
        self.fields["asked"].choices = [*nobody, *self.around.people]  # type: ignore[attr-defined]

    @property
    def proposal(self) -> Proposal:
        """The proposal as it was filled in."""
        names = ("outcome", "why", "referrer_does", "we_do", "mode", "asked", "again_on")
        return Proposal(**{name: self.cleaned_data[name] for name in names})


class ConfirmForm(StepForm):
    """What the referrer said on the phone or at the table."""

    step = "confirm"
    shapes = {"answer": "choices", "words": "text"}
    rows = {"words": 3}
    answer = forms.ChoiceField(
        label=_("What did the referrer say?"),
        choices=[
            (Answer.YES.value, _("Yes, this is right")),
            (Answer.ALMOST.value, _("Almost, something must change")),
            (Answer.NO.value, _("No, the referrer sees it otherwise")),
        ],
    )
    words = text_field(_("What must change?"), rows=True, most=4000, required=False)


class AcuteForm(StepForm):
    """Acute danger: who was called, written down afterwards."""

    step = "acute"
    shapes = {"words": "text"}
    rows = {"words": 3}
    called = forms.CharField(label=_("Who was called?"), max_length=80, initial="112")
    words = text_field(_("What was said?"), rows=True, most=4000, required=False)


class RoleForm(StepForm, IdentityFields):
    """Taking the role: what the dossier is called, who replaces, how we work. Who it is may stay empty."""

    step = "take_role"
    shapes = {"mode": "chips", "programme": "choices", "told_by_client": "check", "contact": "text"}
    rows = {"contact": 2}
    programme = forms.ChoiceField(label=_("Which way of working?"))
    mode = forms.ChoiceField(label=_("How?"), choices=list(words.MODES.items()))
    deputy = forms.ChoiceField(label=_("Who replaces you?"), help_text=_("The deputy gets the same keys."))
    knocked = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    field_order = ["label", "programme", "mode", "deputy"]

    def prepare(self) -> None:
        card = self.around.opened.referral.card.removeprefix("A-")
        self.fields["label"].initial = gettext("No name yet (%(card)s)") % {"card": card}
        self.fields["programme"].choices = self.around.programmes  # type: ignore[attr-defined]
        if len(self.around.programmes) == 1:
            self.fields["programme"].initial = self.around.programmes[0][0]
        self.fields["deputy"].choices = [("", gettext("Choose a colleague")), *self.around.deputies]  # type: ignore[attr-defined]

    heard: Heard | None = None
    """What a knock brought, to be read before the dossier opens."""

    @property
    def mark(self) -> str:
        """A mark of whom was asked for, and where, so that nobody is asked the same twice."""
        words = [str(self.cleaned_data.get(name) or "") for name in ("name", "nickname", "born_on", "programme")]
        return digest("\n".join(words).encode()).hex()[:16]

    def on(self, around: Around) -> StepForm:
        again = super().on(around)
        if isinstance(again, RoleForm) and self.heard is not None:
            again.heard = self.heard
            again.data["knocked"] = self.mark  # type: ignore[index]  # a copy of ours
        return again

    @property
    def known(self) -> Identity | None:
        """Who it is, or nothing when nothing was filled in."""
        return self.identity if self.identity != Identity() else None
