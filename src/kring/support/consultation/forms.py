"""The forms of a consultation. Each carries `once`, the key of its sending; a change also what was seen (`seen`)."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.content import Agreement, ConsultationContent, Seat
from kring.support.consultation.opened import OpenTable
from kring.support.consultation.rules import Result
from kring.support.consultation.words import BOUND, how_long
from kring.support.dossier.agreements.content import Way
from kring.support.dossier.agreements.rules import WAYS, Fresh
from kring.support.dossier.disclosing.grounds import CHECKLIST, Recipient
from kring.support.intake.codelists import LifeDomain
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.team.protocols import choices_on
from kring.vault.primitives import digest, encode, new_id

Choices = list[tuple[str, str | Promise]]
LANGUAGES: Choices = [("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
DOMAINS: Choices = [("", _("no life domain")), *LifeDomain.choices]
LENGTHS = (30, 45, 60, 90, 120)
AT_TABLE: Choices = [one for one in Recipient.choices if one[0] not in (Recipient.EMERGENCY, Recipient.COURT)]
"""What sort of person sits at a table."""


HIDDEN = frozenset({"csrfmiddlewaretoken", "once", "seen", "pen", "pen_of"})


def key_of(given: Any) -> str:
    """What a sending is known by: its `once`, and the words that came with it."""
    words = [f"{name}={value}" for name in sorted(given) if name not in HIDDEN for value in given.getlist(name)]
    return digest(encode(given.get("once", ""), *words)).hex()


class StepForm(forms.Form):
    """A form of a step. step: its name in the address."""

    step: ClassVar[str] = ""
    overtaken = False
    """Whether a colleague wrote first."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, given: Any = None, *, seen: int = 0, **initial: Any) -> None:
        initial = {"once": new_id(), "seen": seen, **initial}
        super().__init__(given, auto_id=f"{self.step or 'step'}-%s", initial=initial)

    def refuse(self, reason: Any) -> None:
        """Show a sentence of the rules beside its field, or above the form."""
        self.add_error(reason.field if reason.field in self.fields else None, str(reason.sentence))

    def again(self, seen: int) -> None:
        """What was typed and what was said of it, fit to be sent once more on what stands now."""
        given: Any = self.data
        given = given.copy()
        given["once"], given["seen"] = new_id(), str(seen)
        self.data = given

    @property
    def key(self) -> str:
        """The key of this sending and these words: the same words twice are one write, other words are another."""
        return key_of(self.data)

    @property
    def wanted(self) -> dict[str, Any]:
        """What was filled in, without the hidden fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("once", "seen")}


class MomentForm(StepForm):
    """When, how long, where."""

    day = day_field(label=_("Day"))
    hour = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.TypedChoiceField(label=_("How long"), coerce=int)
    place = text_field(_("Where"), most=120, required=False)

    def __init__(self, given: Any = None, **options: Any) -> None:
        super().__init__(given, **{"minutes": 60, **options})
        self.fields["minutes"].choices = [(n, how_long(n)) for n in LENGTHS]  # type: ignore[attr-defined]

    @property
    def at(self) -> datetime:
        """The moment."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"]))


class StartForm(MomentForm):
    """A new consultation."""

    step = "start"


class DetailsForm(MomentForm):
    """The same, of one that is there, and how the client prepares."""

    step = "details"
    prepares = text_field(_("How the client prepares"), rows=True, required=False)

    @classmethod
    def of(cls, meeting: ConsultationContent, given: Any = None, *, seen: int = 0) -> "DetailsForm":
        """Filled in as it stands."""
        at = timezone.localtime(meeting.at)
        stands = {"minutes": meeting.minutes, "place": meeting.place, "prepares": meeting.prepares}
        return cls(given, seen=seen, day=at.date(), hour=time(at.hour, at.minute), **stands)


class ItemForm(StepForm):
    """A point on the agenda."""

    step = "item"
    title = text_field(_("What is it about?"), most=120)
    beside = text_field(_("A line with it"), most=160, required=False)
    minutes = forms.IntegerField(
        label=_("How many minutes"), min_value=1, max_value=180, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    domain = forms.ChoiceField(label=_("Life domain"), choices=DOMAINS, required=False)
    opens = forms.ChoiceField(label=_("Who begins?"), required=False)

    def __init__(self, table: OpenTable, given: Any = None) -> None:
        super().__init__(given, minutes=15)
        self.fields["opens"].choices = [("", gettext("nobody in particular")), *table.names.items()]  # type: ignore[attr-defined]


class SeatForm(StepForm):
    """Somebody at the table."""

    step = "seat"
    name = text_field(_("Name"), most=80)
    function = text_field(_("Function, or who it is to the client"), most=80, required=False)
    organisation = text_field(_("Organisation"), most=80, required=False)
    kind = forms.ChoiceField(label=_("What sort of person"), choices=AT_TABLE)
    secrecy = forms.ChoiceField(label=_("Bound by"), choices=list(BOUND.items()))
    email = forms.EmailField(label=_("Mail address"), required=False, max_length=200)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=LANGUAGES)
    task = text_field(_("What this person does, or until when"), most=80, required=False)
    only = forms.ChoiceField(label=_("Comes for"), required=False)
    wished = forms.BooleanField(label=_("The client himself wants this person at the table"), required=False)

    def __init__(self, table: OpenTable, given: Any = None, *, seat: Seat | None = None, seen: int = 0) -> None:
        stands = {} if seat is None else {name: getattr(seat, name) for name in self.base_fields if hasattr(seat, name)}
        super().__init__(given, seen=seen, **stands)
        points = [(item.id, item.title) for item in table.meeting.agenda]
        self.fields["only"].choices = [("", gettext("the whole consultation")), *points]  # type: ignore[attr-defined]


class NotesForm(StepForm):
    """One's own notes."""

    step = "notes"
    text = text_field(_("My notes"), rows=True, most=8000, required=False)


class HoldForm(StepForm):
    """It took place."""

    step = "hold"
    held_on = day_field(label=_("Held on"))
    client = forms.ChoiceField(
        label=_("Was the client there?"), choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect
    )
    why_absent = text_field(_("Why not?"), most=300, required=False)
    result = forms.ChoiceField(label=_("How did it end?"), choices=Result.choices, widget=forms.RadioSelect)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, held_on=today())


class AgreeForm(StepForm):
    """What is agreed aloud."""

    step = "agree"
    what = text_field(_("Next agreement"), most=300)
    who = forms.MultipleChoiceField(label=_("Who?"), widget=forms.CheckboxSelectMultiple)
    by_when = day_field(label=_("By"), required=False)
    domain = forms.ChoiceField(label=_("Life domain"), choices=DOMAINS, required=False)

    def __init__(self, table: OpenTable, given: Any = None) -> None:
        now = next((item for item in table.meeting.agenda if not item.done), None)
        super().__init__(given, domain=now.domain if now else "")
        self.fields["who"].choices = list(table.names.items())  # type: ignore[attr-defined]


class ChangeAgreementForm(AgreeForm):
    """The same, said otherwise, or taken off the table."""

    step = "change"
    what = text_field(_("What was agreed"), most=300)
    record = forms.CharField(widget=forms.HiddenInput, max_length=22)

    def __init__(self, table: OpenTable, given: Any = None, *, record: str = "", seen: int = 0) -> None:
        super().__init__(table, given)
        self.initial.update(record=record, seen=seen)
        self.auto_id = f"change-{record}-%s"

    @classmethod
    def of(cls, table: OpenTable, record: str, said: Agreement, revision: int) -> "ChangeAgreementForm":
        """Filled in as it was said."""
        form = cls(table, record=record, seen=revision)
        form.initial.update(what=said.what, who=list(said.who), by_when=said.by_when, domain=said.domain)
        return form


class SharingForm(StepForm):
    """What shared secrecy and an agreement of the client ask: a protocol that holds, or what was agreed to."""

    protocol = forms.ChoiceField(
        label=_("Under which protocol?"),
        required=False,
        help_text=_("Not needed for who works for the town itself."),
    )
    agreed_for = text_field(_("What did the client agree to, and what for?"), most=160, required=False)
    agreed_way = forms.ChoiceField(
        label=_("How did the client say so?"), choices=[(way.value, WAYS[way]) for way in Way], required=False
    )

    def offer_protocols(self, day: date) -> None:
        """Those that hold on a day."""
        self.fields["protocol"].choices = choices_on(day)  # type: ignore[attr-defined]

    @property
    def fresh(self) -> Fresh:
        """What was said of an agreement for this once."""
        given = self.cleaned_data
        return Fresh(given.get("agreed_for", ""), given.get("agreed_way") or Way.SPOKEN)


class GiveForm(SharingForm):
    """The lines somebody gets, and why that may be."""

    step = "give"
    lines = forms.MultipleChoiceField(label=_("Which lines?"), widget=forms.CheckboxSelectMultiple, required=False)
    typed = text_field(_("Or write lines, one on each row"), rows=True, most=2000, required=False)
    ground = forms.CharField(widget=forms.HiddenInput, max_length=30)
    checklist = forms.MultipleChoiceField(
        label=_("What did you weigh?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    informed = forms.BooleanField(label=_("The client knows that this is told"), required=False)
    why_not = text_field(_("If not: why not yet?"), most=300, required=False)
    until = day_field(label=_("To be read until"))
    by_link = forms.ChoiceField(
        label=_("How?"),
        choices=[("link", _("behind a link, with a code")), ("word", _("told or on paper"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, given: Any = None, *, ground: str, choices: list[str], until: date, **initial: Any) -> None:
        super().__init__(given, ground=ground, until=until, **initial)
        self.fields["lines"].choices = [(line, line) for line in choices]  # type: ignore[attr-defined]
        self.fields["checklist"].choices = CHECKLIST.get(ground, ())  # type: ignore[attr-defined]
        self.offer_protocols(today())

    @property
    def all_lines(self) -> tuple[str, ...]:
        """The chosen ones and the typed ones, each once."""
        typed = [line.strip() for line in self.cleaned_data["typed"].splitlines()]
        return tuple(dict.fromkeys(filter(None, [*self.cleaned_data["lines"], *typed])))
