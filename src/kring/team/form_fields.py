"""The fields every form asks for in the same way: a day, and words in one line or in several."""

from typing import Any

from django import forms

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
"""As a browser sends it, and as people here type it."""


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, typed or chosen."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, input_formats=DAY_FORMATS, **options)


def text_field(label: Any, *, rows: bool = False, most: int = 400, **options: Any) -> forms.CharField:
    """Words; rows: in several lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea if rows else forms.TextInput, **options)
