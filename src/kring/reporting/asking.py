"""A question as it is asked: a file of measures, dimensions, filters and a period, read into one value.

Keys beside those a person writes are for machines: `on`, `from`, `to` (days, when the period is in words), `asked_on`
(the day of asking), `tables` (which dimensions are crossed: lists of one or two codes; each alone when absent).
What does not live here: what the codes mean (measures, dimensions) and the counting.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.reporting import periods
from kring.reporting.periods import NotUnderstood, Period

AT_ONCE = 2
"""Facets that may be crossed (GDP-17)."""
MOST_SIGNS = 100_000
"""Of a file with a question; of a longer one nobody reads on."""
KEPT_APART = {"exclude_register", "include_zero", "register", "from", "to"}
"""Filters that are no dimension."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. topic: the field of work it is about, "" when it does not say. tables: what is crossed.

    unclear: what is wrong with the period, said only when anything is to be counted in it.
    """

    id: str
    measures: tuple[str, ...]
    dimensions: tuple[str, ...]
    period: Period
    asked_on: date
    topic: str = ""
    words: str = ""
    register: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: tuple[tuple[str, ...], ...] = ()
    unclear: str = ""


def read(raw: str, today: date) -> Question:
    """The question in a file. Raises `NotUnderstood`."""
    try:
        if len(raw) > MOST_SIGNS:
            raise ValueError
        said = json.loads(raw)
        json.dumps(said, ensure_ascii=False).encode()  # what cannot be written again cannot be answered
    except (ValueError, RecursionError):
        raise NotUnderstood(_("This file is no JSON: it cannot be read.")) from None
    if not isinstance(said, dict):
        raise NotUnderstood(_("A question is one object with measures, dimensions, filters and a period."))
    return understood(said, today)


def understood(said: Mapping[str, Any], today: date) -> Question:
    """The question in these words. Raises `NotUnderstood`."""
    filters = said.get("filters") or {}
    if not isinstance(filters, Mapping):
        raise NotUnderstood(_("“filters” is an object: a dimension and its values."))
    asked_on = min(_day(said.get("asked_on")) or today, today)
    measures, dimensions = _codes(said, "measures"), _codes(said, "dimensions")
    if not measures:
        raise NotUnderstood(_("Name at least one measure: what is to be counted."))
    period, unclear = _period_or_why({**filters, **said}, asked_on)
    return Question(
        id=str(said.get("id", "")),
        measures=measures,
        dimensions=dimensions,
        period=period,
        asked_on=asked_on,
        topic=str(said.get("topic", "")),
        words=_words(said.get("question", "")),
        register=str(filters.get("register", "")),
        filters={name: _texts(value) for name, value in filters.items() if name not in KEPT_APART},
        tables=_tables(said, dimensions),
        unclear=unclear,
    )


def _words(question: Any) -> str:
    """The question in the language that is active, Dutch when it is not said in that one; or as it is, in one."""
    if isinstance(question, Mapping):
        language = (get_language() or "nl").partition("-")[0]
        question = question.get(language) or question.get("nl") or ""
    return str(question)


def _period_or_why(said: Mapping[str, Any], asked_on: date) -> tuple[Period, str]:
    try:
        return _period(said, asked_on), ""
    except NotUnderstood as why:
        return Period(()), str(why)


def _period(said: Mapping[str, Any], asked_on: date) -> Period:
    """The days in the keys for machines go before the period in words."""
    if on := _day(said.get("on")):
        return periods.read(on.isoformat(), asked_on)
    start, end = _day(said.get("from")), _day(said.get("to"))
    if start or end:
        return periods.between(start, end or asked_on, asked_on)
    return periods.read(str(said.get("period") or ""), asked_on)


def _tables(said: Mapping[str, Any], dimensions: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    found = said.get("tables")
    if found is None:
        return tuple((one,) for one in dimensions)
    if not isinstance(found, Sequence) or not all(isinstance(one, list) for one in found):
        raise NotUnderstood(_("“tables” is a list of lists: the dimensions that are crossed."))
    tables = tuple(dict.fromkeys(tuple(dict.fromkeys(map(str, one))) for one in found))
    if any(len(one) > AT_ONCE for one in tables):
        raise NotUnderstood(_("At most two facets are crossed: more would point at people."))
    return tables


def _codes(said: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = said.get(name) or []
    if isinstance(found, str) or not isinstance(found, Sequence):
        raise NotUnderstood(_("“%(name)s” is a list of codes.") % {"name": name})
    return tuple(dict.fromkeys(map(str, found)))


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else (str(value),)


def _day(value: Any) -> date | None:
    return periods.read(str(value), date.max).spans[0].end if value else None
