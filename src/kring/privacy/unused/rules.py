"""Which fields are counted, when one says something, and when a report may be made: pure.

A report names a field or leaves it out. It tells no count: the threshold of a report is that of figures (GDP-17), so
that "under one in twenty" is never said of fewer than five files.
"""

import dataclasses
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kring.privacy.access.labels import SILENT
from kring.privacy.unused.content import FieldSums
from kring.vault.catalogue import Category, Field

ONE_IN = 20
"""A field that is filled in in fewer than one of so many files is named: under five per cent."""
COLLEAGUES, FILES = 3, 100
"""So many have to hand in, of so many files together, before there is a report."""
LEAST = 5
"""Who holds fewer dossiers is not asked: sums of so few would speak of persons."""
BY_LAW: Mapping[str, str] = {
    "AgeReview": "MIN-05",
    "AgreedToShare": "SEC, GBO-02",
    "Statement": "MIN-06, GDP-08",
    "Telling": "GDP-06",
}
"""Contents that the law asks for, however seldom: never proposed for removal."""


def counted(kinds: Iterable[type[Any]], lines: Mapping[str, Field]) -> list[str]:
    """The fields that are counted, in the order of their contents: what these kinds and what lies in them may hold."""
    found = dict.fromkeys(
        f"{kind.__name__}.{one.name}"
        for top in kinds
        for kind in within(top)
        if kind.__name__ not in BY_LAW
        for one in dataclasses.fields(kind)
        if not silent(kind, one.name)
    )
    return [name for name in found if _is_of_somebody(lines.get(f"support.{name}"))]


def within(kind: type[Any], seen: frozenset[type[Any]] = frozenset()) -> Iterator[type[Any]]:
    """A kind of content and every kind that lies in it."""
    yield kind
    told = typing.get_type_hints(kind)
    for one in dataclasses.fields(kind):
        if not silent(kind, one.name):
            for inner in _kinds_in(told[one.name]):
                if inner not in seen | {kind}:
                    yield from within(inner, seen | {kind})


def silent(kind: type[Any], name: str) -> bool:
    """Ids, marks of the law and how a page is drawn: what a copy does not show is not counted."""
    return name in SILENT or f"{kind.__name__}.{name}" in SILENT


def said(content: Any) -> Iterator[str]:
    """Each field of a content that says more than its default, and those of what lies in it; its own name too."""
    kind = type(content)
    yield kind.__name__
    for one in dataclasses.fields(content):
        value = getattr(content, one.name)
        if silent(kind, one.name) or not _says(one, value):
            continue
        yield f"{kind.__name__}.{one.name}"
        for each in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(each):
                yield from said(each)


def of_one_file(contents: Iterable[Any]) -> FieldSums:
    """Of one dossier: each field that says something anywhere in it, once."""
    return FieldSums(1, dict.fromkeys((name for content in contents for name in said(content)), 1))


def enough(handed_in: Iterable[FieldSums]) -> bool:
    """Whether there may be a report of what was handed in."""
    sums = [one for one in handed_in if one.files]
    return len(sums) >= COLLEAGUES and sum(one.files for one in sums) >= FILES


def seldom(name: str, sums: FieldSums) -> bool:
    """Whether a field is filled in in fewer than one of twenty files."""
    return sums.filled.get(name, 0) * ONE_IN < sums.files


def named(name: str, tops: Sequence[type[Any]], sums: FieldSums) -> bool:
    """Whether a report names a field: not one of something inside that is seldom itself, whose own field is named."""
    inside = {kind.__name__ for top in tops for kind in within(top)} - {top.__name__ for top in tops}
    return seldom(name, sums) and not (name.partition(".")[0] in inside and seldom(name.partition(".")[0], sums))


def bound(files: int) -> int:
    """The least number of files that is not under one in twenty: "in fewer than so many of these"."""
    return -(-files // ONE_IN)


def _says(one: dataclasses.Field[Any], value: Any) -> bool:
    if one.default is not dataclasses.MISSING:
        return bool(value != one.default)
    return value is not None and value is not False and value not in ("", (), b"")


def _kinds_in(told: Any) -> Iterator[type[Any]]:
    if isinstance(told, type) and dataclasses.is_dataclass(told):
        yield told
    for inner in typing.get_args(told):
        yield from _kinds_in(inner)


def _is_of_somebody(line: Field | None) -> bool:
    return line is not None and line.sealed and line.category is not Category.TECHNICAL
