"""Does a document keep to HSDS 3.0? What does not is said with its place; it is kept all the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.services.shape import COMMON, DAY, HOUR, LINKS, MOMENT, NUMBER, SHAPES, Shape

MISSING, WRONG, UNKNOWN, CHOICE = "missing", "wrong", "unknown", "choice"
SAID: dict[str, Promise] = {
    MISSING: _("has to be there and is not"),
    WRONG: _("is of another sort than the standard says"),
    CHOICE: _("is none of the words the standard has for it"),
    UNKNOWN: _("is not in the standard; it was kept as it is"),
}
FORMS = {
    DAY: re.compile(r"\d{4}-\d{2}-\d{2}"),
    HOUR: re.compile(r"\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?"),
    MOMENT: re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about one place: `phones[0].number`. sort: missing, wrong, choice or unknown."""

    place: str
    sort: str

    @property
    def said(self) -> str | Promise:
        """In words."""
        return SAID[self.sort]


def remarks(kind: str, document: Any, place: str = "") -> Iterator[Remark]:
    """Everything in which the document departs from the standard, its nested objects too."""
    if not isinstance(document, dict):
        yield Remark(place or kind, WRONG)
        return
    shape = SHAPES[kind]
    yield from (Remark(_under(place, name), MISSING) for name in shape.must if document.get(name) in (None, ""))
    for name, value in document.items():
        yield from _of_field(shape, name, value, _under(place, name))


def _of_field(shape: Shape, name: str, value: Any, place: str) -> Iterator[Remark]:
    many = {**shape.many, **COMMON}
    if name in many:
        if not isinstance(value, list):
            yield Remark(place, WRONG)
            return
        for number, item in enumerate(value):
            yield from remarks(many[name], item, f"{place}[{number}]")
    elif name in shape.one:
        yield from remarks(shape.one[name], value, place)
    elif name in shape.plain:
        yield from _of_value(shape, name, value, place)
    elif name not in LINKS:
        yield Remark(place, UNKNOWN)


def _of_value(shape: Shape, name: str, value: Any, place: str) -> Iterator[Remark]:
    sort = shape.plain[name]
    if value is None:
        return
    if sort == NUMBER:
        fits = isinstance(value, int | float) and not isinstance(value, bool)
    else:
        fits = isinstance(value, str) and (sort not in FORMS or FORMS[sort].fullmatch(value) is not None)
    if not fits:
        yield Remark(place, WRONG)
    elif name in shape.values and value not in shape.values[name]:
        yield Remark(place, CHOICE)


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
