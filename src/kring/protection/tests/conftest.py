"""Random tables are computed in the process of the test: the same code, without starting a process for each."""

from typing import Any

import pytest

from kring.protection import attack, attack_child, protector
from kring.protection.solving import deciding


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No child processes."""

    def protected(_program: str, asked: dict[str, Any], _seconds: int) -> Any:
        return deciding.decide(asked)

    def attacked(_program: str, asked: dict[str, Any], _seconds: int) -> Any:
        return attack_child.all_intervals(**asked)

    monkeypatch.setattr(protector, "computed", protected)
    monkeypatch.setattr(attack, "computed", attacked)
