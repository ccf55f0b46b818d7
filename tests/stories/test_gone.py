"""The drill of a destruction: nothing of a dossier opens any more, nor from a back-up made before it (ARC-03).

On the engine under test, through the product's own commands, each in a process of its own. The same is looked at four
times, so that the looking itself is proved: before, after, after a restore with the ledger, after one without.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest

from tests.stories.test_put_back import Installation, databases

Found = dict[str, Any]


@dataclass(frozen=True)
class Drill:
    """What was found of dossiers that were destroyed after a back-up, in turn; restored: what that restore said."""

    before: Found
    after: Found
    restored: str
    with_ledger: Found
    without_ledger: Found


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    """Found, look, back up, destroy; then look there and, at the same time, on two machines with the back-up."""
    place, fresh = tmp_path_factory.mktemp("gone"), databases()
    here, *there = (Installation(place, place / name, next(fresh), "gone_town") for name in ("data", "with", "without"))
    here.manage("migrate", "--verbosity=0")
    here.step("founded")
    here.manage("backup", str(place / "disk"), "--keys", str(place / "safe"))
    before = here.look()
    here.step("went_on")
    [backup], [key] = (place / "disk").iterdir(), (place / "safe").iterdir()

    def put_back(at: Installation, *how: str) -> tuple[str, Found]:
        said = at.manage("restore", str(backup), "--keys", str(key), *how)
        return said, at.look()

    kept = str(here.data / "ledger" / "ledger.log")
    with ThreadPoolExecutor() as aside:
        restored = aside.submit(put_back, there[0], "--ledger", kept)
        bare = aside.submit(put_back, there[1], "--without-ledger")
        after = here.look()
        yield Drill(before, after, *restored.result(), bare.result()[1])
    fresh.close()  # type: ignore[attr-defined]  # a generator


def told(found: Found, when: str) -> str:
    names = ("dossiers", "readable", "rows", "opened", "locks", "cells", "begun", "counted", "sweep")
    return f"\ngone {when}: " + ", ".join(f"{found[name]} {name}" for name in names)


def check_gone(drill: Drill, found: Found) -> None:
    """Nothing of it anywhere, and everything else as it was."""
    for name in ("readable", "rows", "pieces", "opened", "grants", "cells", "sweep"):
        assert found[name] == 0, name
    assert found["stays"] == drill.before["stays"] > 0
    assert (found["counted"], found["begun"]) == (1, 1), "those of the dossier that stays"
    assert found["keycheck"] == drill.before["keycheck"]


def test_before_it_everything_is_there_to_be_found(drill: Drill) -> None:
    found = drill.before
    assert found["rows"] == found["planted_rows"] > 50
    assert found["opened"] == found["locks"] > 40
    assert found["readable"] > 40
    assert (found["pieces"], found["begun"]) == (1, 5)
    assert found["cells"] > 50
    assert found["counted"] > 10


def test_after_it_nothing_opens_for_anybody(drill: Drill, capsys: pytest.CaptureFixture[str]) -> None:
    check_gone(drill, drill.after)
    assert drill.after["declared"] == drill.before["dossiers"]
    with capsys.disabled():
        print(told(drill.before, "before"), told(drill.after, f"after, {drill.after['seconds']} s to destroy"))


def test_nor_from_a_back_up_of_before_with_the_ledger(drill: Drill, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Every row is as the journal left it." in drill.restored
    assert "The journal is complete and unchanged." in drill.restored
    check_gone(drill, drill.with_ledger)
    with capsys.disabled():
        print(told(drill.with_ledger, f"after a restore, {drill.restored.splitlines()[-1]}"))


def test_without_the_ledger_all_of_it_comes_back(drill: Drill) -> None:
    """Which is what the ledger is for, and shows that the looking finds what is there."""
    for name in ("readable", "rows", "opened", "cells", "begun", "counted"):
        assert drill.without_ledger[name] == drill.before[name], name
