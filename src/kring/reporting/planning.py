"""From a question to what is asked of the facts: each measure in each span, split each way. Pure but for the team.

A plan names what is counted by measure, span and dimensions; ratios and trends ask for what they are made of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from kring.figures.asked import By, Counting
from kring.reporting import holding, periods, staff
from kring.reporting.answers import Missing
from kring.reporting.asking import Question
from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.dimensions.dimension import Look
from kring.reporting.holding import StaffOnly
from kring.reporting.measures import MEASURES
from kring.reporting.measures.measure import Measure, NotHeld, OfFacts, OfOthers, OfStaff, Ratio
from kring.reporting.measures.parts import PARTS
from kring.reporting.periods import NotUnderstood, Span

Dims = tuple[str, ...]
Key = tuple[str, Span, Dims]
PIECES = {"year": 12, "school_year": 12, "quarter": 3, "month": 1}
MOST = 40
"""Spans of one question."""


@dataclass(slots=True)
class Plan:
    """What is to be counted, and what of it is shown. shown: in the order it is told. compared: spans of a trend."""

    question: Question
    countings: dict[Key, Counting] = field(default_factory=dict)
    staffing: dict[Key, StaffOnly] = field(default_factory=dict)
    shown: list[Key] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    compared: dict[str, list[Span]] = field(default_factory=dict)


def measure(code: str) -> Measure:
    """A measure, or what one is made of."""
    return MEASURES.get(code) or PARTS[code]


def plan(question: Question) -> Plan:
    """What is to be counted. Raises `NotUnderstood`."""
    _check(question)
    made = Plan(question)
    whys = {code: _why_not(MEASURES[code], question) for code in question.measures}
    counted = [code for code, why in whys.items() if why is None and not isinstance(MEASURES[code].how, OfOthers)]
    if counted and (unused := [name for name in question.filters if name not in DIMENSIONS]):
        raise NotUnderstood(_("The filter “%(name)s” is not understood.") % {"name": periods.quoted(", ".join(unused))})
    if counted and question.unclear:
        raise NotUnderstood(question.unclear)
    for code, why in whys.items():
        one = MEASURES[code]
        if why:
            made.missing.append(Missing(one, why))
        elif not isinstance(one.how, OfOthers):
            for span in spans(question):
                _plan(made, one, span)
    if any(_is_trend(MEASURES[code]) for code in question.measures):
        _earlier(made)
    return made


def spans(question: Question) -> tuple[Span, ...]:
    """The spans of the period, parted by the dimension of time that is asked."""
    asked = [each for each in question.dimensions if each in PIECES]
    given = question.period.spans
    if not asked or question.period.days or len(given) > 1:
        return given
    return tuple(_parted(given[0], PIECES[asked[0]], asked[0]))


def _why_not(one: Measure, question: Question) -> NotHeld | None:
    if isinstance(one.how, Ratio):
        return holding.why_not(measure(one.how.over), question) or holding.why_not(measure(one.how.under), question)
    return holding.why_not(one, question)


def _check(question: Question) -> None:
    unknown = [code for code in question.measures if code not in MEASURES]
    unknown += [code for table in (question.dimensions, *question.tables) for code in table if code not in DIMENSIONS]
    if unknown:
        raise NotUnderstood(
            _("“%(codes)s” is no measure or dimension here.") % {"codes": periods.quoted(", ".join(unknown))}
        )


def _plan(made: Plan, one: Measure, span: Span, *, show: bool = True, only: Dims | None = None) -> None:
    """Plan one measure in one span, each way it can be split; whole when it can be split in none."""
    tables = [only] if only is not None else list(_tables(made, one, span))
    for dims in tables or [()]:
        if isinstance(one.how, Ratio):
            _plan(made, measure(one.how.over), span, show=False, only=dims)
            below = () if one.how.percent else dims
            _plan(made, measure(one.how.under), span, show=False, only=below)
            if not {(one.how.over, span, dims), (one.how.under, span, below)} <= {*made.countings, *made.staffing}:
                return
        elif isinstance(one.how, OfStaff):
            kept = holding.of_staff(made.question, span)
            if isinstance(kept, NotHeld):
                made.missing += [Missing(one, kept)] * (Missing(one, kept) not in made.missing)
                return
            made.staffing[one.code, span, dims] = kept
        elif isinstance(one.how, OfFacts):
            asked = _counting(made.question, one.how, span, dims)
            if isinstance(asked, NotHeld):
                made.missing += [Missing(one, asked)] * (Missing(one, asked) not in made.missing)
                return
            made.countings[one.code, span, dims] = asked
        if show:
            made.shown.append((one.code, span, dims))
    if show and isinstance(one.how, OfFacts) and one.how.beside:
        _plan(made, measure(one.how.beside), span, only=())


def _tables(made: Plan, one: Measure, span: Span) -> Iterator[Dims]:
    """The ways a measure can be split among those that are asked; what cannot is noted as missing."""
    for table in made.question.tables:
        dims = tuple(name for name in table if not DIMENSIONS[name].time)
        whys = {name: why for name in dims if (why := _cannot(one, name, made.question, span))}
        if whys and isinstance(one.how, OfStaff) and holding.SAYS_NOTHING in whys.values():
            continue
        if whys:
            gone = tuple(DIMENSIONS[name] for name in whys)
            missing = Missing(one, next(iter(whys.values())), gone)
            made.missing += [missing] * (missing not in made.missing)
        elif dims:
            yield dims
    how = _facts_of(one)
    if how and how.split and not any(how.split in table for table in made.question.tables):
        yield (how.split,)


def _cannot(one: Measure, name: str, question: Question, span: Span) -> NotHeld | None:
    """Why a measure cannot be split so, or None."""
    dimension = DIMENSIONS[name]
    if isinstance(dimension.how, NotHeld):
        return dimension.how
    if isinstance(one.how, OfStaff):
        return None if dimension.staff is not None else holding.SAYS_NOTHING
    if isinstance(one.how, Ratio):
        under = None if one.how.percent else _cannot(measure(one.how.under), name, question, span)
        return _cannot(measure(one.how.over), name, question, span) or under
    how = _facts_of(one)
    found = holding.split(dimension, _look(question, how, span, {})) if how else holding.SAYS_NOTHING
    return found if isinstance(found, NotHeld) else None


def _facts_of(one: Measure) -> OfFacts | None:
    if isinstance(one.how, Ratio):
        return _facts_of(measure(one.how.over))
    return one.how if isinstance(one.how, OfFacts) else None


def _counting(question: Question, how: OfFacts, span: Span, dims: Dims) -> Counting | NotHeld:
    look = _look(question, how, span, staff.roles(span.end) if "worker_role" in (*dims, *question.filters) else {})
    narrowed = holding.narrowed(question, look)
    if isinstance(narrowed, NotHeld):
        return narrowed
    by = []
    for name in dims:
        found = holding.split(DIMENSIONS[name], look)
        if isinstance(found, NotHeld):
            return found
        by.append(By(name, found, DIMENSIONS[name].groups(look)))
    when = how.on_day if how.on_day and question.period.days else how.when
    return Counting(
        of=how.subject.kind,
        where=when(span),
        by=tuple(by),
        worker=look.worker,
        once=how.once,
        days=how.days(span) if how.days else None,
        only=narrowed,
    )


def _look(question: Question, how: OfFacts, span: Span, roles: dict[str, str]) -> Look:
    stock = how.stock or (how.on_day is not None and question.period.days)
    return Look(how.subject, span, stock, how.beginning, roles)


def _is_trend(one: Measure) -> bool:
    return isinstance(one.how, OfOthers) and one.how.trend


def _earlier(made: Plan) -> None:
    """A trend compares wholes: span by span, and the first with the one before it, which is not shown by itself."""
    for code, span, _dims in tuple(made.shown):
        found = made.compared.setdefault(code, [])
        before = periods.before(span) if not found else None
        for each in (before, span):
            if each is not None and each not in found:
                _plan(made, measure(code), each, show=False, only=())
                found.append(each)


def _parted(span: Span, months: int, piece: str) -> Iterable[Span]:
    """The pieces of a span, from its first day on; what has no beginning is looked at once."""
    if span.start is None:
        return [span]
    found: list[Span] = []
    start = span.start
    while start <= span.end and len(found) < MOST:
        after = _next(start, months, piece)
        end = min(date.fromordinal(after.toordinal() - 1), span.end)
        name = _name(start, after, piece)
        running = span.running and end == span.end
        found.append(Span(start, end, name, running))
        start = after
    return found


def _name(start: date, after: date, piece: str) -> str:
    """A piece of the period by its name: `2021`, `2020-2021`, `2021-03`, `2021-Q1`."""
    names = {"year": f"{start.year}", "school_year": f"{start.year}-{after.year}", "month": f"{start:%Y-%m}"}
    return names.get(piece) or f"{start.year}-Q{(start.month + 2) // 3}"


def _next(start: date, months: int, piece: str) -> date:
    if piece == "year":
        return date(start.year + 1, 1, 1)
    if piece == "school_year":
        return date(start.year + (start.month >= 9), 9, 1)
    month = months * ((start.month - 1) // months) + 1 + months
    return date(start.year + month // 13, (month - 1) % 12 + 1, 1)
