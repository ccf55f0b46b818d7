"""The registers of one town stand apart: SAN-01 to SAN-03 and SAN-09, on the engine under test, each in its processes.

Casework lies in one folder, mediation in a second, sanctions in a third, all founded with the same people and the same
passwords, so that nothing but the wall itself keeps them apart.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from bootstrap.registers import MARK, OFF, mark_folder
from tests.stories.test_put_back import Installation, databases

CASEWORK, MEDIATION, SANCTIONS = EVERY = "support", "mediation", "sanctions"
PAIRS = tuple(permutations(EVERY, 2))


@dataclass(frozen=True)
class Register(Installation):
    """One register in its folder."""

    day: str = "registers_town"

    def ask(self, what: str) -> Any:
        return json.loads(self.step(what).splitlines()[-1])


@dataclass(frozen=True)
class All:
    """The registers of a town by name, and a place for back-ups of each."""

    of: Mapping[str, Register]
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
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[All]:
    place = tmp_path_factory.mktemp("registers")
    fresh = databases()
    found = {}
    for name in EVERY:
        folder = place / name
        folder.mkdir(mode=0o700)
        mark_folder(folder, name)
        found[name] = Register(place, folder, next(fresh))
        found[name].manage("migrate", "--verbosity=0")
        found[name].step("founded")
    yield All(found, place, fresh)
    fresh.close()  # type: ignore[attr-defined]  # a generator


def test_san_02_each_register_has_its_own_apps_and_tables_and_not_those_of_another(town: All) -> None:
    own = {CASEWORK: {"support", "reporting", "privacy"}, MEDIATION: {"mediation"}, SANCTIONS: {"sanctions"}}
    for name, register in town.of.items():
        there = register.ask("opened")
        foreign = set().union(*(apps for other, apps in own.items() if other != name))
        assert own[name] <= set(there["apps"])
        assert not foreign & {*there["apps"], *there["tables"]}
        assert {"team", "vault"} <= set(there["tables"])


def test_san_01_no_foreign_key_leaves_its_app(town: All) -> None:
    """Towards the vault and the team least of all: what goes over is a public id."""
    for register in town.of.values():
        pairs = register.ask("relations")
        assert pairs
        assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_san_01_no_person_stands_in_two_registers(town: All) -> None:
    """The same people with the same passwords, and not one principal, lock or row of the one in another."""
    ids = {name: set(register.ask("ids")) for name, register in town.of.items()}
    assert all(len(one) > 100 for one in ids.values())
    for one, other in PAIRS:
        assert ids[one] & ids[other] == set()


@pytest.mark.parametrize(("stolen", "other"), PAIRS)
def test_a_stolen_database_with_the_key_file_of_another_register_opens_nothing(
    town: All, stolen: str, other: str
) -> None:
    """With its own key file all of it opens to who knows the passwords: so the second half can fail."""
    own = town.of[stolen].ask("opened")
    assert own["gets_in"] == own["people"] > 10
    assert own["opened"] > 20
    assert own["ours"] == own["rows"]

    thief = _stolen(town, town.of[stolen], town.of[other].data / "server.key")
    found = thief.ask("opened")
    assert (found["people"], found["rows"]) == (own["people"], own["rows"]), "he has the whole database"
    assert (found["gets_in"], found["opened"], found["ours"]) == (0, 0, 0)


def _stolen(town: All, register: Register, key: Path) -> Register:
    """A thief's machine: the whole database of one register (a copy of the file on SQLite) beside another key file."""
    folder = town.folder("thief")
    if (register.data / MARK).exists():
        shutil.copy(register.data / MARK, folder / MARK)
    for path in register.data.glob("kring.sqlite3*"):
        shutil.copy(path, folder / path.name)
    shutil.copy(key, folder / "server.key")
    return Register(town.place, folder, register.database)


@pytest.mark.parametrize("name", EVERY)
def test_each_register_is_put_back_alone_and_the_others_stay_as_they_are(town: All, name: str) -> None:
    register, others = town.of[name], [one for other, one in town.of.items() if other != name]
    backup, key = town.backed_up(register, name)
    untouched = [(other.ask("opened"), _head(other)) for other in others]

    moved = Register(town.place, town.folder(f"{name}-moved"), next(town.fresh))
    mark_folder(moved.data, name)
    said = moved.manage("restore", str(backup), "--keys", str(key), "--without-ledger")

    assert "The journal is complete and unchanged." in said
    there = moved.ask("opened")
    assert there["gets_in"] == there["people"] == register.ask("opened")["people"]
    assert untouched == [(other.ask("opened"), _head(other)) for other in others]


def test_a_back_up_of_one_register_goes_into_no_folder_of_another(town: All) -> None:
    """Neither over a living one, nor into an empty folder that was marked for the other."""
    backup, key = town.backed_up(town.of[MEDIATION], "mediation")
    named = ("--keys", str(key), "--without-ledger")

    over = town.of[CASEWORK].refused("restore", str(backup), *named, "--over")
    assert "register mediation; this folder holds support" in over

    whole, body = town.of[CASEWORK].ask("opened"), json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**body, "register": CASEWORK}))
    assert "newer Kring" in town.of[CASEWORK].refused("restore", str(backup), *named, "--over"), "nor when it lies"
    (backup / "manifest.json").write_text(json.dumps(body))
    assert town.of[CASEWORK].ask("opened") == whole

    empty = Register(town.place, town.folder("empty"), next(town.fresh))
    assert "register mediation" in empty.refused("restore", str(backup), *named)
    assert not (empty.data / "server.key").exists()


def test_a_process_of_one_register_refuses_the_database_of_another(town: All) -> None:
    """As when somebody names the wrong PostgreSQL database, or copies the file: before the first migration."""
    for name, other in PAIRS:
        register = town.of[other]
        folder = town.folder("mistaken")
        mark_folder(folder, name)
        for path in register.data.glob("kring.sqlite3*"):
            shutil.copy(path, folder / path.name)
        mistaken = Register(town.place, folder, register.database)

        assert "belongs to another register" in mistaken.refused("migrate", "--verbosity=0")


def test_a_register_that_is_switched_off_is_not_served(town: All) -> None:
    load = ("-c", "import kring.site.wsgi")
    assert town.of[MEDIATION].run(*load).returncode == 0
    (town.of[MEDIATION].data / OFF).touch()
    try:
        assert "switched off" in town.of[MEDIATION].run(*load).stderr
        assert town.of[MEDIATION].ask("opened")["people"] > 10, "its keeper can still back it up"
    finally:
        (town.of[MEDIATION].data / OFF).unlink()


def test_a_folder_that_names_a_register_nobody_knows_starts_nothing(town: All) -> None:
    folder = town.folder("strange")
    (folder / MARK).write_text("chronicle\n")
    assert "names no register" in Register(town.place, folder, "").refused("check")


def test_san_04_what_expired_does_not_come_back_with_a_back_up(town: All) -> None:
    """With the ledger that was kept elsewhere: the file is gone, its neighbour opens; nobody had to remember it."""
    here = Register(town.place, town.folder("expiring"), next(town.fresh), "bench_day")
    mark_folder(here.data, SANCTIONS)
    here.manage("migrate", "--verbosity=0")
    here.step("founded")
    assert here.ask("looked_at")["names"] == ["Jef Peeters", "Lies Van Damme"]
    backup, key = town.backed_up(here, "expiring")
    here.step("went")
    assert here.ask("looked_at") == {"names": ["Lies Van Damme"], "rows": 1, "declared": 1}

    there = Register(town.place, town.folder("expired"), next(town.fresh), "bench_day")
    mark_folder(there.data, SANCTIONS)
    ledger = here.data / "ledger" / "ledger.log"
    said = there.manage("restore", str(backup), "--keys", str(key), "--ledger", str(ledger))

    assert "Every row is as the journal left it." in said
    found = there.ask("looked_at")
    assert (found["names"], found["rows"]) == (["Lies Van Damme"], 1)


def _head(register: Register) -> str:
    """The end of its journal, which no other register may move."""
    return register.manage("verify_journal")
