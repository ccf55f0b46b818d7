"""Any content of a file in plain lines: a label a field, codes in words, colleagues by first name.

Generic on purpose: a field that somebody adds to a content class goes out for review without a line here. What says
nothing to a reader (ids, keys, technical fields) stays out.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kring.privacy.access.labels import CODES, LABELS, SILENT
from kring.support.dossier import words
from kring.support.dossier.content import ModePeriod, Step
from kring.support.plan.content import Move
from kring.team.names import Names
from kring.vault.primitives import is_id

PEOPLE = frozenset({"by", "person", "asked", "taken_by"})
"""Fields that may hold the principal of a colleague."""
YES: Promise = _("yes")
BRIEF = (Step, ModePeriod, Move)
"""A code and the day it began: said in one line with the others of its list."""


def lines_of(content: Any, names: Names) -> list[tuple[str, str]]:
    """What it says, field by field."""
    return list(_lines(content, names))


def _lines(content: Any, names: Names) -> Iterator[tuple[str, str]]:
    for one in dataclasses.fields(content):
        if one.name in SILENT or f"{type(content).__name__}.{one.name}" in SILENT:
            continue
        value = getattr(content, one.name)
        yield from _said(one.name, value, names)


def _said(name: str, value: Any, names: Names) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple) and value and isinstance(value[0], BRIEF):
        yield str(LABELS[name]), "; ".join(_brief(each) for each in value)
    elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        for each in value:
            yield from _lines(each, names)
    elif dataclasses.is_dataclass(value):
        yield from _lines(value, names)
    elif text := _text(name, value, names):
        yield str(LABELS.get(name, name)), text


def _brief(one: Any) -> str:
    """What and when, in one breath."""
    (what, value), (_, on) = [(part.name, getattr(one, part.name)) for part in dataclasses.fields(one)][:2]
    return f"{_code(what, value)} ({words.day(on)})"


def _text(name: str, value: Any, names: Names) -> str:
    if isinstance(value, bytes) or value is None or value is False or value == "":
        return ""
    if value is True:
        return str(YES)
    if isinstance(value, datetime):
        at = timezone.localtime(value)
        return f"{words.day(at.date())}, {at:%H.%M}"
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, tuple):
        return ", ".join(filter(None, (_text(name, each, names) for each in value)))
    if name in PEOPLE and is_id(str(value)):
        return names[value].name.split()[0] if value in names else ""
    if isinstance(value, str) and is_id(value):
        return ""
    return _code(name, value)


def _code(name: str, value: Any) -> str:
    plain = value.value if isinstance(value, Enum) else value
    if name == "rhythm_days":
        return ngettext("every %(n)s day", "every %(n)s days", plain) % {"n": plain}
    for table in CODES.get(name, ()):
        if plain in table:
            return str(table[plain])
    return str(plain)
