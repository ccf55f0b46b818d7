"""Two abstract rows: `MacedModel`, whose every column is authenticated, and `SealedRow`, whose content is sealed.

Neither can be written but through an act (see acts.py), so no row changes without a line in the journal.
What does not live here: concrete tables (models.py) and keys (gate.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from hmac import HMAC
from typing import Any, ClassVar, Never, Protocol, Self

from django.db import models

from kring.vault.primitives import begin_mac, digest, encode, end_mac, new_id, same
from kring.vault.refusals import Refused, WriteOutsideAct
from kring.vault.server_keys import ServerKeys, server_keys

GUARDED: "list[type[GuardedModel]]" = []
"""Every concrete guarded table, in order of loading: what `sweep` walks."""


_AS_IT_IS = frozenset({str, int, bytes, bool, type(None)})


@lru_cache(maxsize=512)
def _begun(keys: ServerKeys, table: str, number: int) -> HMAC:
    """The MAC of a table's rows as each begins: with instance and table."""
    return begin_mac(keys.of("rows", number), encode(keys.instance, table))


@lru_cache(maxsize=256)
def _context_begins(instance: str, table: str) -> bytes:
    """Parts are encoded one behind the other, so what is the same for many rows is made once."""
    return encode(instance, table)


@lru_cache(maxsize=2048)
def _context_ends(lock: str, version: int, revision: int, schema: str) -> bytes:
    return encode(lock, version, revision, schema)


def plain(value: Any) -> str | bytes | int | None:
    """A column value as the encoder wants it; the same on both engines."""
    if value is None or isinstance(value, (str, int, bytes)):
        return value
    if isinstance(value, memoryview):
        return value.tobytes()
    if isinstance(value, datetime):
        return int(value.timestamp() * 1_000_000)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {type(value).__name__}")


class GuardedQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Reads like any other; refuses bulk writes, which would leave no trace."""

    def update(self, **kwargs: Any) -> int:
        raise WriteOutsideAct("use an act")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise WriteOutsideAct("use an act")

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Row]:
        raise WriteOutsideAct("use an act")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise WriteOutsideAct("use an act")


class GuardedManager[Row: models.Model](models.Manager[Row]):
    """Hands out guarded query sets."""

    def get_queryset(self) -> GuardedQuerySet[Row]:
        return GuardedQuerySet(self.model, using=self._db)


def unguarded(model: type[models.Model]) -> "models.QuerySet[Any]":
    """The table without its guard: for the vault itself (a house test counts the callers)."""
    return models.QuerySet(model)


class GuardedModel(models.Model):
    """A row that only an act may write, with a random id of ours and a digest for the journal."""

    id = models.CharField(primary_key=True, max_length=22, default=new_id, editable=False)

    objects: ClassVar[GuardedManager[Self]] = GuardedManager()

    swept: ClassVar[bool] = True
    """Whether `sweep` holds this table against the journal."""

    later: ClassVar[Mapping[str, Any]] = {}
    """Columns that a migration added, with the value that says nothing.

    Where one says nothing, MAC and trace are those of before it existed: rows of an older version stay ours.
    """

    passing: ClassVar[frozenset[str]] = frozenset()
    """Columns that come and go and are no part of what the row says: the trace leaves them out."""

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        GUARDED.append(cls)

    def save(self, *args: Any, **kwargs: Any) -> Never:
        raise WriteOutsideAct("use an act")

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        raise WriteOutsideAct("use an act")

    def stamp(self) -> None:
        """Make the row fit to be written (its MAC, its revision)."""

    def trace(self) -> bytes:
        """What the journal remembers of the row as it stands: 16 bytes over all columns but those that pass."""
        columns = [name for name in self._columns() if name not in self.passing]
        values = self._said(columns, [plain(getattr(self, name)) for name in columns])
        return digest(encode(self._meta.db_table, *values))[:16]

    @classmethod
    def _said[Value](cls, columns: Iterable[str], values: Iterable[Value]) -> list[Value | str]:
        """The values in order; behind them, by name, the later ones that say something."""
        pairs = list(zip(columns, values, strict=True))
        behind = [pair for pair in pairs if cls.later.get(pair[0], pair[1]) != pair[1]]
        return [value for name, value in pairs if name not in cls.later] + [part for pair in behind for part in pair]

    @classmethod
    def _columns(cls) -> tuple[str, ...]:
        names: tuple[str, ...] | None = cls.__dict__.get("_column_names")
        if names is None:
            names = tuple(field.attname for field in cls._meta.concrete_fields)
            cls._column_names = names  # type: ignore[attr-defined]  # a cache per class, not a field
        return names


class MacedModel(GuardedModel):
    """A row that decides something: a MAC over instance, table and *all* columns under the server key file."""

    mac = models.BinaryField(max_length=33, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def maced_columns(cls) -> tuple[str, ...]:
        """The columns under the MAC, in order: all but the MAC itself."""
        return tuple(name for name in cls._columns() if name != "mac")

    @classmethod
    def row_mac(cls, values: Iterable[Any], number: int | None = None, keys: ServerKeys | None = None) -> bytes:
        """The MAC over one row's values in the order of `maced_columns`; its first byte numbers the key.

        keys: another key file than the one that is here.
        """
        keys = keys or server_keys()
        number = keys.current if number is None else number
        columns = [value if type(value) in _AS_IT_IS else plain(value) for value in values]
        if cls.later:
            columns = cls._said(cls.maced_columns(), columns)
        return bytes([number]) + end_mac(_begun(keys, cls._meta.db_table, number), encode(*columns))

    @classmethod
    def genuine(cls, values: Sequence[Any], stored: bytes | memoryview) -> bool:
        """Whether these column values were written by us, as they are."""
        stored = bytes(stored)
        if not stored or stored[0] > server_keys().current:
            return False
        return same(cls.row_mac(values, stored[0]), stored)

    def stamp(self) -> None:
        """Compute the MAC."""
        self.mac = self.row_mac([getattr(self, name) for name in self.maced_columns()])

    def written_by(self, keys: ServerKeys) -> bool:
        """Whether this key file wrote the row as it stands: to know a copy of a file that is lost."""
        stored, values = bytes(self.mac), [getattr(self, name) for name in self.maced_columns()]
        return b"" < stored[:1] <= bytes([keys.current]) and same(self.row_mac(values, stored[0], keys), stored)

    def verified(self) -> Self:
        """The row itself. Raises `Refused` when it was not written by us as it is."""
        if not self.genuine([getattr(self, name) for name in self.maced_columns()], self.mac):
            raise Refused
        return self


class Shut(Protocol):
    """What opening asks of a sealed row, whether a model or the plain columns of one."""

    @property
    def id(self) -> str: ...
    @property
    def lock(self) -> str: ...
    @property
    def lock_version(self) -> int: ...
    @property
    def revision(self) -> int: ...
    @property
    def blob(self) -> Any: ...


class SealedRow(GuardedModel):
    """A record: ciphertext under one version of one lock, with a revision that only goes up.

    `lock` is the public id of a lock, no foreign key: content lives in other apps than the vault.
    """

    lock = models.CharField(max_length=22, db_index=True, editable=False)
    lock_version = models.PositiveIntegerField(default=1, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    blob = models.BinaryField(editable=False)

    class Meta:
        abstract = True

    @classmethod
    def context(cls, row_id: str, lock: str, version: int, revision: int, schema: str) -> bytes:
        """Associated data: instance, table, id, lock, version, revision, schema. Moved elsewhere it does not open."""
        return cls.contexts(schema)(row_id, lock, version, revision)

    @classmethod
    def contexts(cls, schema: str) -> Callable[[str, str, int, int], bytes]:
        """`context` for many rows of one schema: what they have in common is made once."""
        begin = _context_begins(server_keys().instance, cls._meta.db_table)

        def context(row_id: str, lock: str, version: int, revision: int) -> bytes:
            return begin + encode(row_id) + _context_ends(lock, version, revision, schema)

        return context


class CarryingRow(SealedRow):
    """A sealed row that carries the fact it leaves behind, until the statistics office takes it (facts.py).

    told: which key, and the fact sealed under it; its own seal is all that guards it. A fact that had to be a row of
    its own would cost a statement in the act that is done most.
    """

    told = models.BinaryField(null=True, editable=False)

    passing: ClassVar[frozenset[str]] = frozenset({"told"})

    class Meta:
        abstract = True


def carrying() -> "list[type[CarryingRow]]":
    """The tables whose rows carry facts."""
    return [model for model in GUARDED if issubclass(model, CarryingRow) and not model._meta.abstract]


def concrete() -> list[type[GuardedModel]]:
    """All guarded tables that exist."""
    return [model for model in GUARDED if not model._meta.abstract and model.swept]
