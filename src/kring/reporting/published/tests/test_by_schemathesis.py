"""The description is kept to: whatever a program asks, the answer is one that the description names.

Schemathesis makes the requests out of the description. Its plug-in for pytest is left off (pyproject.toml): it does not
know this pytest, and every run would pay for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode

from kring.reporting import document
from kring.reporting.document import Document
from kring.reporting.published import actions, views
from kring.reporting.published.models import PublishedAnswer
from kring.vault.acts import acting

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
WHERE = "/open/figures/openapi.json"


@pytest.fixture
def described(published: PublishedAnswer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(views, "MOST", 1_000_000)
    with connection_kept():
        found = schemathesis.openapi.from_wsgi(WHERE, get_wsgi_application())
        found.config.checks.positive_data_acceptance.expected_statuses = [
            "200",
            "304",
            "404",
            "410",
        ]  # an address that was good once
        yield found


@contextmanager
def connection_kept() -> Iterator[None]:
    """A real request closes its connection; that of a test holds what the test made, as Django's own client knows."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def asked(described: Any, mode: GenerationMode, change: Callable[[Any], None] = lambda _case: None) -> dict[str, int]:
    """Ask everything it can think of; how often each operation was asked. Fails at the first answer that is no such."""
    counts: dict[str, int] = {}
    for found in described.get_all_operations():
        operation = found.ok()

        @MANY
        @given(case=operation.as_strategy(generation_mode=mode))
        def keeps_to_it(case: Any) -> None:
            change(case)
            counts[case.operation.path] = counts.get(case.operation.path, 0) + 1
            case.call_and_validate()

        keeps_to_it()
    return counts


def test_whatever_is_asked(described: Any) -> None:
    assert len(asked(described, GenerationMode.POSITIVE)) == 3


def test_whatever_is_asked_of_an_answer_that_is_there(described: Any, published: PublishedAnswer) -> None:
    def of_that(case: Any) -> None:
        if case.path_parameters:
            case.path_parameters["answer"] = published.id

    counts = asked(described, GenerationMode.POSITIVE, of_that)
    assert sum(counts.values()) > 3


def test_whatever_is_asked_of_an_answer_that_was_withdrawn_or_replaced(
    described: Any, published: PublishedAnswer, other: Document
) -> None:
    with acting("figures.publish", by="system") as act:
        gone = actions.publish(act, other)
        actions.publish(act, replace(other, period="in 2017"), replaces=[document.read(published.document)])
    with acting("figures.withdraw", by="system") as act:
        actions.withdraw(act, gone)
    for one in (gone, published):

        def of_that(case: Any, one: PublishedAnswer = one) -> None:
            if case.path_parameters:
                case.path_parameters["answer"] = one.id

        assert len(asked(described, GenerationMode.POSITIVE, of_that)) == 3


def test_whatever_is_asked_wrongly(described: Any) -> None:
    """Ids that are none, endings that are none, headers nobody sends: no server error, no answer of another shape."""
    for found in described.get_all_operations():
        operation = found.ok()
        if not operation.path_parameters:
            continue

        @MANY
        @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
        def refuses(case: Any) -> None:
            assert case.call().status_code in (301, 304, 400, 404)

        refuses()


def test_it_would_notice(described: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "_entry", lambda each: {"id": each.id, "count": 3})
    with pytest.raises(BaseExceptionGroup, match="violates schema"):
        asked(described, GenerationMode.POSITIVE)
