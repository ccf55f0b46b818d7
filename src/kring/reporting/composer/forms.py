"""The questions of the composer: what came in, one figure, own words, and the decision of the college."""

from dataclasses import replace
from typing import Any, Self

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.reporting.composer import beginnings, names, rules, typed_periods
from kring.reporting.composer.content import Body, Composed, Received, Wish
from kring.reporting.periods import NotUnderstood
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import digest, new_id

BODIES = (
    (Body.COUNCIL.value, _("the municipal council")),
    (Body.PARLIAMENT.value, _("a parliament")),
    (Body.COLLEGE.value, _("the college")),
    (Body.OTHER.value, _("somebody else")),
)
NO_NUMBER = _(
    "A number stands in these words. Numbers come from the figures, so that they are right;"
    " a year you may type. Say it without the number, or add a figure."
)
ONE_ID = r"^[A-Za-z0-9_-]{22}\Z"


def hidden(seen: int) -> dict[str, Any]:
    """The revision a form is written on, and an id of its own."""
    return {"seen": seen, "once": new_id()}


class Kept(forms.Form):
    """A form that is kept once. seen: the revision of the question that it was written on."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    once = forms.RegexField(ONE_ID, widget=forms.HiddenInput)

    @property
    def key(self) -> str:
        """The same words sent twice are kept once."""
        said = [f"{name}={value!r}" for name, value in sorted(self.cleaned_data.items()) if name != "seen"]
        return digest(repr(said).encode()).hex()

    @classmethod
    def fresh(cls, seen: int, **initial: Any) -> Self:
        """Empty, or with what stands there."""
        return cls(initial=hidden(seen) | initial)

    def on_top_of(self, seen: int) -> dict[str, Any]:
        """The same words on top of what a colleague wrote meanwhile: sent once more, they are kept."""
        return {**{name: self.data.get(name) for name in self.data}, "seen": str(seen), "once": new_id()}


class ReceivedForm(Kept):
    """The question as it came."""

    body = forms.ChoiceField(label=_("Who asks?"), choices=BODIES, initial=Body.COUNCIL.value)
    asker = text_field(
        _("Name of who asks, as it stands in the question"), most=120, error_messages={"required": _("Say who asks.")}
    )
    number = text_field(_("Number of the question"), most=40, required=False)
    text = text_field(
        _("The question, as it came"), rows=True, most=6000, error_messages={"required": _("Copy the question here.")}
    )
    asked_on = day_field(_("Asked on"))
    due_on = day_field(_("Answer before or on"), required=False)
    language = forms.ChoiceField(label=_("Language of the answer"), choices=settings.LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """The deadline after the question."""
        given: dict[str, Any] = super().clean() or {}
        _not_to_come(self, "asked_on")
        if given.get("asked_on") and given.get("due_on") and given["due_on"] < given["asked_on"]:
            self.add_error("due_on", gettext("The deadline comes before the question. Look at the days."))
        return given

    @property
    def received(self) -> Received:
        """What was filled in."""
        given = self.cleaned_data
        return Received(Body(given["body"]), **{name: given[name] for name in Received.__slots__ if name != "body"})


class BeginForm(ReceivedForm):
    """The same, and from which saved question it begins."""

    saved = forms.ChoiceField(label=_("Begin from"), choices=beginnings.choices, required=False)
    year = forms.IntegerField(label=_("A report of a year: for which year?"), min_value=1990, max_value=2199)

    def clean_year(self) -> int:
        """A year that has begun."""
        year: int = self.cleaned_data["year"]
        if year > today().year:
            raise forms.ValidationError(gettext("This year has not come yet: there is nothing to count."))
        return year


class FigureForm(Kept):
    """One figure as a sentence that is chosen."""

    measure = forms.ChoiceField(label=_("Count"), choices=lambda: [("", _("choose what")), *names.measures()])
    first = forms.ChoiceField(label=_("split by"), choices=lambda: [("", _("nothing")), *names.ways()], required=False)
    second = forms.ChoiceField(label=_("and by"), choices=lambda: [("", _("nothing")), *names.ways()], required=False)
    only = forms.ChoiceField(
        label=_("only"), choices=lambda: [("", _("everything")), *names.narrowings()], required=False
    )
    also = forms.ChoiceField(
        label=_("and only"), choices=lambda: [("", _("everything")), *names.narrowings()], required=False
    )
    period = text_field(
        _("when"),
        most=120,
        required=False,
        help_text=_("For example: 1 March 2021 · 2020 · 2018-2020 · since 1 January 2020 · everything"),
    )
    trend = forms.BooleanField(label=_("Set it beside the period before"), required=False)

    def clean_period(self) -> str:
        """A period that is understood."""
        typed: str = self.cleaned_data["period"]
        try:
            typed_periods.read(typed, today())
        except NotUnderstood as why:
            raise forms.ValidationError(str(why)) from None
        return typed_periods.plain(typed)

    def clean(self) -> dict[str, Any]:
        """Each way once."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("first") and given.get("first") == given.get("second"):
            self.add_error("second", gettext("This is the same as the first. Choose another, or nothing."))
        return given

    def wish(self, before: Wish | None, figure: str) -> Wish:
        """What was chosen, with the own words that stood around it."""
        given = self.cleaned_data
        splits = tuple(filter(None, (given["first"], given["second"])))
        only = tuple(filter(None, (given["only"], given["also"])))
        measures = (given["measure"], *(["trend"] if given["trend"] else []))
        around = (before.before, before.after) if before else ("", "")
        topic = before.topic if before else ""
        return Wish(
            figure,
            measures,
            splits,
            only=only,
            period=given["period"],
            topic=topic,
            before=around[0],
            after=around[1],
        )


def of_figure(figure: Wish, seen: int) -> FigureForm:
    """The form of a figure that stands there."""
    splits, only = (*figure.splits, "", ""), (*figure.only, "", "")
    said = {"measure": figure.measures[0], "first": splits[0], "second": splits[1], "only": only[0], "also": only[1]}
    return FigureForm.fresh(seen, **said, period=figure.period, trend="trend" in figure.measures)


class WordsForm(Kept):
    """Own words around the figures: one field at the start and the end, two for each figure."""

    def __init__(self, data: Any = None, *, figures: tuple[Wish, ...], **options: Any) -> None:
        super().__init__(data, **options)
        self.figures = figures
        for name, label in self._asked():
            self.fields[name] = text_field(label, rows=True, most=6000, required=False)

    def _asked(self) -> list[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [("opening", _("How the answer begins"))]
        for one in self.figures:
            found += [(f"before-{one.id}", _("Before this figure")), (f"after-{one.id}", _("After this figure"))]
        return [*found, ("closing", _("How the answer ends"))]

    def clean(self) -> dict[str, Any]:
        """A number comes from a figure."""
        given: dict[str, Any] = super().clean() or {}
        for name, _label in self._asked():
            if rules.typed_number(given.get(name) or ""):
                self.add_error(name, str(NO_NUMBER))
        return given

    def values(self, now: Composed) -> dict[str, Any]:
        """What changes in the question."""
        given = self.cleaned_data
        figures = tuple(
            replace(
                one, before=given.get(f"before-{one.id}", one.before), after=given.get(f"after-{one.id}", one.after)
            )
            for one in now.figures
        )
        return {"opening": given["opening"], "closing": given["closing"], "figures": figures}


class ApprovalForm(Kept):
    """The college approved it."""

    approved_on = day_field(_("Approved by the college on"))
    reference = text_field(
        _("Reference of the decision"), most=120, error_messages={"required": _("Say where the decision is found.")}
    )

    def clean(self) -> dict[str, Any]:
        """A college decides no later than today."""
        given: dict[str, Any] = super().clean() or {}
        _not_to_come(self, "approved_on")
        return given


class WithdrawForm(Kept):
    """Why an answer that went out stands no more; told inside alone."""

    why = text_field(
        _("Why is it withdrawn?"),
        rows=True,
        most=1000,
        help_text=_("Stays with the question, inside. Outside it says that it was withdrawn, and when."),
        error_messages={"required": _("Say why it is withdrawn.")},
    )


class CorrectForm(Kept):
    """Why an answer that went out is answered anew; the new version says it."""

    why = text_field(
        _("What was wrong?"),
        rows=True,
        most=600,
        help_text=_("The new version begins with this sentence, after the day of the one it replaces."),
        error_messages={"required": _("Say what was wrong.")},
    )

    def clean_why(self) -> str:
        """It stands in an answer: a number comes from a figure."""
        given: str = self.cleaned_data["why"]
        if rules.typed_number(given):
            raise forms.ValidationError(NO_NUMBER)
        return given


def _not_to_come(form: forms.Form, name: str) -> None:
    if (day := form.cleaned_data.get(name)) and day > today():
        form.add_error(name, gettext("This day has yet to come."))
