"""From a row to a case that can be opened, or to what is wrong with it, column by column. Pure.

What is known of the colleague stands in `Around`; nothing is looked up here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.content import Mode
from kring.support.dossier.takeover import values
from kring.support.dossier.takeover.columns import Column, plain
from kring.support.dossier.takeover.reading import Row
from kring.support.dossier.takeover.values import Wrong
from kring.team.programmes import PROGRAMMES, Programme

CALLED = {"shw": "street_work", "straathoekwerker": "street_work", "straattherapie": "street_therapy"}
"""Further names of programmes in old lists."""
Key = tuple[str, date, str]
"""By what two lines are the same case: label, day of opening, programme."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case that can be opened. deputy: a principal."""

    label: str
    opened_on: date
    programme: str
    mode: Mode
    rhythm_days: int | None
    deputy: str
    last_contact_on: date | None = None

    @property
    def key(self) -> Key:
        return key_of(self.label, self.opened_on, self.programme)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one cell, in plain words."""

    column: Column
    sentence: str | Promise


@dataclass(frozen=True, slots=True)
class Line:
    """A row and what became of it: a case, mistakes, or a case that is there already."""

    row: Row
    case: Case | None = None
    wrong: tuple[Mistake, ...] = ()
    there: bool = False

    @property
    def right(self) -> bool:
        return self.case is not None and not self.there


@dataclass(frozen=True, slots=True)
class Around:
    """What is known: who may be deputy in which programme (by principal, with the name), what he has already.

    programme, mode, deputy: what holds where a cell is empty.
    """

    me: str
    today: date
    deputies: Mapping[str, Mapping[str, str]]
    there: frozenset[Key] = frozenset()
    programme: str = ""
    mode: Mode | None = None
    deputy: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def key_of(label: str, opened_on: date, programme: str) -> Key:
    """Capitals, accents and spaces make no other case."""
    return plain(label) or label.casefold(), opened_on, programme


def checked(rows: Iterable[Row], around: Around) -> list[Line]:
    """Every row as a line, in order. A row that repeats an earlier one of these is a mistake, not a second case."""
    seen: dict[Key, int] = {}
    lines = []
    for row in rows:
        line = _line(row, around)
        if line.case is not None:
            first = seen.setdefault(line.case.key, row.number)
            if first != row.number:
                line = Line(row, wrong=(Mistake(Column.LABEL, _same_as(first)),))
        lines.append(line)
    return lines


def _same_as(number: int) -> Promise:
    said = _("This is the same as line {number}. Are these two people? Then make the label differ.")
    return format_lazy(said, number=number)


def _line(row: Row, around: Around) -> Line:
    cells, wrong = row.cells, list[Mistake]()

    def take(column: Column, reading: Callable[[str], Any]) -> Any:
        try:
            return reading(cells.get(column, ""))
        except Wrong as reason:
            wrong.append(Mistake(column, reason.sentence))
            return None

    label = take(Column.LABEL, values.label)
    opened_on = take(Column.OPENED, lambda cell: values.day(cell, around.today))
    programme = take(Column.PROGRAMME, lambda cell: _programme(cell, around))
    mode = take(Column.MODE, lambda cell: _mode(cell, around))
    rhythm = take(Column.RHYTHM, values.rhythm)
    deputy = take(Column.DEPUTY, lambda cell: _deputy(cell, programme, around))
    contact = take(Column.CONTACT, lambda cell: values.day(cell, around.today) if cell else None)
    take(Column.BEYOND, _nothing)
    if programme and opened_on:
        take(Column.OPENED, lambda _cell: _began(opened_on, programme))
    if contact and opened_on and contact < opened_on:
        wrong.append(Mistake(Column.CONTACT, _("The last contact lies before the opening.")))
    if wrong:
        return Line(row, wrong=tuple(wrong))
    case = Case(label, opened_on, programme.code, mode, rhythm, deputy, contact)
    return Line(row, case, there=case.key in around.there)


def _programme(cell: str, around: Around) -> Programme:
    said = plain(cell)
    code = CALLED.get(said, around.programme if not said else "")
    found = next((one for one in PROGRAMMES if one.code == code or said in (plain(one.name), plain(one.code))), None)
    if found is None and not said:
        raise Wrong(_("The programme is missing."))
    if found is None:
        raise Wrong(format_lazy(_("“{typed}” is no programme we know."), typed=cell))
    if not found.counted:
        raise Wrong(
            format_lazy(_("{name} has no dossiers here: they stand in a register of their own."), name=found.name)
        )
    if found.code not in around.deputies:
        raise Wrong(format_lazy(_("{name} belongs to a circle you are not in."), name=found.name))
    return found


def _began(opened_on: date, programme: Programme) -> None:
    if programme.started_on and opened_on < programme.started_on:
        said = _("{name} began only on {day:%d/%m/%Y}: check the day or the programme.")
        raise Wrong(format_lazy(said, name=programme.name, day=programme.started_on))


def _mode(cell: str, around: Around) -> Mode:
    if not cell and around.mode:
        return around.mode
    if not cell:
        raise Wrong(_("How you work is missing: direction, outreach or both."))
    return values.mode(cell)


def _deputy(cell: str, programme: Programme | None, around: Around) -> str:
    """Among the colleagues of the programme's circle, or of any circle of mine where the programme is wrong too."""
    codes = [programme.code] if programme else around.deputies
    others = {who: name for code in codes for who, name in around.deputies[code].items()}
    said = plain(cell)
    if not said:
        if around.deputy in others:
            return around.deputy
        raise Wrong(_("Who replaces you is missing: name a colleague of the circle."))
    if said in _called(around.names.get(around.me, "")):
        raise Wrong(_("You hold this case yourself: the deputy is another colleague."))
    fits = [principal for principal, name in others.items() if said in _called(name)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Wrong(format_lazy(_("More than one colleague is called “{typed}”: write the whole name."), typed=cell))
    if any(said in _called(name) for name in around.names.values()):
        said_so = _("{typed} cannot be deputy here: not of this circle, or not bound by professional secrecy.")
        raise Wrong(format_lazy(said_so, typed=cell))
    raise Wrong(format_lazy(_("We know no colleague called “{typed}”."), typed=cell))


def _called(name: str) -> set[str]:
    """How a colleague may be named in a list: in full, by first name, first name and initial, the other way round."""
    words = name.split()
    if not words:
        return set()
    first, last = words[0], words[-1]
    forms = [name, first, f"{first} {last[0]}", f"{last} {first}"]
    return {plain(form) for form in forms}


def _nothing(cell: str) -> None:
    if cell:
        raise Wrong(format_lazy(_("There are more cells than columns: “{typed}” stands beyond the last."), typed=cell))
