"""Two registers of one town stand apart: SAN-01 and SAN-09, on the engine under test, each in processes of its own.

Casework lies in one folder and mediation in another, both founded with the same people and the same passwords, so that
nothing but the wall itself keeps them apart.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bootstrap.registers import MARK, OFF, mark_folder
from tests.stories.test_put_back import Installation, databases

CASEWORK, MEDIATION = "support", "mediation"


@dataclass(frozen=True)
class Register(Installation):
    """One register in its folder."""

    day: str = "registers_town"

    def ask(self, what: str) -> Any:
        return json.loads(self.step(what).splitlines()[-1])


@dataclass(frozen=True)
class Both:
    """The two registers of a town, and a place for back-ups of each."""

    casework: Register
    mediation: Register
    place: Path
    fresh: Iterator[str]

    def folder(self, name: str) -> Path:
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        return folder

    def backed_up(self, register: Register, name: str) -> tuple[Path, Path]:
        """(the back-up, the key file kept apart) of one register alone."""
        disk, safe = self.folder(f"{name}-disk"), self.folder(f"{name}-safe")
        register.manage("backup", str(disk), "--keys", str(safe))
        [backup], [key] = disk.iterdir(), safe.iterdir()
        return backup, key


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    place = tmp_path_factory.mktemp("registers")
    fresh = databases()
    found = {}
    for name in (CASEWORK, MEDIATION):
        folder = place / name
        folder.mkdir(mode=0o700)
        mark_folder(folder, name)
        found[name] = Register(place, folder, next(fresh))
        found[name].manage("migrate", "--verbosity=0")
        found[name].step("founded")
    yield Both(found[CASEWORK], found[MEDIATION], place, fresh)
    fresh.close()  # type: ignore[attr-defined]  # a generator


def test_san_02_each_register_has_its_own_apps_and_tables_and_not_those_of_the_other(both: Both) -> None:
    casework, mediation = both.casework.ask("opened"), both.mediation.ask("opened")

    assert {"support", "reporting", "privacy"} <= set(casework["apps"])
    assert "mediation" not in casework["apps"]
    assert "mediation" not in casework["tables"]
    assert "mediation" in mediation["apps"]
    assert not {"support", "reporting", "privacy"} & {*mediation["apps"], *mediation["tables"]}
    assert {"team", "vault"} <= set(mediation["tables"]) & set(casework["tables"])


def test_san_01_no_foreign_key_leaves_its_app(both: Both) -> None:
    """Towards the vault and the team least of all: what goes over is a public id."""
    for register in (both.casework, both.mediation):
        pairs = register.ask("relations")
        assert pairs
        assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_a_stolen_database_with_the_key_file_of_another_register_opens_nothing(both: Both) -> None:
    """With its own key file all of it opens to who knows the passwords: so the second half can fail."""
    for stolen, other in ((both.casework, both.mediation), (both.mediation, both.casework)):
        own = stolen.ask("opened")
        assert own["gets_in"] == own["people"] > 10
        assert own["opened"] > 20
        assert own["ours"] == own["rows"]

        thief = _stolen(both, stolen, other.data / "server.key")
        found = thief.ask("opened")
        assert (found["people"], found["rows"]) == (own["people"], own["rows"]), "he has the whole database"
        assert (found["gets_in"], found["opened"], found["ours"]) == (0, 0, 0)


def _stolen(both: Both, register: Register, key: Path) -> Register:
    """A thief's machine: the whole database of one register (a copy of the file on SQLite) beside another key file."""
    folder = both.folder("thief")
    if (register.data / MARK).exists():
        shutil.copy(register.data / MARK, folder / MARK)
    for path in register.data.glob("kring.sqlite3*"):
        shutil.copy(path, folder / path.name)
    shutil.copy(key, folder / "server.key")
    return Register(both.place, folder, register.database)


@pytest.mark.parametrize("name", [CASEWORK, MEDIATION])
def test_each_register_is_put_back_alone_and_the_other_stays_as_it_is(both: Both, name: str) -> None:
    register, other = (both.casework, both.mediation) if name == CASEWORK else (both.mediation, both.casework)
    backup, key = both.backed_up(register, name)
    untouched = other.ask("opened"), _head(other)

    moved = Register(both.place, both.folder(f"{name}-moved"), next(both.fresh))
    mark_folder(moved.data, name)
    said = moved.manage("restore", str(backup), "--keys", str(key), "--without-ledger")

    assert "The journal is complete and unchanged." in said
    there = moved.ask("opened")
    assert there["gets_in"] == there["people"] == register.ask("opened")["people"]
    assert untouched == (other.ask("opened"), _head(other))


def test_a_back_up_of_one_register_goes_into_no_folder_of_another(both: Both) -> None:
    """Neither over a living one, nor into an empty folder that was marked for the other."""
    backup, key = both.backed_up(both.mediation, "mediation")
    named = ("--keys", str(key), "--without-ledger")

    over = both.casework.refused("restore", str(backup), *named, "--over")
    assert "register mediation; this folder holds support" in over

    whole, body = both.casework.ask("opened"), json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**body, "register": CASEWORK}))
    assert "newer Kring" in both.casework.refused("restore", str(backup), *named, "--over"), "nor when it lies"
    (backup / "manifest.json").write_text(json.dumps(body))
    assert both.casework.ask("opened") == whole

    empty = Register(both.place, both.folder("empty"), next(both.fresh))
    assert "register mediation" in empty.refused("restore", str(backup), *named)
    assert not (empty.data / "server.key").exists()


def test_a_process_of_one_register_refuses_the_database_of_another(both: Both) -> None:
    """As when somebody names the wrong PostgreSQL database, or copies the file: before the first migration."""
    for name, register in ((CASEWORK, both.mediation), (MEDIATION, both.casework)):
        folder = both.folder("mistaken")
        mark_folder(folder, name)
        for path in register.data.glob("kring.sqlite3*"):
            shutil.copy(path, folder / path.name)
        mistaken = Register(both.place, folder, register.database)

        assert "belongs to another register" in mistaken.refused("migrate", "--verbosity=0")


def test_a_register_that_is_switched_off_is_not_served(both: Both) -> None:
    load = ("-c", "import kring.site.wsgi")
    assert both.mediation.run(*load).returncode == 0
    (both.mediation.data / OFF).touch()
    try:
        assert "switched off" in both.mediation.run(*load).stderr
        assert both.mediation.ask("opened")["people"] > 10, "its keeper can still back it up"
    finally:
        (both.mediation.data / OFF).unlink()


def test_a_folder_that_names_a_register_nobody_knows_starts_nothing(both: Both) -> None:
    folder = both.folder("strange")
    (folder / MARK).write_text("chronicle\n")
    assert "names no register" in Register(both.place, folder, "").refused("check")


def _head(register: Register) -> str:
    """The end of its journal, which no other register may move."""
    return register.manage("verify_journal")
