"""Content classes to bytes and back: frozen dataclasses as compact JSON with their version.

Sealed data cannot be migrated in bulk, so a class that changed raises its `version` and upgrades on reading.
Supported: str, int, float, bool, None, bytes, date, datetime, enums, tuples, dicts with text keys, dataclasses.
"""

import base64
import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any, ClassVar, Protocol, Union, get_args, get_origin

from kring.vault.refusals import Refused


class Content(Protocol):
    """A frozen dataclass; may carry `version: ClassVar[int]` and a classmethod `upgrade(old, version)`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def pack(content: Content) -> bytes:
    """Canonical JSON in UTF-8, the version under `""`."""
    body = _plain(content)
    body[""] = getattr(content, "version", 1)
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # what `decode` calls; typeshed leaves it out


def _read(text: str) -> Any:
    """What `pack` wrote, nothing before or behind it. Raises ValueError."""
    try:
        body, end = _scan(text, 0)
    except StopIteration:
        raise ValueError from None
    if end != len(text):
        raise ValueError
    return body


def unpack[C: Content](kind: type[C], raw: bytes) -> C:
    """The content of `pack`. Raises `Refused` when it is of another shape."""
    try:
        body = _read(raw.decode())
        version = body.pop("")
        if version != getattr(kind, "version", 1):
            body = kind.upgrade(body, version)  # type: ignore[attr-defined]  # a class with versions has it
        return typing.cast(C, _reader(kind)(body))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused from None


_AS_JSON = frozenset({str, int, float, bool, type(None)})


def _plain(value: Any) -> Any:
    kind = type(value)
    return value if kind in _AS_JSON else _writer(kind)(value)  # type: ignore[arg-type]  # a class is hashable


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """A function that says a value of `kind` in what JSON knows; made once a type."""
    if dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind)]
        return lambda value: {name: _plain(getattr(value, name)) for name in names}
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, bytes):
        return lambda value: base64.b64encode(value).decode()
    if issubclass(kind, date):
        return methodcaller("isoformat")
    if issubclass(kind, (tuple, list)):
        return lambda value: [_plain(item) for item in value]
    if issubclass(kind, dict):
        return lambda value: {key: _plain(item) for key, item in value.items()}
    return _as_it_is


_SIMPLE: dict[Any, Callable[[Any], Any]] = {
    bytes: base64.b64decode,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}


def _as_it_is(raw: Any) -> Any:
    """What JSON reads as it was."""
    return raw


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that rebuilds a value of `kind` from JSON; made once a type."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(arg for arg in args if arg is not types.NoneType))
        return inner if inner is _as_it_is else lambda raw: None if raw is None else inner(raw)
    if origin is tuple:
        item = _reader(args[0])
        return tuple if item is _as_it_is else lambda raw: tuple(map(item, raw))
    if origin is dict:
        entry = _reader(args[1])
        return lambda raw: {key: entry(value) for key, value in raw.items()}
    if dataclasses.is_dataclass(kind):
        return _maker(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _SIMPLE.get(kind, _as_it_is)


def _maker(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """Rebuilds a dataclass from a dictionary of its own; only what JSON says in another way is read once more.

    One that says nothing but its defaults is made once: marks of a note nearly always are.
    """
    hints = typing.get_type_hints(kind)
    known = frozenset(field.name for field in dataclasses.fields(kind))
    readers = [(name, read) for name in known if (read := _reader(hints[name])) is not _as_it_is]

    empty = {} if _needs_a_value(kind) else _plain(kind())
    untouched = kind() if empty else None
    filled = _filler(kind)

    def made(raw: dict[str, Any]) -> Any:
        if empty and raw == empty:
            return untouched
        if not raw.keys() <= known:
            raw = {name: value for name, value in raw.items() if name in known}
        for name, read in readers:
            value = raw.get(name)
            if value is not None:
                raw[name] = read(value)
        return filled(raw) if len(raw) == len(known) else kind(**raw)

    return made


def _filler(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """`kind(**raw)` for when every field is there: slots are set as they are, twice as fast as a frozen `__init__`."""
    if "__slots__" not in vars(kind) or hasattr(kind, "__post_init__"):
        return lambda raw: kind(**raw)
    setters = [(getattr(kind, field.name).__set__, field.name) for field in dataclasses.fields(kind)]

    def filled(raw: dict[str, Any]) -> Any:
        made = object.__new__(kind)
        for set_, name in setters:
            set_(made, raw[name])
        return made

    return filled


def _needs_a_value(kind: Any) -> bool:
    missing = dataclasses.MISSING
    return any(one.default is missing for one in dataclasses.fields(kind))
