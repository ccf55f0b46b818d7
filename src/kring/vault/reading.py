"""Reading guarded rows in plain SQL, for the few questions that every page asks.

The ORM takes longer to word such a question than the database to answer it. Rows come out as they do from the ORM,
and are trusted no more: `verified` and the gate look at them as ever.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from itertools import accumulate
from typing import Any

from django.db import connection

from kring.vault.rows import GuardedModel

BINARY = 1
"""How PostgreSQL sends values: psycopg.pq.Format.BINARY, without asking the driver where it is not installed."""

Convert = Callable[[Any, Any, Any], Any]


@cache
def columns(table: type[GuardedModel], alias: str) -> str:
    """The columns of a table for a SELECT, in the order in which `rows` and `pairs` take them."""
    return ", ".join(f'{alias}."{field.column}"' for field in table._meta.concrete_fields)


def among(ids: Iterable[str]) -> tuple[str, Any]:
    """What to write behind a column that must be one of these, and its value."""
    listed = list(ids)
    if connection.vendor == "sqlite":
        return "IN (SELECT value FROM json_each(%s))", json.dumps(listed)
    return "= ANY(%s)", listed


def within(question: str) -> str:
    """What to write behind a column that must be among what a question finds.

    PostgreSQL asks it first and looks each up by index: what it makes of IN depends on what it knows of the table,
    and in a young or a large one it has read every row.
    """
    return f"IN ({question})" if connection.vendor == "sqlite" else f"= ANY(ARRAY({question}))"


def day(value: Any) -> Any:
    """A day out of a raw row, None as it is: of a question put together SQLite gives the text."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def moment(value: Any) -> Any:
    """A moment out of a raw row, None as it is: SQLite gives it without a zone, in UTC, or its text."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def rows[Row: GuardedModel](table: type[Row], question: str, values: Sequence[Any]) -> list[Row]:
    """Rows of one table; the question selects its `columns`."""
    return [_row(table, found) for found in _ask(question, values)]


def pairs[One: GuardedModel, Other: GuardedModel](
    one: type[One], other: type[Other], question: str, values: Sequence[Any]
) -> list[tuple[One, Other]]:
    """Rows of two tables side by side; the question selects the `columns` of the one, then those of the other."""
    return [(first, second) for first, second in beside([one, other], question, values)]


def beside(tables: Sequence[type[GuardedModel]], question: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Rows of these tables side by side; None where an outer join found none."""
    ends = list(accumulate(len(table._meta.concrete_fields) for table in tables))
    spans = list(zip(tables, [0, *ends], ends, strict=False))
    return [
        tuple(None if found[start] is None else _row(table, found[start:end]) for table, start, end in spans)
        for found in _ask(question, values)
    ]


def _ask(question: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.cursor.format = BINARY  # what is sealed would come as hexadecimal text, twice as long
        cursor.execute(question, list(values))
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _row[Row: GuardedModel](table: type[Row], values: Sequence[Any]) -> Row:
    names, converters = _shape(table, connection.vendor)
    plain = list(values)
    for at, expression, convert in converters:
        plain[at] = convert(plain[at], expression, connection)
    return table.from_db(connection.alias, names, plain)


@cache
def _shape(table: type[GuardedModel], _vendor: str) -> tuple[list[str], list[tuple[int, Any, Convert]]]:
    """Names of the columns, and what the ORM would do with some of them on this engine."""
    fields = table._meta.concrete_fields
    told = [field.get_col(table._meta.db_table) for field in fields]
    return [field.attname for field in fields], [
        (at, column, convert)
        for at, column in enumerate(told)
        for convert in (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    ]
