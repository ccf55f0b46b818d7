"""The paragraph that is drafted from a figure: computed values only, in plain sentences, in the active language."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from kring.reporting.composer import names
from kring.reporting.document.values import Document, Line, Row, Says, Table
from kring.reporting.measures.measure import Unit

TREND = "trend"


def paragraphs(made: Document, only: str = "") -> tuple[str, ...]:
    """What the tables of a figure say. Of days, and of what is not held, it is said as every answer says it.

    only: what a filter leaves of it.
    """
    if any(_of_days(table) for table in made.tables):
        return (*made.paragraphs, *(one for one in absent(made) if one not in made.paragraphs))
    wholes: dict[str, dict[str, None]] = {}
    parts: dict[str, list[str]] = {}
    for table in made.tables:
        what = _("%(what)s, only %(only)s") % {"what": _what(table), "only": only} if only else _what(table)
        wholes.setdefault(what, {}).update(dict.fromkeys(_wholes(table)))
        parts.setdefault(what, []).extend(_parts(table))
    told = [" ".join([_said(what, numbers), *parts[what]]) for what, numbers in wholes.items()]
    return (*told, *absent(made))


def absent(made: Document) -> Iterator[str]:
    """What is not held here, why, and who can be asked."""
    for each in made.not_held:
        yield f"{made.words.not_held}: {each.what}. {each.reason} {made.words.ask}: {each.ask}."


def _of_days(table: Table) -> bool:
    return any(row.line in (Line.MEDIAN, Line.MEAN) for row in table.rows) or table.unit == Unit.DAY.value


def _what(table: Table) -> str:
    what = names.measure_name(table.of)
    return _("%(what)s, difference with the period before") % {"what": what} if table.measure == TREND else what


def _wholes(table: Table) -> Iterator[str]:
    """How many in all, in each period."""
    periods = dict.fromkeys(column.period.words for column in table.columns)
    for period, cell in zip(periods, table.wholes, strict=False):
        yield _("%(number)s %(when)s") % {"number": cell.text, "when": period}


def _said(what: str, numbers: Iterable[str]) -> str:
    return _("%(what)s: %(numbers)s.") % {"what": what, "numbers": joined(numbers)}


def _parts(table: Table) -> Iterator[str]:
    """Of one way to split in one period: each group that may be said, and which may not."""
    if len(table.split) != 1 or len(table.columns) != 1:
        return
    groups = [row for row in table.rows if row.line in (Line.GROUP, Line.UNKNOWN)]
    said = [_group(row) for row in groups if row.cells[0].says is Says.VALUE and row.cells[0].number]
    hidden = [row.label for row in groups if row.cells[0].says is Says.WITHHELD]
    if said:
        yield _("Of these: %(groups)s.") % {"groups": joined(said)}
    if hidden:
        yield _("Not shown, since it could point at people: %(groups)s.") % {"groups": joined(hidden)}


def _group(row: Row) -> str:
    return f"{row.label} {row.cells[0].text}"


def joined(found: Iterable[str]) -> str:
    """One, two and three."""
    all_ = list(found)
    if len(all_) < 2:
        return "".join(all_)
    return _("%(all)s and %(last)s") % {"all": ", ".join(all_[:-1]), "last": all_[-1]}
