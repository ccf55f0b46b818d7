"""Answering a question: plan it, let the vault count it at once, and put together what was counted.

The public answer holds only what may be shown to everybody; the internal one has every number, for the
statistics office; of a draft there is a preview of the public one, which is remembered nowhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kring.figures.asked import Clear
from kring.figures.showing import Both, Shown, State
from kring.reporting.answers import Answer, Figure, Pair, Part
from kring.reporting.asking import Question
from kring.reporting.content import Audience
from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.holding import StaffOnly
from kring.reporting.measures import MEASURES
from kring.reporting.measures.measure import Measure, OfFacts, OfOthers, OfStaff, Ratio
from kring.reporting.periods import Span
from kring.reporting.planning import Dims, Key, Plan, measure, plan
from kring.support.clarification import figures as clarification
from kring.team.models import Function
from kring.team.programmes import PROGRAMMES
from kring.vault import release
from kring.vault.gate import Session

Figures = Mapping[Key, Figure]


def answer(session: Session, question: Question, audience: Audience = Audience.PUBLIC) -> Answer:
    """Count and put together. For members of the statistics office. Raises `NotUnderstood`, `Refused`."""
    [made] = answers(session, [question], audience)
    return made


def answers(session: Session, questions: Sequence[Question], audience: Audience = Audience.PUBLIC) -> list[Answer]:
    """The same for several questions, counted at once."""
    return [_put_together(one, audience) for one in _counted(session, questions, audience)]


def pairs(session: Session, questions: Sequence[Question], outside: Audience) -> list[Pair]:
    """The same with every number beside it, of one counting. outside: PREVIEW for a draft, which nobody remembers."""
    return [
        Pair(_put_together(one, outside), _put_together(one, Audience.INTERNAL))
        for one in _counted(session, questions, outside)
    ]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A plan, and both tables of each of its countings."""

    plan: Plan
    both: Mapping[Key, Both]


def _counted(session: Session, questions: Sequence[Question], audience: Audience) -> Iterator[_Counted]:
    plans = [plan(question) for question in questions]
    asked = [counting for made in plans for counting in made.countings.values()]
    clear = _in_the_clear({each.of for each in asked})
    kept, preview = audience == Audience.PUBLIC, audience == Audience.PREVIEW
    found = iter(release.answer(session, act="figures.answer", asked=asked, clear=clear, kept=kept, preview=preview))
    return (_Counted(made, {key: next(found) for key in made.countings}) for made in plans)


def _put_together(counted: _Counted, audience: Audience) -> Answer:
    made, inside = counted.plan, audience == Audience.INTERNAL
    figures = {key: _of_facts(one.inside if inside else one.outside) for key, one in counted.both.items()}
    figures |= {key: _of_staff(key, kept) for key, kept in made.staffing.items()}
    return Answer(made.question, audience, tuple(_parts(made, figures)), tuple(made.missing))


def _in_the_clear(kinds: set[str]) -> Iterator[Clear]:
    """Rows that are no facts, of the kinds that are asked."""
    if kinds & {clarification.RECEIVED, clarification.TALKED, clarification.DECIDED}:
        yield from clarification.in_the_clear()


def _parts(made: Plan, figures: Figures) -> Iterator[Part]:
    for code, span, dims in made.shown:
        one = measure(code)
        ways = tuple(DIMENSIONS[name] for name in dims)
        yield Part(one, span, ways, _figure(one, span, dims, figures), one)
    for code in made.question.measures:
        one = MEASURES[code]
        if isinstance(one.how, OfOthers):
            yield from (_trends if one.how.trend else _bases)(one, made, figures)


def _figure(one: Measure, span: Span, dims: Dims, figures: Figures) -> Figure:
    if not isinstance(one.how, Ratio):
        return figures[one.code, span, dims]
    over = _figure(measure(one.how.over), span, dims, figures)
    under = _figure(measure(one.how.under), span, () if one.how.percent else dims, figures)
    divided, whole_under = _percent if one.how.percent else _per, one.how.percent or not dims
    bases = {key: under.whole if whole_under else under.cells.get(key) for key in over.cells}
    cells = {key: divided(number, bases[key]) for key, number in over.cells.items()}
    known = {key: found for key, found in cells.items() if found is not None or over.cells[key] is None}
    state = max(over.state, under.state, key=list(State).index)
    whole, nearest = divided(over.whole, under.whole), over.nearest or under.nearest
    return Figure(known, whole, over.carriers, state, overlapping=over.overlapping, nearest=nearest)


def _per(over: float | None, under: float | None) -> float | None:
    return round(over / under, 1) if over is not None and under else None


def _percent(over: float | None, under: float | None) -> float | None:
    return round(100 * over / under) if over is not None and under else None


def _of_facts(shown: Shown) -> Figure:
    overlapping = any(dim.overlapping for dim in shown.dims)
    said = (shown.known, shown.mean, shown.median)
    return Figure(dict(shown.cells), shown.whole, shown.carriers, shown.state, *said, overlapping, shown.nearest)


def _of_staff(key: Key, kept: StaffOnly) -> Figure:
    code, span, dims = key
    how = measure(code).how
    if not isinstance(how, OfStaff):
        raise TypeError(code)
    counted = {at: number for at, number in how.count(span).items() if all(at[n] in some for n, some in kept)}
    places = [DIMENSIONS[name].staff for name in dims]
    cells: dict[tuple[str, ...], float] = defaultdict(float)
    for place, number in sorted(counted.items(), key=lambda pair: _order(pair[0])):
        cells[tuple(place[at] for at in places if at is not None)] += number
    return Figure({names: round(number, 2) for names, number in cells.items()}, round(sum(counted.values()), 2))


def _order(place: tuple[str, str]) -> tuple[int, int]:
    """As the team is told of: by programme, then by function."""
    function, programme = place
    codes = [one.code for one in PROGRAMMES]
    functions = list(Function)
    return (codes.index(programme) if programme in codes else len(codes)), functions.index(Function(function))


def _bases(one: Measure, made: Plan, figures: Figures) -> Iterator[Part]:
    """On how many each figure of facts rests; of how many a group is not known stands in its own table."""
    for code, span, dims in made.shown:
        of = measure(code)
        if isinstance(of.how, OfFacts):
            figure = figures[code, span, dims]
            yield Part(one, span, (), Figure({}, figure.whole, figure.carriers, figure.state), of)


def _trends(one: Measure, made: Plan, figures: Figures) -> Iterator[Part]:
    """The difference of each whole with that of the span before; withheld only where one of the two is."""
    for code, spans in made.compared.items():
        of = measure(code)
        if len(spans) == 1:  # it has no beginning, so nothing comes before
            yield Part(one, spans[0], (), Figure({}, None), of)
        for before, after in pairwise(spans):
            both = [_figure(of, span, (), figures) for span in (before, after)]
            was, now = (each.whole for each in both)
            differs = None if was is None or now is None else round(now - was, 2)
            hidden = any(each.whole is None and each.state is not State.WHOLE for each in both)
            yield Part(one, after, (), Figure({}, differs, state=State.WITHHELD if hidden else State.WHOLE), of)
