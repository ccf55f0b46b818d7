"""A row with all that hangs from it by foreign key: what goes along when the whole is erased.

Found in the tables themselves, so that a table of tomorrow is not forgotten; and found anew when the ledger is replayed
on a back-up, which may hold other rows of the same whole.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from kring.vault.rows import GuardedModel

AT_ONCE = 500


def hanging(rows: Iterable[GuardedModel]) -> list[GuardedModel]:
    """These rows and everything that points to them, and to that: what hangs first, each once."""
    found: dict[tuple[str, str], GuardedModel] = {}
    level = list(rows)
    while level:
        fresh = [row for row in level if (row._meta.db_table, row.id) not in found]
        found |= {(row._meta.db_table, row.id): row for row in fresh}
        level = [other for table, ids in _by_table(fresh) for other in _pointing(table, ids)]
    return list(reversed(found.values()))


def in_chunks(table: type[GuardedModel], column: str, values: Iterable[str]) -> list[Any]:
    """Rows of a table whose column is one of these, however many."""
    wanted = list(dict.fromkeys(values))
    steps = range(0, len(wanted), AT_ONCE)
    return [row for at in steps for row in table.objects.filter(**{f"{column}__in": wanted[at : at + AT_ONCE]})]


def _pointing(table: type[GuardedModel], ids: list[str]) -> Iterator[GuardedModel]:
    for relation in table._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or not (relation.one_to_many or relation.one_to_one):
            continue
        other: Any = relation.related_model
        if not issubclass(other, GuardedModel):
            raise TypeError(f"{other._meta.db_table} hangs from {table._meta.db_table} and no act may write it")
        yield from in_chunks(other, relation.field.name, ids)  # type: ignore[union-attr]  # a relation has its field


def _by_table(rows: Iterable[GuardedModel]) -> Iterable[tuple[type[GuardedModel], list[str]]]:
    sorted_out: dict[type[GuardedModel], list[str]] = {}
    for row in rows:
        sorted_out.setdefault(type(row), []).append(row.id)
    return sorted_out.items()
