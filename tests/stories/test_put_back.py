"""A back-up is put back: what was destroyed since stays destroyed, all else of that moment can be read again.

On the engine under test, through the product's own commands, each in a process of its own.
"""

import json
import os
import secrets
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.stories.house import ROOT
from tests.strain.instance import on_server

STEP = (
    "import sys, django; from pathlib import Path; django.setup(); from django.conf import settings;"
    "settings.KRING_STRETCH, settings.ALLOWED_HOSTS = (1, 1024), ['*']; from importlib import import_module;"
    "getattr(import_module(f'tests.stories.{sys.argv[1]}'), sys.argv[2])(Path(sys.argv[3]))"
)
CONCERN = "He sleeps in the bus shelter near the canal."


@dataclass(frozen=True)
class Installation:
    """A data folder with its database, and a place beside it for back-ups. day: the module of what happens there."""

    place: Path
    data: Path
    database: str
    day: str = "put_back_town"

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        environ = {**os.environ, "KRING_DATA": str(self.data), "KRING_DATABASE": self.database}
        environ |= {"DJANGO_SETTINGS_MODULE": "kring.site.settings", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=300)

    def step(self, name: str) -> str:
        done = self.run("-c", STEP, self.day, name, str(self.place))
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def manage(self, *words: str) -> str:
        done = self.run("-m", "kring", *words)
        assert done.returncode == 0, done.stdout + done.stderr[-3000:]
        return done.stdout

    def refused(self, *words: str) -> str:
        done = self.run("-m", "kring", *words)
        assert done.returncode == 1, done.stdout + done.stderr[-3000:]
        return done.stderr

    def look(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.step("looked_at").splitlines()[-1])
        return found


@dataclass(frozen=True)
class Story:
    """An installation in which the day went on after the back-up, and how it was left."""

    here: Installation
    left: dict[str, Any]
    backup: Path
    key: Path
    note: Path
    note_key: str

    @property
    def ledger(self) -> Path:
        return self.here.data / "ledger" / "ledger.log"


def databases() -> Iterator[str]:
    """Fresh databases on the server under test, gone afterwards; without a server SQLite in the data folder."""
    server, made = os.environ.get("KRING_DATABASE", ""), []
    try:
        while True:
            if server:
                made.append(f"kring_back_{secrets.token_hex(6)}")
                on_server(server, f'CREATE DATABASE "{made[-1]}"')
            yield urlsplit(server)._replace(path=f"/{made[-1]}").geturl() if server else ""
    finally:
        for name in made:
            on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def fresh() -> Iterator[Iterator[str]]:
    made = databases()
    yield made
    made.close()  # type: ignore[attr-defined]  # a generator


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, fresh: Iterator[str]) -> Story:
    """Found, back up, go on."""
    place = tmp_path_factory.mktemp("back-up")
    here = Installation(place, place / "data", next(fresh))
    here.manage("migrate", "--verbosity=0")
    here.step("founded")
    here.manage("backup", str(place / "disk"), "--keys", str(place / "safe"))
    here.step("went_on")
    public = here.manage("checkpoint").rsplit("public key: ", 1)[1].strip()
    note = shutil.copy(max((here.data / "checkpoints").glob("*.note")), place / "at-home.note")
    [backup] = (place / "disk").iterdir()
    [key] = (place / "safe").iterdir()
    return Story(here, here.look(), backup, key, Path(note), public)


def elsewhere(story: Story, fresh: Iterator[str], name: str) -> Installation:
    """An empty machine."""
    return Installation(story.here.place, story.here.place / name, next(fresh))


def check_after_replay(found: dict[str, Any]) -> None:
    """What must be, whichever way the back-up came back with a ledger."""
    dossiers, referrals = found["dossiers"], found["referrals"]
    assert [name for name in referrals if "erased" in name and referrals[name]] == []
    assert dossiers["erased"] == ""
    assert (dossiers["shared"], dossiers["kept"], dossiers["opened after"]) == ("Robin shared", "Robin kept", "")
    assert referrals["kept"] == CONCERN
    open_ones = {name for name, one in found["ids"].items() if found["lanes"][one] != "decided"}
    assert open_ones == {name for name, text in referrals.items() if text}, "no card on the board that opens nothing"
    assert referrals["became a dossier"] == CONCERN, "the dossier is lost, so what it was made of is not"
    assert (found["of joris"], found["ways in of lotte"], found["state of tom"]) == ("", 0, "disabled")
    assert (found["sessions"], found["signed in"], found["board"]) == (0, False, 200)


def test_before_it_is_put_back_all_of_it_is_as_it_was_left(story: Story) -> None:
    found = story.left
    assert [name for name, text in found["referrals"].items() if text] == ["kept"]
    assert found["dossiers"]["kept"] == "Robin kept written after the back-up"
    assert found["dossiers"]["opened after"] == "Robin after"


def test_on_an_empty_machine_with_the_ledger_that_was_kept_elsewhere(story: Story, fresh: Iterator[str]) -> None:
    there = elsewhere(story, fresh, "with-ledger")
    named = ("--keys", str(story.key), "--ledger", str(story.ledger), "--checkpoint", str(story.note))
    said = there.manage("restore", str(story.backup), *named)
    check_after_replay(there.look())
    assert "The journal is complete and unchanged." in said
    assert "Every row is as the journal left it." in said
    assert "Given up" in said
    assert "every row is as the journal left it" in there.manage("sweep")
    assert "complete and unchanged" in there.manage("verify_journal")
    assert [path.name for path in (there.data / "checkpoints" / "given-up").iterdir()]
    check_at_home(there, story)


def check_at_home(there: Installation, story: Story) -> None:
    """The privacy officer meets the restore in the journal, and no verdict comes without her."""
    export, tool = there.place / "export", str(ROOT / "tools" / "verify_journal.py")
    there.manage("checkpoint")
    there.manage("verify_journal", "--export", str(export))
    newest = max((there.data / "checkpoints").glob("*.note"))
    words = (tool, str(export), str(story.note), str(newest), "--key", story.note_key, "--lang", "en")
    asked = there.run(*words)
    assert (asked.returncode, "a back-up was put back" in asked.stdout) == (2, True), asked.stdout
    known = there.run(*words, "--restored")
    assert (known.returncode, "given up when a back-up" in known.stdout) == (0, True), known.stdout


def test_without_the_ledger_what_was_destroyed_comes_back_and_it_must_be_asked_for(
    story: Story, fresh: Iterator[str]
) -> None:
    there = elsewhere(story, fresh, "without-ledger")
    assert "--without-ledger" in there.refused("restore", str(story.backup), "--keys", str(story.key))
    there.manage("restore", str(story.backup), "--keys", str(story.key), "--without-ledger")
    found = there.look()
    assert [name for name, text in found["referrals"].items() if not text] == []
    assert found["dossiers"]["erased"] == "Robin erased"


def test_a_back_up_is_readable_to_nobody_else_and_holds_no_key(story: Story) -> None:
    files = [path for path in (*story.backup.rglob("*"), story.key) if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    masters = json.loads(story.key.read_text())["masters"]
    assert not any(master.encode() in path.read_bytes() for master in masters for path in files if path != story.key)


def test_a_damaged_file_a_strange_key_and_a_cut_ledger_are_found_before_anything_is_put_back(
    story: Story, fresh: Iterator[str]
) -> None:
    there, place = elsewhere(story, fresh, "refusing"), story.here.place
    broken = place / "broken"
    shutil.copytree(story.backup, broken)
    [database] = broken.glob("database.*")
    whole = database.read_bytes()
    database.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "damaged" in there.refused("restore", str(broken), "--keys", str(story.key), "--without-ledger")
    database.write_bytes(whole)

    manifest = json.loads((broken / "manifest.json").read_text())
    (broken / "manifest.json").write_text(json.dumps({**manifest, "ledger": 0}))
    assert "changed" in there.refused("restore", str(broken), "--keys", str(story.key), "--without-ledger")

    lines = story.ledger.read_bytes().splitlines(keepends=True)
    cut = place / "cut.log"
    cut.write_bytes(b"".join([*lines[:1], *lines[2:]]))
    with_cut = ("restore", str(story.backup), "--keys", str(story.key), "--ledger", str(cut))
    assert "Line 2 of the ledger" in there.refused(*with_cut)
    cut.write_bytes(b"".join(lines[: len(lines) // 2]))
    assert "vouches for more" in there.refused(*with_cut, "--checkpoint", str(story.note))

    stranger = Installation(place, place / "stranger", "")
    stranger.manage("migrate", "--verbosity=0")
    stranger.run("-c", "import django; django.setup(); from kring.vault import server_keys; server_keys.server_keys()")
    other = stranger.data / "server.key"
    assert "another installation" in there.refused("restore", str(story.backup), "--keys", str(other))


def test_the_key_file_goes_to_a_second_place(story: Story) -> None:
    place = story.here.place
    assert "second place" in story.here.refused("backup", str(place / "disk"))
    assert "may not lie with" in story.here.refused("backup", str(place / "x"), "--keys", str(place / "x" / "keys"))
    assert "data folder" in story.here.refused("backup", str(story.here.data / "x"), "--without-keys")


def test_over_a_living_installation_only_when_asked_and_with_its_own_ledger(story: Story) -> None:
    assert "living installation" in story.here.refused("restore", str(story.backup))
    said = story.here.manage("restore", str(story.backup), "--over")
    check_after_replay(story.here.look())
    assert "Given up" in said
    assert "complete and unchanged" in story.here.manage("verify_journal")
    assert "every row is as the journal left it" in story.here.manage("sweep")
