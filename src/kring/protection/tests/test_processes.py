"""What the two processes get to see, and that attacker and protector have nothing in common but words."""

import ast
import json
import subprocess
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


def test_a_number_of_a_table_goes_through_the_pipe_alone_and_a_name_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, Any]]] = []
    real = subprocess.run

    def run(command: list[str], **options: Any) -> Any:
        started.append((command, options))
        return real(command, **options)

    monkeypatch.setattr(subprocess, "run", run)
    assert isinstance(protect([SECRET], Rules()), Protected)
    [(command, options)] = started
    piped = options["input"].decode()
    assert "4711" in piped
    assert "4711" not in " ".join(command) + json.dumps(options["env"])
    for name in ("a-facet", "a-value", "a-worker"):
        assert name not in piped + " ".join(command)
    assert options["stderr"] == subprocess.DEVNULL


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TooMuch):
        computed("child.py", {}, 0)


def test_what_cannot_be_computed_says_nothing() -> None:
    with pytest.raises(TooMuch):
        computed("attack_child.py", {"each": [[]], "said": "nonsense", "asked": []}, 10)
