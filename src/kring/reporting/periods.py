"""Which days a question is about: the forms a period may be written in, read into spans. Pure.

| written | read as |
|---|---|
| `reference date 2021-03-01`, `reference date`, `2021-03-01` | that day, or the day of asking |
| `2021`, `2020-2021`, `2018; 2022`, `2020, 2021` | calendar years, each a span |
| `end 2017, end 2018` | the last day of each year |
| `2021-Q1`, `2021-03`, `school year 2020-2021`, `one school year` | a quarter, a month, September to August |
| `2021-01-19 to 2021-10-04`, `1 Aug 2013 to 31 Jul 2014`, `to 2015-07-01`, `since 2020-03-13` | from and until |
| `open`, `to date`, `since start`, or nothing | everything until the day of asking |
| `several years` | the five calendar years up to that of asking |
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
SEVERAL = 5
ISO = r"\d{4}-\d{2}-\d{2}"
DAY = rf"(?:{ISO}|\d{{1,2}} [a-z]{{3,9}} \d{{4}})"
EARLIEST = date(1900, 1, 1)
"""Nothing is counted of before: a period from then on has room for the one before it."""
MOST_QUOTED = 80
EVERYTHING = re.compile(r"(?:|open|to date|(?:since|from) (?:the )?start.*)")


class NotUnderstood(Exception):
    """Something in a question is not understood; the sentence says what, and what would be."""


class Unreadable(NotUnderstood):
    """The words themselves are not understood."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a day (None: from the beginning) until a day, both included. running: it was not over when asked."""

    start: date | None
    end: date
    name: str = ""
    running: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The spans a question is about. days: it asks how things stood on the last day of each.

    to_come: those that had not begun when it was asked; nothing is counted of them.
    """

    spans: tuple[Span, ...]
    days: bool = False
    to_come: tuple[Span, ...] = ()


def read(written: str, asked_on: date) -> Period:
    """The period that is written. Raises `NotUnderstood`."""
    text = " ".join(written.lower().split())
    for form in (_reference, _everything, _ends, _schools, _dates, _pieces):
        try:
            found = form(text, asked_on)
        except ValueError:  # a day that no calendar has
            break
        if found is not None and all((span.start or span.end) >= EARLIEST for span in found.spans):
            return _until(found, asked_on)
    raise Unreadable(
        _("The period “%(text)s” is not understood. Write a day, a year, or: 2021-01-01 to 2021-12-31.")
        % {"text": quoted(written)}
    )


def quoted(text: str) -> str:
    """What somebody wrote, short enough for a sentence, and without signs that a terminal obeys."""
    plain = "".join(sign for sign in text if sign.isprintable())
    return plain if len(plain) <= MOST_QUOTED else f"{plain[:MOST_QUOTED]}…"


def before(span: Span) -> Span | None:
    """The span of the same length just before; None of what has no beginning."""
    if span.start is None:
        return None
    if (span.start.month, span.start.day) == (1, 1) and span.name.isdigit():
        return _year(span.start.year - 1)
    length = span.end - span.start
    end = span.start - timedelta(1)
    return Span(end - length, end)


def between(start: date | None, end: date, asked_on: date) -> Period:
    """One span."""
    return _until(Period((Span(start, end),)), asked_on)


def _until(period: Period, asked_on: date) -> Period:
    """Nothing is counted of days to come. Raises `NotUnderstood` when all of them are, or a span is backwards."""
    if any(span.start is not None and span.start > span.end for span in period.spans):
        raise NotUnderstood(_("The period ends before it begins."))
    begun = [span for span in period.spans if (span.start or span.end) <= asked_on]
    if not begun:
        raise NotUnderstood(_("This day has not come yet: there is nothing to count."))
    cut = [replace(span, end=asked_on, running=True) if span.end > asked_on else span for span in begun]
    to_come = tuple(span for span in period.spans if span not in begun)
    return Period(tuple(cut), period.days, to_come)


def _reference(text: str, asked_on: date) -> Period | None:
    found = re.fullmatch(rf"(?:reference date|on)? ?({DAY})?", text)
    if not found or not text:
        return None
    day = _day(found[1]) if found[1] else asked_on
    return Period((Span(None, day, day.isoformat()),), days=True)


def _everything(text: str, asked_on: date) -> Period | None:
    return Period((Span(None, asked_on),)) if EVERYTHING.fullmatch(text) else None


def _ends(text: str, _asked_on: date) -> Period | None:
    pieces = _list(text)
    if not all(re.fullmatch(r"end (?:of )?\d{4}", piece) for piece in pieces):
        return None
    years = [int(piece[-4:]) for piece in pieces]
    return Period(tuple(Span(None, date(year, 12, 31), f"{year}-12-31") for year in years), days=True)


def _schools(text: str, asked_on: date) -> Period | None:
    if text == "one school year":
        first = asked_on.year - (1 if asked_on.month > 8 else 2)
        return Period((_school(first),))
    found = re.fullmatch(r"school year (\d{4})-(\d{4})", text)
    return Period((_school(int(found[1])),)) if found and int(found[2]) == int(found[1]) + 1 else None


def _dates(text: str, asked_on: date) -> Period | None:
    found = re.fullmatch(rf"(?:from |since )?({DAY})?(?: ?(?:to|until) ({DAY}|date of question))?", text)
    if not found or not text or not any(found.groups()):
        return None
    end = asked_on if found[2] in (None, "date of question") else _day(found[2])
    return Period((Span(_day(found[1]) if found[1] else None, end),))


def _pieces(text: str, asked_on: date) -> Period | None:
    if text == "several years":
        return Period(tuple(map(_year, range(asked_on.year - SEVERAL + 1, asked_on.year + 1))))
    found = [list(_piece(piece)) for piece in _list(text)]
    spans = tuple(span for piece in found for span in piece)
    return Period(spans) if spans and all(found) else None


def _piece(piece: str) -> Iterator[Span]:
    if re.fullmatch(r"(19|20)\d{2}", piece):
        yield _year(int(piece))
    elif years := re.fullmatch(r"((?:19|20)\d{2}) ?(?:-|to) ?((?:19|20)\d{2})", piece):
        yield from map(_year, range(int(years[1]), int(years[2]) + 1))
    elif quarter := re.fullmatch(r"(\d{4})-q([1-4])", piece):
        yield _months(int(quarter[1]), 3 * int(quarter[2]) - 2, 3, piece.upper())
    elif month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", piece):
        yield _months(int(month[1]), int(month[2]), 1, piece)


def _list(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"[;,]|\band\b", text) if piece.strip()] or [""]


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), f"{year}")


def _school(year: int) -> Span:
    return Span(date(year, 9, 1), date(year + 1, 8, 31), f"{year}-{year + 1}")


def _months(year: int, month: int, many: int, name: str) -> Span:
    after = date(year + (month + many > 12), (month + many - 1) % 12 + 1, 1)
    return Span(date(year, month, 1), after - timedelta(1), name)


def _day(text: str) -> date:
    try:
        if re.fullmatch(ISO, text):
            return date.fromisoformat(text)
        day, month, year = text.split()
        return date(int(year), MONTHS.index(month[:3]) + 1, int(day))
    except ValueError:
        raise Unreadable(_("“%(text)s” is no day. Write it as 2021-03-01.") % {"text": quoted(text)}) from None
