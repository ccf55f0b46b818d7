"""The drill of a destruction: nothing of a dossier opens any more, nor from a back-up made before it (ARC-03).

On the engine under test, through the product's own commands, each in a process of its own. The same is looked at four
times, so that the looking itself is proved: before, after, after a restore with the ledger, after one without.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.stories.test_put_back import Installation, databases


@dataclass(frozen=True)
class Drill:
    """An installation in which dossiers were destroyed after its back-up, and what was found before and after."""

    here: Installation
    before: dict[str, Any]
    after: dict[str, Any]
    backup: Path
    key: Path

    @property
    def ledger(self) -> Path:
        return self.here.data / "ledger" / "ledger.log"


@pytest.fixture(scope="module")
def fresh() -> Iterator[Iterator[str]]:
    made = databases()
    yield made
    made.close()  # type: ignore[attr-defined]  # a generator


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory, fresh: Iterator[str]) -> Drill:
    """Found, look, back up, destroy, look."""
    place = tmp_path_factory.mktemp("gone")
    here = Installation(place, place / "data", next(fresh), "gone_town")
    here.manage("migrate", "--verbosity=0")
    here.step("founded")
    here.manage("backup", str(place / "disk"), "--keys", str(place / "safe"))
    before = here.look()
    here.step("went_on")
    [backup] = (place / "disk").iterdir()
    [key] = (place / "safe").iterdir()
    return Drill(here, before, here.look(), backup, key)


def told(found: dict[str, Any], when: str) -> str:
    names = ("dossiers", "readable", "rows", "opened", "locks", "cells", "counted", "sweep")
    return f"\ngone {when}: " + ", ".join(f"{found[name]} {name}" for name in names)


def check_gone(drill: Drill, found: dict[str, Any]) -> None:
    """Nothing of it anywhere, and everything else as it was."""
    for name in ("readable", "rows", "pieces", "opened", "grants", "cells", "sweep"):
        assert found[name] == 0, name
    assert found["stays"] == drill.before["stays"] > 0
    assert found["counted"] == 1
    assert found["keycheck"] == drill.before["keycheck"]


def test_before_it_everything_is_there_to_be_found(drill: Drill) -> None:
    found = drill.before
    assert found["rows"] == found["planted_rows"] > 50
    assert found["opened"] == found["locks"] > 40
    assert found["readable"] > 40
    assert found["pieces"] == 1
    assert found["cells"] > 50
    assert found["counted"] > 10


def test_after_it_nothing_opens_for_anybody(drill: Drill, capsys: pytest.CaptureFixture[str]) -> None:
    check_gone(drill, drill.after)
    assert drill.after["declared"] == drill.before["dossiers"]
    with capsys.disabled():
        print(told(drill.before, "before"), told(drill.after, f"after, {drill.after['seconds']} s to destroy"))


def test_nor_from_a_back_up_of_before_with_the_ledger(
    drill: Drill, fresh: Iterator[str], capsys: pytest.CaptureFixture[str]
) -> None:
    there = Installation(drill.here.place, drill.here.place / "with-ledger", next(fresh), "gone_town")
    named = ("--keys", str(drill.key), "--ledger", str(drill.ledger))
    said = there.manage("restore", str(drill.backup), *named)
    assert "Every row is as the journal left it." in said
    assert "The journal is complete and unchanged." in said
    found = there.look()
    check_gone(drill, found)
    with capsys.disabled():
        print(told(found, f"after a restore, {said.splitlines()[-1]}"))


def test_without_the_ledger_all_of_it_comes_back(drill: Drill, fresh: Iterator[str]) -> None:
    """Which is what the ledger is for, and shows that the looking finds what is there."""
    there = Installation(drill.here.place, drill.here.place / "without-ledger", next(fresh), "gone_town")
    there.manage("restore", str(drill.backup), "--keys", str(drill.key), "--without-ledger")
    found = there.look()
    for name in ("readable", "rows", "opened", "cells", "counted"):
        assert found[name] == drill.before[name], name
