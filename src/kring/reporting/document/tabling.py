"""From the parts of an answer to tables: rows, columns, and what stands beneath. In the language that is active.

Spans stand beside each other as columns where their groups are the same; else each has a table of its own, so that an
empty cell never has to be explained.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from kring.figures.showing import State
from kring.figures.tables import UNKNOWN
from kring.reporting import saying
from kring.reporting.answers import Figure, Part, Standing
from kring.reporting.document.values import Cell, Column, Line, Period, Row, Says, Table
from kring.reporting.measures.measure import Unit
from kring.reporting.periods import Span


def tables(parts: Iterable[Part], only: str = "") -> Iterator[Table]:
    """Every part in a table; in the order in which a reader was told. only: which groups alone count, in words."""
    for made in _tables(parts):
        said = {"what": made.caption, "only": only}
        yield replace(made, caption=_("%(what)s; only %(only)s") % said) if only else made


def _tables(parts: Iterable[Part]) -> Iterator[Table]:
    alike: dict[tuple[str, str, tuple[str, ...]], list[Part]] = {}
    for part in parts:
        if saying.is_base(part):
            continue  # it stands beneath the table it is of
        alike.setdefault((part.measure.code, part.of.code, tuple(way.code for way in part.dims)), []).append(part)
    for found in alike.values():
        if len(found[0].dims) > 1:
            yield from map(_crossed, found)
        else:
            for _groups, beside in groupby(found, key=lambda part: list(part.figure.cells)):
                yield _beside(list(beside))


def _beside(parts: Sequence[Part]) -> Table:
    """Of no or one way to split: a column for each span."""
    first, unit = parts[0], _unit(parts[0])
    several = len(parts) > 1
    columns = tuple(Column(saying.capital(_when(part) if several else unit), "", _period(part.span)) for part in parts)
    rows = [
        Row(saying.group(first.dims[0], key[0]), key[0], _line(key), tuple(_cell(p.figure.cells[key]) for p in parts))
        for key in (first.figure.cells if first.dims else ())
    ]
    wholes = tuple(_whole(part) for part in parts)
    rows += [Row(_("Total"), "", Line.TOTAL, wholes), *_days(parts)]
    heading = saying.capital(str(first.dims[0].says)) if first.dims else unit if several else _("What")
    return _table(parts, heading, columns, tuple(rows), wholes)


def _crossed(part: Part) -> Table:
    """Of two ways to split: the one with fewer groups makes the columns, so that it fits on paper."""
    codes = [tuple(dict.fromkeys(at[number] for at in part.figure.cells)) for number in range(2)]
    down, across = (0, 1) if len(codes[0]) >= len(codes[1]) else (1, 0)
    ways, period = part.dims, _period(part.span)
    columns = tuple(Column(saying.capital(saying.group(ways[across], code)), code, period) for code in codes[across])
    rows = tuple(
        Row(saying.group(ways[down], code), code, _line((code,)), tuple(_at(part.figure, pair) for pair in pairs))
        for code in codes[down]
        for pairs in [[(code, other) if down == 0 else (other, code) for other in codes[across]]]
    )
    said = {"down": saying.capital(str(ways[down].says)), "across": ways[across].says}
    made = _table([part], _("%(down)s, by %(across)s") % said, columns, rows, (_whole(part),))
    return replace(made, split=(ways[down].code, ways[across].code))


def _table(
    parts: Sequence[Part], heading: str, columns: tuple[Column, ...], rows: tuple[Row, ...], wholes: tuple[Cell, ...]
) -> Table:
    first = parts[0]
    what = saying.capital(saying.counted(first))
    return Table(
        caption=what if len(parts) > 1 else _("%(what)s, %(when)s") % {"what": what, "when": _when(first)},
        measure=first.measure.code,
        of=first.of.code,
        version=first.measure.version,
        unit=saying.counted_in(first).value,
        unit_words=_unit(first),
        split=tuple(way.code for way in first.dims),
        heading=heading,
        columns=columns,
        rows=rows,
        wholes=wholes,
        beneath=tuple(dict.fromkeys(said for part in parts for said in _beneath(part, several=len(parts) > 1))),
    )


def _beneath(part: Part, *, several: bool) -> Iterator[str]:
    """What a table rests on, what of it is not known, and how it may be read."""
    when = f"{saying.capital(_when(part))}: " if several else ""
    if saying.is_trend(part) and part.figure.whole is None and part.figure.state is State.WHOLE:
        why = _("%(when)sno difference can be computed: no period comes before it, or one of the two is not known.")
        yield saying.capital(why % {"when": when})
        return
    yield saying.capital(_("%(when)sin all %(number)s.") % {"when": when, "number": saying.in_all(part)})
    unknown = [number for names, number in part.figure.cells.items() if UNKNOWN in names]
    if unknown:
        number = None if None in unknown else sum(one for one in unknown if one is not None)
        yield saying.capital(_("%(when)snot known: %(number)s.") % {"when": when, "number": _cell(number).text})
    if part.figure.overlapping:
        yield _("One may stand in several groups: they do not add up to the whole.")
    if part.figure.state is State.UNSAFE:
        yield str(saying.STANDINGS[Standing.UNSAFE])


def _days(parts: Sequence[Part]) -> Iterator[Row]:
    """Of days: the middle and the average, in rows of their own."""
    if parts[0].of.unit is not Unit.DAY or parts[0].of is not parts[0].measure:
        return
    figures = [part.figure for part in parts]
    yield Row(_("Half took at most (days)"), "", Line.MEDIAN, tuple(_of_days(one, one.median) for one in figures))
    yield Row(_("Days on average"), "", Line.MEAN, tuple(_of_days(one, one.mean) for one in figures))


def _whole(part: Part) -> Cell:
    """What is divided by nothing, or has nothing before it, cannot be said, and is not withheld."""
    figure = part.figure
    if figure.whole is not None or figure.state is not State.WHOLE:
        return _cell(figure.whole)
    return Cell(Says.UNKNOWN, saying.not_computed()) if saying.is_trend(part) else _not_said()


def _of_days(figure: Figure, number: int | None) -> Cell:
    hidden = figure.whole is None or figure.state is not State.WHOLE
    return _cell(number) if number is not None or hidden else _not_said()


def _at(figure: Figure, place: tuple[str, ...]) -> Cell:
    return _cell(figure.cells[place]) if place in figure.cells else _not_said()


def _cell(number: float | None) -> Cell:
    if number is None:
        return Cell(Says.WITHHELD, saying.shown(None))
    number = int(number) if float(number).is_integer() else number
    return Cell(Says.VALUE, number_format(number, force_grouping=True), number)


def _not_said() -> Cell:
    return Cell(Says.UNKNOWN, _("not known"))


def _line(key: tuple[str, ...]) -> Line:
    return Line.UNKNOWN if UNKNOWN in key else Line.GROUP


def _period(span: Span) -> Period:
    start = span.start.isoformat() if span.start else ""
    return Period(start, span.end.isoformat(), saying.when(span), span.running)


def _when(part: Part) -> str:
    return saying.when(part.span)


def _unit(part: Part) -> str:
    return str(saying.UNITS[saying.counted_in(part)])
