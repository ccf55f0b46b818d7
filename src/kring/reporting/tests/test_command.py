"""`council_answer` at the command line: the same answer in three forms, signed in by itself in a demo folder only."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from kring.reporting import console
from kring.reporting.models import Answer
from kring.team import clock
from kring.team.models import Demo
from kring.team.testing import PASSWORD, Town
from kring.vault.acts import acting

DAY = "2021-03-01"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for personas; the key file stays where the tests have it."""
    monkeypatch.setattr(clock, "personas_path", lambda: tmp_path / clock.PERSONAS)
    clock.forget()
    yield tmp_path
    clock.forget()


@pytest.fixture
def marked(town: Town) -> None:
    """The row that makes a demo."""
    with acting("test.demo", by="system") as act:
        act.add(Demo(today_on=date(2021, 3, 15)))


@pytest.fixture
def personas(folder: Path, marked: None) -> Path:
    found = [
        {"name": "Greet Aerts", "role": "Diensthoofd", "sign_in": "greet@kring.example", "password": PASSWORD},
        {"name": "Saar Michiels", "role": "Statistiek", "sign_in": "saar@kring.example", "password": PASSWORD},
    ]
    path = folder / "personas.json"
    path.write_text(json.dumps(found))
    path.chmod(0o600)
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("council_answer", "--on", DAY, *arguments)
    return capsys.readouterr().out


def test_text(town: Town, personas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys)
    assert "276 · bij 7 outreachers" in text
    assert text.count("verborgen") == 3
    assert "Niet bijgeteld: burenbemiddeling en GAS-bemiddeling" in text


def test_json_twice_is_the_same(town: Town, personas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (said(capsys, "--format", "json") for _ in range(2))
    assert first == second
    answer = json.loads(first)
    assert (answer["total"], answer["outreachers"], answer["team"]) == (276, 7, 11)
    assert len(answer["excluded"]) == 2


def test_internal_json(town: Town, personas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(said(capsys, "--format", "json", "--audience", "internal"))
    assert answer["audience"] == "internal"
    assert [line["cases"] for line in answer["programmes"]] == [74, 41, 126, 35, 0]


def test_html(town: Town, personas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = said(capsys, "--format", "html")
    assert document.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert document.count("verborgen") == 3


@pytest.mark.usefixtures("town")
def test_personas_that_others_may_read_are_refused(personas: Path) -> None:
    personas.chmod(0o644)
    with pytest.raises(CommandError, match="chmod 600"):
        call_command("council_answer", "--on", DAY)


@pytest.mark.usefixtures("town")
def test_personas_alone_make_no_demo(folder: Path) -> None:
    path = folder / clock.PERSONAS
    path.write_text("[]")
    path.chmod(0o600)
    with pytest.raises(CommandError, match="no demo"):
        call_command("council_answer", "--on", DAY)


@pytest.mark.usefixtures("town")
def test_elsewhere_the_password_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, Any] = {"input": "saar@kring.example", "getpass": PASSWORD}
    monkeypatch.setattr("builtins.input", lambda _: answers["input"])
    monkeypatch.setattr(console, "getpass", lambda _: answers["getpass"])
    call_command("council_answer", "--on", DAY, "--format", "json")
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("who", ["greet@kring.example", "nobody@kring.example", "ann@kring.example"])
@pytest.mark.usefixtures("town", "folder")
def test_who_is_no_statistics_officer_counts_nothing(who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: who)
    monkeypatch.setattr(console, "getpass", lambda _: PASSWORD)
    with pytest.raises(CommandError, match="refused"):
        call_command("council_answer", "--on", DAY)
    assert not Answer.objects.exists()


@pytest.mark.usefixtures("town", "personas")
def test_a_day_to_come() -> None:
    with pytest.raises(CommandError, match="not come yet"):
        call_command("council_answer", "--on", "2021-03-16")


def test_a_day_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("council_answer", "--on", "soon")
