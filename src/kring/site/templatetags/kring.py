"""The tags pages are written with: icon, logo, note, field, chips, choices, steps, styles.

They are built in: a page needs no `{% load %}`. Each renders one small template in `site/pages/parts/`, so that the
look of a part is changed in one place. They hold no words.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField, Textarea
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, size: str = "") -> SafeString:
    """An icon of the sprite, hidden from screen readers: words always stand beside it."""
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="#i-{}"/></svg>', f" {size}" if size else "", name
    )


@register.simple_tag
@lru_cache(maxsize=1)
def styles() -> SafeString:
    """The links to the style sheets, made once a process: their addresses change with a new version alone."""
    return render_to_string("parts/styles.html")


@register.inclusion_tag("parts/logo.html")
def logo(href: str = "") -> dict[str, str]:
    """The mark and the word, as a link when there is somewhere to go."""
    return {"href": href}


@register.simple_block_tag(takes_context=False)
def note(content: str, kind: str = "", icon_name: str = "info", extra: str = "") -> SafeString:
    """A note beside the text. `kind`: "" (information), "sun" (hint), "brand" (reassurance), "brick" (danger)."""
    classes = " ".join(filter(None, ["note", kind, extra]))
    return format_html('<div class="{}">{}<div>{}</div></div>', classes, icon(icon_name), content)


@register.inclusion_tag("parts/steps.html")
def steps(current: int, *labels: str) -> dict[str, Any]:
    """Where one stands in a form of several pages; counted from 1."""
    return {"steps": [{"label": label, "number": n} for n, label in enumerate(labels, 1)], "current": current}


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, rows: int | None = None, **attrs: str) -> dict[str, Any]:
    """Label, hint, error and control of a form field. Further arguments become attributes (`autocomplete="tel"`).

    A form names in `needed` what is asked only with another choice, and may not stay empty then. A text of several
    lines is never cut while it is typed or pasted: what is too long comes back whole, with what is wrong.
    """
    if rows:
        attrs["rows"] = str(rows)
    return _parts(bound) | {"control": bound.as_widget(attrs=_attributes(bound, attrs))}


@register.inclusion_tag("parts/chips.html")
def chips(bound: BoundField, legend: str = "") -> dict[str, Any]:
    """A choice as chips, for short words: radios, or checkboxes where several may be chosen.

    A form may say in `beside = {"field": {value: icon name}}` which icon stands with a choice.
    `legend="hidden"` where the heading of the page already asks it.
    """
    return _parts(bound) | _options(bound) | {"legend": legend}


@register.inclusion_tag("parts/choices.html")
def choices(bound: BoundField, legend: str = "") -> dict[str, Any]:
    """A choice as full lines; `beside` in the form gives the small words of a choice. `legend` as with chips."""
    return _parts(bound) | _options(bound) | {"legend": legend}


@register.inclusion_tag("parts/check.html")
def check(bound: BoundField) -> dict[str, Any]:
    """One box to tick."""
    return _parts(bound) | {"value": bound.value()}


@register.inclusion_tag("parts/errors.html")
def error_summary(form: Any, beside: str = "", at: str = "") -> dict[str, Any]:
    """At the top of a form that came back: how many things are wrong, with links to them.

    beside: what is wrong with a choice that stands beside the form, in the element with the id `at`.
    """
    wrong = [form[name] for name in form.errors if name in form.fields]
    number = len(wrong) + len(form.non_field_errors()) + bool(beside)
    return {"form": form, "wrong": wrong, "beside": beside, "at": at, "number": number}


def _parts(bound: BoundField) -> dict[str, Any]:
    spoken = [f"{bound.auto_id}-hint"] if bound.help_text else []
    if bound.errors:
        spoken.append(f"{bound.auto_id}-error")
    needed = bound.field.required or bound.name in getattr(bound.form, "needed", ())
    return {"field": bound, "described": " ".join(spoken), "optional": not needed}


def _attributes(bound: BoundField, given: dict[str, str]) -> dict[str, Any]:
    """Attributes of the control: private by default, and tied to its hint and error."""
    attrs: dict[str, Any] = {"autocomplete": "off", "spellcheck": "false", **given}
    described = [given.get("describedby", ""), _parts(bound)["described"]]
    attrs.pop("describedby", None)
    if spoken := " ".join(filter(None, described)):
        attrs["aria-describedby"] = spoken
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if isinstance(bound.field.widget, Textarea) and "maxlength" in bound.field.widget.attrs:
        attrs |= {"maxlength": False, "data-most": bound.field.widget.attrs["maxlength"]}
    return {name.replace("_", "-"): value for name, value in attrs.items()}


def _options(bound: BoundField) -> dict[str, Any]:
    widget: Any = bound.field.widget
    several = bool(getattr(widget, "allow_multiple_selected", False))
    given = bound.value()
    chosen = {str(one) for one in (given if isinstance(given, list | tuple | set) else [given]) if one is not None}
    beside = getattr(bound.form, "beside", {}).get(bound.name, {})
    options = []
    for number, (value, label) in enumerate(bound.field.choices):  # type: ignore[attr-defined]  # choice fields only
        option = {"value": value, "label": label, "small": beside.get(value, ""), "id": f"{bound.auto_id}_{number}"}
        options.append({**option, "chosen": str(value) in chosen})
    return {"options": options, "kind": "checkbox" if several else "radio"}
