"""The privacy officer's checker after a restore: what was given up is told, nothing else is excused."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kring.vault.merkle import root_of
from kring.vault.notes import Checkpoint, sign_checkpoint
from kring.vault.primitives import sign
from tests.house.doctored_journals import KEY, ORIGIN, SEED, Case, Row, journal, leaves_of, sealed, told
from tests.house.test_verify_tool import SCRIPT

KEPT, LOST = 8, 12
BEFORE = journal(LOST)
SAID = {"life": 1, "made_at": "2021-03-01T03:00:00+00:00", "kept": [KEPT, "00"], "given_up": [LOST, "00"]}


def after(said: object = SAID, *, changed: int | None = None) -> list[Row]:
    """The journal that went on from the back-up, of another process; one entry of it rewritten afterwards."""
    rows = [sealed(KEPT, told(KEPT, "run9", 1, restored=said))]
    rows += [sealed(index, told(index, "run9", index - KEPT + 1)) for index in range(KEPT + 1, 14)]
    rows = [*BEFORE[:KEPT], *rows]
    if changed is not None:
        rows[changed] = sealed(changed, json.loads(SCRIPT["unbase64"](rows[changed]["text"])) | {"actor": "nobody"})
    return rows


def note(rows: list[Row], size: int, lives: int) -> bytes:
    """A checkpoint as the instance signs it, vouching for its ledger."""
    checkpoint = Checkpoint(ORIGIN, size, root_of(leaves_of(rows[:size])), (f"kring-ledger 3 {'0' * 66} {lives}",))
    return sign_checkpoint(checkpoint, key=KEY, sign=partial(sign, SEED)).encode()


AT_HOME = [note(BEFORE, 6, 0), note(BEFORE, LOST, 0)]


def judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[Row], notes: list[bytes], *words: str
) -> tuple[str, set[str]]:
    """The verdict and the kinds of findings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["verify_journal.py", *Case("", rows, checkpoints=notes).write(tmp_path), *words])
        SCRIPT["main"]()
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found["verdict"], {one["kind"] for one in found["findings"]}


def test_what_was_given_up_is_told_and_waits_for_who_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = [*AT_HOME, note(after(), 14, 1)]
    assert judged(tmp_path, capsys, after(), notes) == ("restored", {"given up"})
    assert judged(tmp_path, capsys, after(), notes, "--restored") == ("unchanged", {"given up"})


def test_a_journal_that_says_nothing_of_a_restore_was_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [*BEFORE[:KEPT], *(sealed(index, told(index, "run9", index - KEPT + 1)) for index in range(KEPT, 14))]
    verdict, kinds = judged(tmp_path, capsys, rows, AT_HOME, "--restored")
    assert (verdict, kinds & {"rewritten", "swapped"}) == ("changed", {"rewritten"})


@pytest.mark.parametrize("changed", [2, 5, 9, 13])
def test_a_restore_excuses_nothing_that_was_kept_and_nothing_that_came_after(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changed: int
) -> None:
    notes = [*AT_HOME, note(after(), 14, 1)]
    assert judged(tmp_path, capsys, after(changed=changed), notes, "--restored")[0] == "changed"


@pytest.mark.parametrize("said", [None, {}, {"life": 1}, {**SAID, "kept": []}, {**SAID, "life": "?"}])
def test_a_restore_that_cannot_be_read_is_no_excuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: object
) -> None:
    assert judged(tmp_path, capsys, after(said), AT_HOME, "--restored")[0] != "unchanged"
