"""The commands of this folder, shortened, on the engine under test; in full they are run by hand."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from kring.site.tests.dovecot import PROGRAM, WHY_NOT
from tests.house.tree import ROOT


def figures(command: str, *options: str) -> dict[str, Any]:
    """Run a command in a process of its own and read what it found."""
    environ = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.strain.{command}", *options],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_killed_writers_lose_nothing_they_acknowledged() -> None:
    found = figures("killed", "--rounds", "3")
    assert found["acknowledged"] > 10
    assert (found["lost"], found["twice"], found["other"]) == (0, 0, 0)
    assert (found["journal_findings"], found["sweep_findings"]) == (0, 0)


def test_dossiers_that_change_hands_survive_who_is_killed_half_way() -> None:
    found = figures("handed_over", "--dossiers", "6")
    assert found["kills"] > 0
    assert (found["half"], found["without"], found["still"], found["twice"], found["findings"]) == (0, 0, 0, 0, 0)


def test_writers_at_once_lose_no_change() -> None:
    found = figures("together", "--changes", "5")
    assert found["accepted"] == 40
    assert (found["lost"], found["broken"]) == (0, 0)


def test_two_colleagues_on_one_plan_lose_no_word() -> None:
    found = figures("editors", "--changes", "4")
    assert (found["accepted"], found["rows"], found["locks"]) == (32, 9, 1)
    assert (found["lost"], found["gaps"], found["broken"]) == (0, 0, 0)


def test_a_back_up_among_writers_is_of_one_moment_and_whole() -> None:
    found = figures("backing_up", "--writers", "4", "--backups", "1")
    assert found["acknowledged"] >= found["in_last"] > 0
    assert (found["lost"], found["restores_not_clean"]) == (0, 0)


def test_who_guesses_at_links_is_soon_not_looked_up_any_more() -> None:
    found = figures("guessing", "--guesses", "1200")
    assert found["opened"] == 0
    assert sum(found["looked_up"].values()) < 600


def test_a_crowd_at_the_door_keeps_to_two_turns() -> None:
    found = figures("sign_ins", "--people", "8")
    assert found["opened"] + found["busy"] == 8
    assert found["opened"] >= 2
    assert found["peak_turns"] <= 2


def test_each_moment_goes_to_one_of_those_who_ask_at_once() -> None:
    found = figures("moments", "--people", "12")
    assert (found["got"], found["too_late"], found["offered"]) == (5, 7, 5)
    assert (found["doubled"], found["left_over"], found["broken"]) == (0, 0, 0)


@pytest.mark.skipif(PROGRAM is None, reason=WHY_NOT)
def test_a_mailbox_that_is_cut_off_and_a_fetcher_that_is_killed_lose_and_double_nothing() -> None:
    found = figures("mailbox", "--messages", "60", "--blows", "6")
    assert found["messages"] == 60
    assert found["cut"] + found["killed"] == 6
    wrong = ("lost", "doubled", "torn", "answered_wrongly", "left_behind", "journal_findings", "sweep_findings")
    assert [name for name in wrong if found[name]] == []


@pytest.mark.skipif("KRING_DATABASE" not in os.environ, reason="SQLite takes each entry in as it is written")
def test_the_sealer_keeps_up() -> None:
    found = figures("sealing", "--seconds", "1")
    assert found["journal_findings"] == 0
