"""The founding question asked of the catalogue: 276 with 7, SAMEN 0, two registers beside it (COU-02, COU-03)."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kring.reporting import answering, asking, exports, saying
from kring.reporting.answers import Standing
from kring.reporting.content import Audience
from kring.reporting.periods import NotUnderstood
from kring.reporting.tests.conftest import ON
from kring.reporting.tests.test_command import folder, marked, personas  # noqa: F401  the same demo folder
from kring.team.testing import Town
from kring.vault.refusals import Refused

SAID = {
    "id": "Q01",
    "measures": ["cases_open", "headcount"],
    "dimensions": ["date", "programme", "worker_role", "register"],
    "filters": {"exclude_register": ["neighbourhood mediation"], "include_zero": ["SAMEN"]},
    "period": "reference date 2021-03-01",
}
Rows = list[dict[str, object]]


def rows(town: Town, audience: Audience = Audience.PUBLIC, **said: object) -> Rows:
    question = asking.understood({**SAID, **said}, ON)
    answer = answering.answer(town.saar.session, question, audience)
    return saying.as_json(answer, audience.value)["table"]  # type: ignore[no-any-return]


def cells(table: Rows, measure: str, dimension: str) -> dict[object, object]:
    return {row["by"][dimension]: row["value"] for row in table if row["measure"] == measure and dimension in row["by"]}  # type: ignore[index, operator]


def test_cou_02_two_hundred_seventy_six_with_seven_and_a_zero(town: Town) -> None:
    table = rows(town)
    whole = next(row for row in table if row["measure"] == "cases_open" and row["by"] == {})
    assert (whole["value"], whole["carried_by"]) == (276, 7)
    assert cells(table, "cases_open", "programme") == {
        "identity_coaching": None,
        "street_therapy": None,
        "street_work": 126,
        "early_intervention": None,
        "youth_reconnect": 0,
    }
    assert cells(table, "cases_open", "register") == {"support": 276}
    assert next(row["value"] for row in table if row["measure"] == "headcount" and row["by"] == {}) == 11
    assert cells(table, "headcount", "worker_role")["coach"] == 2


def test_cou_02_inside_every_programme_stands(town: Town) -> None:
    table = rows(town, Audience.INTERNAL)
    assert list(cells(table, "cases_open", "programme").values()) == [74, 41, 126, 35, 0]
    assert cells(table, "cases_open", "worker_role")["street_worker"] == 126


def test_cou_03_a_zero_and_what_is_withheld_are_different(town: Town) -> None:
    states = {str(row["by"]): row["state"] for row in rows(town) if row["measure"] == "cases_open"}
    assert states["{'programme': 'youth_reconnect'}"] == "zero"
    assert states["{'programme': 'street_therapy'}"] == "withheld"


def test_a_programme_that_had_not_begun_is_not_shown_as_zero(town: Town) -> None:
    table = rows(town, period="reference date 2021-01-15")
    assert "youth_reconnect" not in cells(table, "cases_open", "programme")


def test_the_registers_apart_are_named_and_never_added(town: Town) -> None:
    question = asking.understood(SAID, ON)
    said = saying.as_json(answering.answer(town.saar.session, question), "public")
    assert said["status"] == Standing.PARTLY
    assert [each["register"] for each in said["exclusions"]] == ["neighbourhood mediation", "sanction mediation"]
    assert {each["code"] for each in said["definitions"]} >= {"cases_open", "headcount", "programme"}
    apart = asking.understood({**SAID, "measures": ["cases_open"], "filters": {"register": "GAS mediation"}}, ON)
    assert answering.answer(town.saar.session, apart).standing == Standing.NOT_HELD


@pytest.mark.parametrize("who", ["greet", "noor", "hilde", "ann"])
def test_only_the_statistics_office_counts(town: Town, who: str) -> None:
    with pytest.raises(Refused):
        answering.answer(town.people[who].session, asking.understood(SAID, ON))


@pytest.mark.parametrize(
    "said",
    [
        {"measures": ["souls"]},
        {"dimensions": ["shoe_size"]},
        {"filters": {"meeting_kind": ["x"]}},
        {"period": "since covid"},
        {"measures": []},
        {"tables": [["programme", "gender", "age_band"]]},
    ],
)
def test_what_is_not_understood_is_said_kindly(town: Town, said: dict[str, object]) -> None:
    with pytest.raises(NotUnderstood, match=r"\.$"):
        answering.answer(town.saar.session, asking.understood({**SAID, **said}, ON))


@pytest.mark.usefixtures("town", "personas")
def test_at_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Q01.json"
    path.write_text(json.dumps(SAID))
    call_command("answer", str(path), "--format", "json")
    assert json.loads(capsys.readouterr().out)["status"] == "partly withheld"
    call_command("answer", str(path))
    told = capsys.readouterr().out
    assert "Op 1 maart 2021: 276 dossiers bij 7 collega’s" in told
    assert "SAMEN 0" in told
    path.write_text("not json")
    with pytest.raises(CommandError, match="JSON"):
        call_command("answer", str(path))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("answer", str(tmp_path / "absent.json"))


@pytest.mark.usefixtures("town", "personas")
def test_at_the_command_line_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Q01.json"
    path.write_text(json.dumps(SAID))
    for ending in exports.FORMS:
        call_command("answer", str(path), "-o", str(tmp_path / f"answer.{ending}"))
        assert (tmp_path / f"answer.{ending}").stat().st_size > 500
    call_command("answer", str(path), "--format", "csv", "--language", "fr")
    assert "masqué" in capsys.readouterr().out
    with pytest.raises(CommandError, match="name a file with -o"):
        call_command("answer", str(path), "--format", "docx")
    with pytest.raises(CommandError, match="ends in one of"):
        call_command("answer", str(path), "-o", str(tmp_path / "answer.exe"))
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("answer", str(path), "-o", str(tmp_path / "absent" / "answer.csv"))
