"""`./kring probe` says what it measured, and passes only when all was measured and nothing was found."""

import json
from pathlib import Path

import pytest

from bootstrap import probe

CLEAN = dict.fromkeys(probe.FIGURES, 7) | dict.fromkeys(probe.MUST_BE_NONE, 0)


def told(figures: dict[str, int], tmp_path: Path, code: int = 0) -> tuple[int, dict[str, object]]:
    file = tmp_path / "probe.json"
    return probe._told(figures, code, str(file)), json.loads(file.read_text())


def test_all_measured_and_nothing_found_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(CLEAN, tmp_path) == (0, {**CLEAN, "passed": True})
    assert "nothing found" in capsys.readouterr().out


@pytest.mark.parametrize("name", probe.MUST_BE_NONE)
def test_one_thing_found_does_not(tmp_path: Path, name: str) -> None:
    assert told({**CLEAN, name: 1}, tmp_path)[0] == 1


@pytest.mark.parametrize("name", probe.FIGURES)
def test_what_was_not_measured_is_no_nought(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, written = told({one: count for one, count in CLEAN.items() if one != name}, tmp_path)
    assert (code, written["passed"], written[name]) == (1, False, None)
    assert "not measured" in capsys.readouterr().out


def test_a_story_that_failed_for_another_reason_does_not_pass(tmp_path: Path) -> None:
    assert told(CLEAN, tmp_path, code=1)[0] == 1
