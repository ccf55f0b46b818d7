"""The fields every form asks for in the same way: a day, and words in one line or in several."""

from datetime import date
from typing import Any

from django import forms

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
"""As a browser sends it, and as people here type it."""
YEARS = range(1900, 2200)
"""What anybody can mean. Beyond it a term cannot be counted, and a day that is kept so would break every page of it."""


class DayField(forms.DateField):
    """A day of these years."""

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and day.year not in YEARS:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def day_field(label: Any, **options: Any) -> DayField:
    """A day, typed or chosen."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return DayField(label=label, widget=widget, input_formats=DAY_FORMATS, **options)


def text_field(label: Any, *, rows: bool = False, most: int = 400, **options: Any) -> forms.CharField:
    """Words; rows: in several lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea if rows else forms.TextInput, **options)


class _Shared(dict[str, forms.Field]):
    def __deepcopy__(self, memo: Any) -> dict[str, forms.Field]:
        return dict(self)


def unchanging[F: type[forms.BaseForm]](form: F) -> F:
    """A form class whose forms share their fields: copying many of them costs more than what the form is for.

    For a form that changes no field of its own (`self.fields[...]`) after it was made.
    """
    form.base_fields = _Shared(form.base_fields)  # type: ignore[attr-defined]  # what Django copies for every form
    return form
