"""Writing one guarded row in plain SQL: what the ORM would say, without building the same statement at every page.

For acts.py alone, which decides what may be written; nothing is checked here.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import JSONField

from kring.vault.rows import GuardedModel

_AS_IT_IS = frozenset({str, int, bytes, bool, type(None)})


def insert(row: GuardedModel) -> None:
    """Add one row."""
    fields = row._meta.concrete_fields
    values = [_stored(field, field.pre_save(row, add=True)) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(_insertion(type(row)), values)
    row._state.adding, row._state.db = False, connection.alias


def swap(row: GuardedModel, columns: Mapping[str, Any], *, where: Mapping[str, Any]) -> bool:
    """Change these columns of one row where others still say what they said; whether they did."""
    told = [_stored(_field(type(row), name), value) for each in (columns, where) for name, value in each.items()]
    with connection.cursor() as cursor:
        cursor.execute(_change(type(row), tuple(columns), tuple(where)), told)
        return bool(cursor.rowcount)


def _stored(field: Any, value: Any) -> Any:
    """A value for the driver. Both take these kinds as they are, and the ORM takes longest to say so."""
    if type(value) in _AS_IT_IS and not isinstance(field, JSONField):
        return value
    return field.get_db_prep_save(value, connection)


@lru_cache(maxsize=256)
def _insertion(table: type[GuardedModel]) -> str:
    fields = table._meta.concrete_fields
    names = ", ".join(_quoted(table, field.name) for field in fields)
    holes = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{table._meta.db_table}" ({names}) VALUES ({holes})'  # noqa: S608  names of our own models


@lru_cache(maxsize=256)
def _change(table: type[GuardedModel], columns: tuple[str, ...], where: tuple[str, ...]) -> str:
    new = ", ".join(f"{_quoted(table, name)} = %s" for name in columns)
    known = " AND ".join(f"{_quoted(table, name)} = %s" for name in where)
    return f'UPDATE "{table._meta.db_table}" SET {new} WHERE {known}'  # noqa: S608  as above


def _quoted(table: type[GuardedModel], name: str) -> str:
    return f'"{_field(table, name).column}"'


def _field(table: type[GuardedModel], name: str) -> Any:
    return table._meta.get_field(name)
