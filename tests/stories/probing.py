"""Trying every address with every id: what one may not see and what is not there must answer alike.

`fingerprint` is all that somebody outside (status, headers, text) or on the machine (queries, journal) could tell two
answers apart by. Addresses come from the routes of the house itself, so a new one is tried without being listed.
"""

import json
import re
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from kring.vault.models import JournalEntry
from tests.stories.browsing import Answer, Browser, Fields, Files, without_token

LITERALS = re.compile(r"\"s\d+_x\d+\"|x?'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b|\b(?:NULL|TRUE|FALSE)\b", re.IGNORECASE)
LISTS = re.compile(r"\(\s*\?(?:\s*,\s*\?)+\s*\)")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
ONCE = re.compile(r'name="(?:once|visit)" value="[^"]*"')
FRESH_HEADERS = {"date", "set-cookie"}


@dataclass(frozen=True)
class Address:
    """One route of the house: its name, and its path with the places of ids still open."""

    name: str
    route: str

    @property
    def parameters(self) -> list[str]:
        return PARAMETER.findall(self.route)

    def path(self, **ids: str) -> str:
        return "/" + PARAMETER.sub(lambda found: ids[found[1]], self.route)


def addresses() -> list[Address]:
    """Every route of the house."""
    return list(_routes(get_resolver().url_patterns, "", ""))


def _routes(patterns: list[Any], before: str, names: str) -> Iterator[Address]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            space = f"{names}{each.namespace}:" if each.namespace else names
            yield from _routes(each.url_patterns, route, space)
        elif isinstance(each, URLPattern):
            yield Address(f"{names}{each.name}", route)


@dataclass(frozen=True)
class Fingerprint:
    """What two answers can be told apart by. Ids and fresh random values are taken out."""

    status: int
    headers: tuple[tuple[str, str], ...]
    text: str
    queries: tuple[str, ...]
    journal: tuple[tuple[str, ...], ...]

    def differs_in(self, other: "Fingerprint") -> list[str]:
        """What somebody could tell them apart by."""
        names = ("status", "text", "queries", "journal")
        headers = {name for name, _ in set(self.headers) ^ set(other.headers)}
        told = [f"headers {', '.join(sorted(headers))}"] if headers else []
        return told + [name for name in names if getattr(self, name) != getattr(other, name)]


@dataclass
class Probe:
    """Somebody who tries addresses; keeps the times for the figure."""

    browser: Browser
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def fingerprint(
        self,
        method: str,
        path: str,
        ids: Iterable[str],
        fields: Fields | None = None,
        of: str = "",
        files: Files | None = None,
    ) -> Fingerprint:
        """Ask once and take everything in; `of` is under which name the time is kept."""
        reset_queries()  # only the newest nine thousand are kept
        newest = JournalEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        with CaptureQueriesContext(connection) as captured:
            begun = time.perf_counter()
            answer = self.browser.ask(method, path, fields, files)
            self.seconds.setdefault(of, []).append(time.perf_counter() - begun)
        return Fingerprint(
            answer.status,
            tuple(sorted((k, _plain(v, ids)) for k, v in answer.headers.items() if k not in FRESH_HEADERS)),
            _plain(_text(answer), ids),
            tuple(shape(query["sql"]) for query in captured.captured_queries),
            tuple(_told(text, ids) for text in _entries(newest)),
        )

    def gap(self, one: str, other: str) -> float:
        """Milliseconds between the medians of two kinds."""
        middle = [statistics.median(self.seconds.get(kind) or [0.0]) for kind in (one, other)]
        return abs(middle[0] - middle[1]) * 1000


def shape(sql: str) -> str:
    """A query without its values: what was asked of which table."""
    return LISTS.sub("(?)", LITERALS.sub("?", sql)).replace("(?)", "?")


def _text(answer: Answer) -> str:
    return ONCE.sub("", without_token(answer.text))


def _plain(text: str, ids: Iterable[str]) -> str:
    for each in ids:
        text = text.replace(each, "(id)")
    return text


def _entries(newest: int) -> list[bytes]:
    rows = JournalEntry.objects.filter(id__gt=newest).order_by("id").values_list("text", flat=True)
    return [bytes(text or b"") for text in rows]


def _told(text: bytes, ids: Iterable[str]) -> tuple[str, ...]:
    """What an entry of the journal says, without moments, counters and traces, and with its ids counted."""
    entry = json.loads(_plain(text.decode(), ids))
    touched = [f"{table} {how}" for table, _, how, _ in entry.get("touched", [])]
    return (entry["verb"], entry["act"], entry["actor"], f"on {len(entry['on'])}", *touched)
