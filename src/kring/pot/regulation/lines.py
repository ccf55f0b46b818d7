"""Criteria and budget lines as they are typed: one a line, the number in front or behind. Pure."""

import re
from dataclasses import dataclass

HEAVIEST, MOST_LINES = 3, 12
_WEIGHED = re.compile(r"([1-9])\s*[x×.:]?\s+(\S.*)")
_COUNTED = re.compile(r"(.*\S)\s*[:=]\s*(?:€\s*)?([\d.\s]{1,12})")


class NotALine(ValueError):
    """A line cannot be read; `line` is the one."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Criterion:
    """What projects are weighed by. weight: 1 to `HEAVIEST`."""

    words: str
    weight: int


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A part of the pot. euro: for one year."""

    name: str
    euro: int


def criteria(text: str) -> tuple[Criterion, ...]:
    """`2 Everybody of the quarter is welcome`, a line each. Raises `NotALine`."""
    found = []
    for line in _lines(text):
        matched = _WEIGHED.fullmatch(line)
        if not matched or int(matched[1]) > HEAVIEST:
            raise NotALine(line)
        found.append(Criterion(matched[2], int(matched[1])))
    return tuple(found)


def budget(text: str) -> tuple[BudgetLine, ...]:
    """`Sport and movement: 24000`, a line each. Raises `NotALine`."""
    found = []
    for line in _lines(text):
        matched = _COUNTED.fullmatch(line)
        euro = re.sub(r"\D", "", matched[2]) if matched else ""
        if not matched or not euro:
            raise NotALine(line)
        found.append(BudgetLine(matched[1].strip(), int(euro)))
    return tuple(found)


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise NotALine(lines[MOST_LINES])
    return lines
