"""An answer said: rows for a machine, sentences for a reader. In the reader's language; nothing counts here."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.figures.showing import State
from kring.figures.tables import UNKNOWN
from kring.reporting.answers import Answer, Missing, Part, Standing
from kring.reporting.asking import Question
from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.labels import not_known
from kring.reporting.measures.measure import OfOthers, Unit
from kring.reporting.periods import Span, quoted
from kring.reporting.spoken import day, excluded

UNITS: dict[Unit, Promise] = {
    Unit.CASE: gettext_lazy("dossiers"),
    Unit.PERSON: gettext_lazy("persons"),
    Unit.HOUSEHOLD: gettext_lazy("households"),
    Unit.REFERRAL: gettext_lazy("referrals"),
    Unit.TALK: gettext_lazy("talks"),
    Unit.CONTACT: gettext_lazy("contacts"),
    Unit.ACTIVITY: gettext_lazy("activities"),
    Unit.ATTENDANCE: gettext_lazy("attendances"),
    Unit.MEETING: gettext_lazy("consultations"),
    Unit.HANDOVER: gettext_lazy("warm referrals"),
    Unit.DAY: gettext_lazy("days"),
    Unit.PERCENT: gettext_lazy("percent"),
    Unit.RATIO: gettext_lazy("on average"),
    Unit.FTE: gettext_lazy("full-time equivalents"),
    Unit.HEAD: gettext_lazy("colleagues"),
    Unit.POST: gettext_lazy("posts"),
    Unit.EURO: gettext_lazy("euro"),
    Unit.GRANT: gettext_lazy("grants"),
    Unit.RECIPIENT: gettext_lazy("recipients"),
    Unit.VOLUNTEER: gettext_lazy("volunteers"),
    Unit.RECORD: gettext_lazy("records"),
}
SEPTEMBER = 9
"""When a school year begins."""
STANDINGS: dict[Standing, Promise] = {
    Standing.ANSWERED: gettext_lazy("Everything that was asked is answered."),
    Standing.PARTLY: gettext_lazy("A part is not shown: it would point at people, or is not held here."),
    Standing.NOT_HELD: gettext_lazy("Kring holds no figures of this."),
    Standing.UNSAFE: gettext_lazy("Split like this a table would point at people: it is not given."),
}


def as_json(answer: Answer, audience: str) -> dict[str, Any]:
    """The answer for machines."""
    return {
        "id": answer.question.id,
        "question": answer.question.words,
        "status": answer.standing.value,
        "audience": audience,
        "asked_on": answer.question.asked_on.isoformat(),
        "filters": {name: list(groups) for name, groups in answer.question.filters.items()},
        "table": [row for part in answer.parts for row in _rows(part)],
        "base": [_base(part) for part in answer.parts if not part.dims],
        "unknowns": [row for part in answer.parts for row in _unknowns(part)],
        "nearest": [_nearest(part) for part in answer.parts if part.figure.nearest],
        "not_held": [_missing(each) for each in answer.missing],
        "exclusions": excluded(),
        "definitions": definitions(answer),
        "text": text(answer),
    }


def text(answer: Answer) -> list[str]:
    """The answer in sentences."""
    left = only(answer.question)
    told = [said for parts in _together(answer.parts) for said in (*_heads(parts[0], left), *_splits(parts))]
    found = traps(answer)
    careful = [_("Mind: %(traps)s.") % {"traps": "; ".join(found)}] if found else []
    apart = _("Not counted: %(registers)s. Those have a legal frame and a register of their own.")
    names = _joined([each["name"] for each in excluded()])
    return [str(STANDINGS[answer.standing]), *told, *_absent(answer), *careful, apart % {"registers": names}]


def sentences(answer: Answer) -> list[str]:
    """What stands beside tables: each whole in a sentence. What it rests on and what is not held stand elsewhere."""
    left = only(answer.question)
    told = [said for parts in _together(answer.parts) if not is_base(parts[0]) for said in _heads(parts[0], left)]
    return [*told, *_to_come(answer)]


def is_base(part: Part) -> bool:
    """Whether it only says on how many another figure rests."""
    return isinstance(part.measure.how, OfOthers) and not part.measure.how.trend


def is_trend(part: Part) -> bool:
    """Whether it is a difference with the period before."""
    return isinstance(part.measure.how, OfOthers) and part.measure.how.trend


def not_computed() -> str:
    """A difference that nobody withholds: it cannot be made."""
    return _("cannot be computed")


def traps(answer: Answer) -> list[str]:
    """What the figures must not be read as, each once."""
    return list(dict.fromkeys(str(trap) for part in answer.parts for trap in part.measure.traps))


def definitions(answer: Answer) -> list[dict[str, Any]]:
    """What each measure and dimension means, with the version of its definition."""
    found: dict[str, dict[str, Any]] = {}
    for one in [part.measure for part in answer.parts] + [part.of for part in answer.parts]:
        base = str(one.base) if one.base else ""
        said = {
            "code": one.code,
            "version": one.version,
            "unit": one.unit.value,
            "counted": str(one.says),
            "base": base,
        }
        found.setdefault(one.code, said)
    filtered = [DIMENSIONS[name] for name in answer.question.filters if answer.parts and name in DIMENSIONS]
    for way in [*(way for part in answer.parts for way in part.dims), *filtered]:
        found.setdefault(way.code, {"code": way.code, "version": way.version, "counted": str(way.says)})
    return list(found.values())


def when(span: Span) -> str:
    """A span in words."""
    if span.start is None and span.name:
        return _("on %(day)s") % {"day": day(span.end)}
    if span.start is None:
        said = _("up to and including %(end)s") % {"end": day(span.end)}
    elif span.name and not span.running and span.start.month == SEPTEMBER and span.name.count("-") == 1:
        said = _("in the school year %(period)s") % {"period": span.name}
    elif span.name and not span.running:
        said = _("in %(period)s") % {"period": span.name}
    else:
        said = _("from %(start)s to %(end)s") % {"start": day(span.start), "end": day(span.end)}
    return _("%(when)s (not over yet)") % {"when": said} if span.running else said


def only(question: Question) -> str:
    """The groups that alone count, in words; "" when all do."""
    named = [(DIMENSIONS[name], groups) for name, groups in question.filters.items() if name in DIMENSIONS]
    return "; ".join(f"{way.says}: {_labels(way, groups)}" for way, groups in named)


def _labels(way: Dimension, groups: Iterable[str]) -> str:
    return ", ".join(quoted(group(way, way.also.get(code, code))) for code in groups)


def group(way: Dimension, code: str) -> str:
    """A group in words."""
    return not_known() if code == UNKNOWN else way.label(code)


def shown(number: float | None) -> str:
    """A number as it is read: withheld is no 0."""
    return _("withheld") if number is None else number_format(f"{number:g}")


def _rows(part: Part) -> Iterator[dict[str, Any]]:
    about = {"measure": part.measure.code, "of": part.of.code, "period": _span(part.span)}
    for names, number in part.figure.cells.items():
        if part.dims:
            by = {way.code: code for way, code in zip(part.dims, names, strict=True)}
            said = [group(way, code) for way, code in zip(part.dims, names, strict=True)]
            found = _value(number, unknown=UNKNOWN in names)
            yield about | {"unit": counted_in(part).value, "by": by, "name": " · ".join(said), **found}
    yield about | {"unit": part.of.unit.value, "by": {}, "name": _("Total"), **_total(part)}


def _total(part: Part) -> dict[str, Any]:
    """The whole; of days the median, with on how many it rests."""
    figure, behind = part.figure, {"carried_by": part.figure.carriers, "split": [way.code for way in part.dims]}
    if figure.whole is None and figure.state is State.WHOLE:
        return {"value": None, "shown": in_all(part), "state": "unknown"} | behind
    if part.of.unit is not Unit.DAY or part.of is not part.measure:
        return _value(figure.whole) | behind
    rests = {"records": figure.whole, "known": figure.known, "mean": figure.mean, "median": figure.median}
    return _value(figure.median) | behind | rests


def counted_in(part: Part) -> Unit:
    """What the cells count: of days they are dossiers."""
    return Unit.CASE if part.of.unit is Unit.DAY else part.of.unit


def _value(number: float | None, *, unknown: bool = False) -> dict[str, Any]:
    state = "withheld" if number is None else "unknown" if unknown else "zero" if number == 0 else "counted"
    return {"value": number, "shown": shown(number), "state": state}


def _span(span: Span) -> dict[str, Any]:
    start = span.start.isoformat() if span.start else None
    return {"from": start, "to": span.end.isoformat(), "name": span.name, "running": span.running}


def _base(part: Part) -> dict[str, Any]:
    return {"measure": part.of.code, "period": _span(part.span), "records": part.figure.whole}


def _unknowns(part: Part) -> Iterator[dict[str, Any]]:
    for names, number in part.figure.cells.items():
        if UNKNOWN in names:
            where = [way.code for way, code in zip(part.dims, names, strict=True) if code == UNKNOWN]
            yield {"measure": part.measure.code, "period": _span(part.span), "dimensions": where, "value": number}


def _nearest(part: Part) -> dict[str, Any]:
    """The coarser question that can be answered, as the keys of a question."""
    nearest = part.figure.nearest
    without = list(nearest.without) if nearest else []
    return {"measure": part.of.code, "period": _span(part.span), "tables": _tables(part), "without_filters": without}


def _tables(part: Part) -> list[list[str]]:
    return [list(part.figure.nearest.by)] if part.figure.nearest and part.figure.nearest.by else []


def _instead(part: Part) -> str:
    """The coarser question in a sentence."""
    [ways] = _tables(part) or [[]]
    said = ", ".join(str(DIMENSIONS[name].says) for name in ways)
    filtered = bool(part.figure.nearest and part.figure.nearest.without)
    if not said:
        return _("What can be asked safely: the total, without a split.")
    if filtered:
        return _("What can be asked safely: all of it without the filter, split by %(ways)s.") % {"ways": said}
    return _("What can be asked safely: split by %(ways)s alone.") % {"ways": said}


def _missing(each: Missing) -> dict[str, Any]:
    split = [way.code for way in each.dims]
    return {"measure": each.measure.code, "split": split, "reason": str(each.why.reason), "ask": str(each.why.ask)}


def _together(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The ways one measure is split in one span, together."""
    for _key, found in groupby(parts, key=lambda part: (part.measure.code, part.of.code, part.span)):
        yield list(found)


def counted(part: Part) -> str:
    """What a part counts, in words."""
    return str(part.measure.says) if part.of is part.measure else f"{part.measure.says} ({part.of.says})"


def _absent(answer: Answer) -> Iterator[str]:
    yield from map(_sentence, answer.missing)
    yield from _to_come(answer)


def _to_come(answer: Answer) -> Iterator[str]:
    for span in answer.question.period.to_come:
        yield _("%(period)s has not come yet.") % {"period": span.name}


def _heads(part: Part, left: str) -> Iterator[str]:
    """left: what a filter leaves of it."""
    what = _("%(what)s, only %(only)s") % {"what": counted(part), "only": left} if left else counted(part)
    head = _("%(when)s: %(number)s (%(what)s).")
    yield head % {"when": capital(when(part.span)), "number": in_all(part), "what": what}
    if part.figure.median is not None:
        said = {"median": part.figure.median, "mean": part.figure.mean, "known": part.figure.known}
        yield _("Half took at most %(median)s days, on average %(mean)s; of %(known)s both days are known.") % said


def _splits(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from _split(part)
    yield from dict.fromkeys(_instead(part) for part in parts if part.figure.nearest)


def _split(part: Part) -> Iterator[str]:
    if part.dims:
        ways = ", ".join(str(way.says) for way in part.dims)
        cells = "; ".join(_cell(part, names, number) for names, number in part.figure.cells.items())
        yield _("Split by %(ways)s: %(cells)s.") % {"ways": ways, "cells": cells or _("nothing")}
    if part.figure.overlapping:
        yield _("One may stand in several groups: they do not add up to the whole.")


def in_all(part: Part) -> str:
    """The whole of a part with its unit, and by how many colleagues it is carried."""
    figure, unit = part.figure, counted_in(part)
    if figure.whole is None and is_trend(part):
        return shown(None) if figure.state is not State.WHOLE else not_computed()
    if figure.whole is None:
        return not_known() if figure.state is State.WHOLE else shown(None)
    said = f"{shown(figure.whole)} {UNITS[unit]}"
    if not figure.carriers or not figure.whole:
        return said
    carried = ngettext("%(number)s with %(n)s colleague", "%(number)s with %(n)s colleagues", figure.carriers)
    return carried % {"number": said, "n": figure.carriers}


def _cell(part: Part, names: tuple[str, ...], number: float | None) -> str:
    said = ", ".join(group(way, code) for way, code in zip(part.dims, names, strict=True))
    return f"{said} {shown(number)}"


def _joined(names: list[str]) -> str:
    return _("%(all)s and %(last)s") % {"all": ", ".join(names[:-1]), "last": names[-1]}


def what(each: Missing) -> str:
    """What is not held here, in words."""
    if not each.dims:
        return str(each.measure.says)
    ways = "; ".join(str(way.says) for way in each.dims)
    return _("%(what)s, split by: %(ways)s") % {"what": each.measure.says, "ways": ways}


def _sentence(each: Missing) -> str:
    said = {"what": what(each), "why": each.why.reason, "ask": each.why.ask}
    return _("Not held here: %(what)s. %(why)s Ask: %(ask)s.") % said


def capital(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]
