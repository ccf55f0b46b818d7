"""The field catalogue: every field of every model and content class has a purpose, a category and a retention.

Apps hand their lines over in `purpose.py` (or `fields.py` of a step, gathered there); a house test fails the build when
one is missing or left over. Law: GDPR art. 5 and 30, domain rule GDP-01. The record of processing is generated from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.utils.module_loading import import_string


class Category(StrEnum):
    """What kind of data a field is, in the law's order of care."""

    TECHNICAL = "technical"
    ORDINARY = "ordinary"
    THIRD_PARTY = "third_party"
    SPECIAL = "special"
    CRIMINAL = "criminal"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the catalogue. `retention` is a sentence a privacy officer may read; `sealed` tells where it lies."""

    purpose: str
    category: Category
    retention: str
    sealed: bool = False


_declared: list[str] = []


def declare(where: str) -> None:
    """Name where lines `<app label>.<Model or content class>.<field>` stand: `dotted.module.FIELDS`.

    Called from an app's `ready`; the lines are read when somebody asks, since no page needs them.
    """
    _declared.append(where)


@cache
def _read(where: str) -> Mapping[str, Field]:
    found: Mapping[str, Field] = import_string(where)
    return found


def lines() -> dict[str, Field]:
    """All lines that were declared."""
    return {name: line for where in _declared for name, line in _read(where).items()}
