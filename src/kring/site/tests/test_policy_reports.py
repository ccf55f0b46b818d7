"""What a browser tells of a broken policy: the rule and the sort of page come into the log, never an address."""

import json
from typing import Any

import pytest
from django.test import Client

from kring.site import policy_reports

TOKEN = "q3Zk9vTtS2mW8yBnR4cXeA"  # of a link of a client, in the address of the page
pytestmark = pytest.mark.django_db


def told(**changed: Any) -> str:
    page = f"https://kring.example/blad/{TOKEN}?x={TOKEN}"
    said = {"effective-directive": "script-src-elem", "document-uri": page, "blocked-uri": "inline", **changed}
    return json.dumps({"csp-report": said})


def send(body: str | bytes) -> int:
    """From a browser that checks form tokens, as a real one without any."""
    answer = Client(enforce_csrf_checks=True).post("/policy-broken", body, content_type="application/csp-report")
    return answer.status_code


def test_the_rule_and_the_sort_of_page_are_written_down_and_no_address(caplog: pytest.LogCaptureFixture) -> None:
    assert send(told()) == 204

    [line] = [one.getMessage() for one in caplog.records if one.name == "kring.policy"]
    assert line == "policy broken: script-src on plan:own"
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\x00",
        "[]",
        '{"csp-report": 3}',
        "[" * 5000,
        told(**{"effective-directive": "my own words"}),
        told(**{"effective-directive": {"a": 1}}),
        told(x="y" * 9000),
    ],
)
def test_what_is_no_report_is_answered_alike_and_leaves_nothing(caplog: pytest.LogCaptureFixture, body: str) -> None:
    assert send(body) == 204
    assert [one for one in caplog.records if one.name == "kring.policy"] == []


@pytest.mark.parametrize(
    "page", ["", "about:blank", "https://other.example/x y", "/\n", "https://kring.example/nowhere"]
)
def test_a_page_that_is_not_ours_has_no_name(caplog: pytest.LogCaptureFixture, page: str) -> None:
    send(told(**{"document-uri": page}))
    [line] = [one.getMessage() for one in caplog.records if one.name == "kring.policy"]
    assert line in {"policy broken: script-src on no page of ours", "policy broken: script-src on home"}


def test_a_flood_is_not_written_down(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_reports, "A_MINUTE", 3)
    assert {send(told()) for _ in range(9)} == {204}
    assert len([one for one in caplog.records if one.name == "kring.policy"]) == 3


@pytest.mark.parametrize("length", ["abc", "-1", "\u00b2", "9" * 40, "1.5", ""])
def test_a_length_that_is_none_breaks_nothing(length: str) -> None:
    sent = Client().post("/policy-broken", told(), content_type="application/csp-report", CONTENT_LENGTH=length)
    assert sent.status_code == 204


HALF = "\ud800"
ODD: list[dict[str, Any]] = [
    {"document-uri": HALF},
    {"document-uri": "https://kring.example/\x00"},
    {"document-uri": f"https://kring.example/{'../' * 2000}"},
    {"document-uri": f"https://{TOKEN}:{TOKEN}@kring.example/blad/{TOKEN}\nx"},
    {"document-uri": TOKEN},
    {"document-uri": ["x"]},
    {"document-uri": float("inf")},
    {"effective-directive": "script-src\nINJECTED"},
    {"effective-directive": {"a": 1}},
]


@pytest.mark.parametrize("changed", ODD, ids=ascii)
def test_odd_words_of_a_report_come_into_no_log(changed: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    assert send(told(**changed)) == 204
    assert TOKEN not in caplog.text
    assert "INJECTED" not in caplog.text
