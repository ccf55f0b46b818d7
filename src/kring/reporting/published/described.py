"""The OpenAPI 3.1 description, drawn from the code: the shape of a document is that of its own classes."""

import dataclasses
import types
import typing
from datetime import date
from enum import Enum
from typing import Any

from kring.reporting.document import Document

OPEN = {"type": "object", "additionalProperties": False}
ID = "[A-Za-z0-9_-]{22}"
ENTRY = {
    **OPEN,
    "properties": {
        "id": {"type": "string", "pattern": f"^{ID}$"},
        "title": {"type": "string"},
        "asked_on": {"type": "string", "format": "date"},
        "language": {"type": "string"},
        "standing": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "replaced_by": {"type": ["string", "null"], "description": "Address of the newer answer in its place"},
        "forms": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "required": ["id", "title", "asked_on", "language", "standing", "sha256", "replaced_by", "forms"],
}
WITHDRAWN = {
    **OPEN,
    "properties": {
        "id": {"type": "string", "pattern": f"^{ID}$"},
        "withdrawn_on": {"type": "string", "format": "date"},
    },
    "required": ["id", "withdrawn_on"],
}


def openapi(paths: dict[str, str], media_types: dict[str, str]) -> dict[str, Any]:
    """The description. paths: of the list, of one answer and of one in a form. media_types: ending -> type."""
    parameters = [_parameter("answer", {"type": "string", "pattern": f"^{ID}$"})]
    by_form = _parameter("ending", {"type": "string", "enum": list(media_types)})
    both = {
        name: {"type": "array", "items": _ref(of)} for name, of in (("answers", "Entry"), ("withdrawn", "Withdrawn"))
    }
    listed = {**OPEN, "properties": both, "required": list(both)}
    forms: dict[str, Any] = {kind.partition(";")[0]: {"schema": {}} for kind in media_types.values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kring: published figures",
            "version": str(Document.version),
            "description": (
                "Answers with figures that were sent to everybody, as they were frozen. A cell is a value, withheld, "
                "unknown or not held; what is withheld has no number, and is never written as 0. No personal data."
            ),
        },
        "paths": {
            paths["list"]: {"get": _get("list_answers", "The newest answers", listed)},
            paths["one"]: {
                "get": _of_one(_get("read_answer", "One answer", _ref("Document"))),
                "parameters": parameters,
            },
            paths["form"]: {
                "get": _of_one(_get("export_answer", "One answer in another form", None, forms)),
                "parameters": [*parameters, by_form],
            },
        },
        "components": {"schemas": {"Entry": ENTRY, "Withdrawn": WITHDRAWN, **schemas()}},
    }


def schemas() -> dict[str, Any]:
    """A schema for each class that a document is made of."""
    found: dict[str, Any] = {}
    _schema(Document, found)
    made = found["Document"]
    made["properties"] |= {"form": {"const": Document.version}, "sha256": ENTRY["properties"]["sha256"]}  # type: ignore[index]  # a dict
    made["required"] += ["form", "sha256"]
    return found


def _schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; dataclasses by reference."""
    args = typing.get_args(kind)
    if isinstance(kind, types.UnionType):
        return {"anyOf": [_schema(each, found) for each in args]}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(args[0], found)}
    if dataclasses.is_dataclass(kind):
        name = typing.cast("type", kind).__name__
        if name not in found:
            found[name] = {}
            hints = {each.name: typing.get_type_hints(kind)[each.name] for each in dataclasses.fields(kind)}
            properties = {each: _schema(hint, found) for each, hint in hints.items()}
            found[name] = {**OPEN, "properties": properties, "required": list(properties)}
        return _ref(name)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"type": "string", "enum": [each.value for each in kind]}
    return _SIMPLE[kind].copy()


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _of_one(get: dict[str, Any]) -> dict[str, Any]:
    """What one answer says beside: that a newer one stands in its place, or that it was withdrawn."""
    newer = {"schema": {"type": "string"}, "description": "The newer answer in its place (rel successor-version)"}
    get["responses"]["200"]["headers"] |= {"Link": newer}
    gone = {"application/json": {"schema": _ref("Withdrawn")}}
    get["responses"]["410"] = {"description": "It was withdrawn", "content": gone}
    return get


def _get(name: str, says: str, schema: dict[str, Any] | None, content: dict[str, Any] | None = None) -> dict[str, Any]:
    etag = {"ETag": {"schema": {"type": "string"}}}
    page = {"text/html": {"schema": {"type": "string"}}}
    return {
        "operationId": name,
        "summary": says,
        "parameters": [{"name": "If-None-Match", "in": "header", "schema": {"type": "string"}}],
        "responses": {
            "200": {
                "description": says,
                "headers": etag,
                "content": content or {"application/json": {"schema": schema}},
            },
            "304": {"description": "Nothing changed since"},
            "404": {"description": "There is no such answer", "content": page},
            "429": {
                "description": "Too many from one place: wait a little",
                "headers": {"Retry-After": {"schema": {"type": "integer"}}},
            },
        },
    }
