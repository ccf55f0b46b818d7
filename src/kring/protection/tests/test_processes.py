"""What the two processes get to see, and that attacker and protector have nothing in common but words."""

import ast
import json
import signal
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kring.protection import launching
from kring.protection.launching import TooMuch, computed
from kring.protection.protector import Protected, protect
from kring.protection.tables import Cell, Dim, Rules, Table

FOLDER = Path(launching.__file__).parent
SECRET = Table(
    (Dim("a-facet", ("a-value", "other")),), {("a-value",): Cell({"a-worker": 4711}), ("other",): Cell({"x": 9})}
)


def imported(name: str) -> set[str]:
    """Modules of ours that a module imports, by name."""
    tree = ast.parse((FOLDER / name).read_text(encoding="utf-8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {one.removeprefix("kring.protection.") for one in found if one.startswith("kring")}


def test_the_attacker_shares_no_code_with_the_protector() -> None:
    assert imported("attack.py") <= {"launching", "memory"}
    assert imported("attack_child.py") == set()
    assert imported("memory.py") == {"tables"}
    assert "laying" in imported("protector.py")


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that are started, when none waits."""
    found: list[subprocess.Popen[bytes]] = []

    class Seen(subprocess.Popen[bytes]):
        def __init__(self, command: list[str], **options: Any) -> None:
            super().__init__(command, **options)
            self.options = options
            found.append(self)

    monkeypatch.setattr(launching, "_waiting", defaultdict(list))
    monkeypatch.setattr(subprocess, "Popen", Seen)
    yield found
    for process in found:
        process.kill()
        process.communicate()


def test_a_number_of_a_table_goes_through_the_pipe_alone_and_a_name_nowhere(
    begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = b""
    real = launching._told

    def told(process: subprocess.Popen[bytes], said: bytes) -> bytes:
        nonlocal piped
        piped += said
        return real(process, said)

    monkeypatch.setattr(launching, "_told", told)
    assert isinstance(protect([SECRET], Rules()), Protected)
    [process] = begun
    command, options = " ".join(map(str, process.args)), vars(process)["options"]  # type: ignore[arg-type]
    assert b"4711" in piped
    assert "4711" not in command + json.dumps(options["env"])
    for name in ("a-facet", "a-value", "a-worker"):
        assert name not in piped.decode() + command
    assert options["stderr"] == subprocess.DEVNULL


def test_one_that_answered_answers_the_next_and_keeps_nothing(begun: list[subprocess.Popen[bytes]]) -> None:
    first = protect([SECRET], Rules())
    assert protect([replace(SECRET, cells={("other",): Cell({"x": 9, "y": 8, "z": 8})})], Rules()) != first
    assert protect([SECRET], Rules()) == first
    assert len(begun) == 1


def test_one_that_ended_while_it_waited_is_replaced(begun: list[subprocess.Popen[bytes]]) -> None:
    protect([SECRET], Rules())
    begun[0].send_signal(signal.SIGALRM)  # what it sends itself when nothing is asked
    protect([SECRET], Rules())
    begun[1].kill()
    begun[1].wait()
    protect([SECRET], Rules())
    assert len(begun) == 3


def test_what_will_be_asked_is_started_once(begun: list[subprocess.Popen[bytes]]) -> None:
    launching.warm()
    launching.warm()
    assert len(begun) == len(launching.PROGRAMS)
    protect([SECRET], Rules())
    assert len(begun) == len(launching.PROGRAMS)


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TooMuch):
        computed("child.py", {}, 0)


def test_what_cannot_be_computed_says_nothing() -> None:
    with pytest.raises(TooMuch):
        computed("attack_child.py", {"each": [[]], "said": "nonsense", "asked": []}, 10)
