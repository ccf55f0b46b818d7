"""What a later count says otherwise than the frozen one, and why: more was noted, a definition, or the rules. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kring.reporting.composer.places import Place, placed
from kring.reporting.document.values import Definition, Document, Table


class Why(StrEnum):
    """What can make a figure differ."""

    FACTS = "facts"
    DEFINITION = "definition"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Changed:
    """One number: as it was frozen, and as it is now; None where it did not stand."""

    name: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Redefined:
    """A definition that is of another version."""

    says: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Between a frozen answer and the same one counted now."""

    numbers: tuple[Changed, ...] = ()
    definitions: tuple[Redefined, ...] = ()
    rules: bool = False

    @property
    def any(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.numbers or self.definitions or self.rules)

    @property
    def whys(self) -> tuple[Why, ...]:
        """Where nothing else explains that a number differs, more or other things were noted since."""
        found = [Why.DEFINITION] * bool(self.definitions) + [Why.RULES] * self.rules
        return tuple(found or [Why.FACTS] * bool(self.numbers))


def between(frozen: Document, now: Document, *, rules: bool) -> Difference:
    """From an answer as it was frozen to the same one counted now. rules: whether others hold now."""
    return of(frozen.tables, now.tables, frozen.definitions, now.definitions, rules=rules)


def of(
    frozen: Sequence[Table],
    now: Sequence[Table],
    defined: Sequence[Definition],
    defined_now: Sequence[Definition],
    *,
    rules: bool,
) -> Difference:
    """The same, from tables and definitions."""
    was, is_ = dict(_numbers(frozen)), dict(_numbers(now))
    numbers = []
    for place in dict.fromkeys((*was, *is_)):
        name, before = was.get(place, ("", None))
        name_now, after = is_.get(place, ("", None))
        if before != after:
            numbers.append(Changed(name or name_now, before, after))
    return Difference(tuple(numbers), tuple(_redefined(defined, defined_now)), rules)


def _numbers(tables: Sequence[Table]) -> Iterator[tuple[Place, tuple[str, str]]]:
    """Where a number stands -> what it is of, and how it is shown."""
    for one in placed(tables):
        beside = len(one.table.columns) > 1
        name = " · ".join([one.table.caption, one.row.label, *([one.column.label] if beside else [])])
        yield one.place, (name, one.cell.text)


def _redefined(frozen: Sequence[Definition], now: Sequence[Definition]) -> Iterator[Redefined]:
    was = {one.code: one for one in frozen}
    for after in now:
        before = was.get(after.code)
        if before and before.version != after.version:
            yield Redefined(after.says, before.version, after.version)
