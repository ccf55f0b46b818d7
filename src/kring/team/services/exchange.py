"""HSDS files in and out: one object, a list, or a page of the standard's interface. Bytes to documents and back. Pure.

Nothing is normalised: what comes in goes out with the same fields, values and order.
"""

import json
import math
from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Document = dict[str, Any]
LARGEST = 2_000_000
"""Bytes of one file; larger directories come in parts."""
MOST = 5_000
DEEPEST = 40


class NotReadable(ValueError):
    """A file is not of the standard; the sentence may be shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read(raw: bytes) -> list[tuple[str, Document]]:
    """The objects of a file, each with its kind. Raises `NotReadable`."""
    if len(raw) > LARGEST:
        raise NotReadable(_("This file is larger than 2 MB. Split it into parts."))
    try:
        given = json.loads(raw, object_pairs_hook=_once_each, parse_float=_finite, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise NotReadable(_("This is no JSON file that can be read.")) from None
    documents = list(_documents(given))
    if not documents or len(documents) > MOST:
        raise NotReadable(_("No organisation or service was found in this file."))
    return [(kind_of(one), one) for one in documents]


def written(documents: list[Document]) -> bytes:
    """One page of the standard's interface with all of them, in UTF-8."""
    page = {
        "total_items": len(documents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(documents),
        "first_page": True,
        "last_page": True,
        "empty": not documents,
        "contents": documents,
    }
    return json.dumps(page, ensure_ascii=False, indent=1).encode()


def kept(document: Document) -> str:
    """A document as it lies in its row."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def of(text: str) -> Document:
    """A document from its row."""
    document: Document = json.loads(text)
    return document


def kind_of(document: Document) -> str:
    """Which kind of object it is, by the fields it has."""
    if {"service", "location"} & document.keys() or {"service_id", "location_id"} <= document.keys():
        return "service_at_location"
    if "location_type" in document or "latitude" in document:
        return "location"
    if {"status", "organization", "organization_id", "service_at_locations"} & document.keys():
        return "service"
    return "organization"


def _documents(given: Any) -> Iterator[Document]:
    if isinstance(given, dict) and isinstance(given.get("contents"), list):
        given = given["contents"]
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, dict):
            raise NotReadable(_("No organisation or service was found in this file."))
        if _depth(one) > DEEPEST or not _can_be_kept(one):
            raise NotReadable(_("This is no JSON file that can be read."))
        yield one


def _depth(value: Any) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inside), default=0)


def _can_be_kept(document: Document) -> bool:
    """Half a pair of signs has no bytes; an escape can spell one."""
    return not any("\ud800" <= sign <= "\udfff" for sign in kept(document))


def _once_each(pairs: list[tuple[str, Any]]) -> Document:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("the same field twice")
    return document


def _finite(text: str) -> float:
    if not math.isfinite(value := float(text)):
        raise ValueError("too large a number")
    return value


def _refused(text: str) -> float:
    raise ValueError(text)
