"""Every missing thing ends in one clear sentence and exit code 2, without a traceback."""

import contextlib
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import environment, frontend
from bootstrap.console import ROOT, Missing, run_quietly
from bootstrap.demo import MARK, check_port_is_free, claim_folder
from bootstrap.verbs import VERBS, run_verb


def test_an_unknown_verb_is_answered_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_verb(["dance"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(verb in said for verb in VERBS)


def test_a_taken_port_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Missing, match=f"port {port} is taken"):
            check_port_is_free(port)
    check_port_is_free(port)


def test_a_program_that_is_not_there_becomes_the_sentence() -> None:
    with pytest.raises(Missing, match="what to do"):
        run_quietly(["no-such-program-anywhere"], otherwise="what to do")


def test_npm_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(frontend, "VENDOR", tmp_path / "vendor")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Missing, match="npm is missing"):
        frontend.bring_front_end()


def test_a_strange_venv_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "somebody").touch()
    monkeypatch.setattr(environment, "VENV", tmp_path)
    with pytest.raises(Missing, match="not made by Kring"):
        environment.make_venv()
    assert (tmp_path / "somebody").exists()


def test_no_python_new_enough_is_said_by_an_old_one(tmp_path: Path) -> None:
    """The script itself must be readable for an older Python: run its search with nothing to be found."""
    code = (
        "import runpy, sys; sys.version_info = (3, 8, 0); sys.argv = ['kring', 'demo']\n"
        f"script = runpy.run_path({str(ROOT / 'kring')!r})\n"
        "script['main'].__globals__['candidates'] = lambda: []\n"
        "script['main']()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("kring: needs Python 3.12")
    assert done.stderr.count("\n") == 1


class TestTheFolderOfTheDemo:
    """It may hold other files; a Kring that is no demo is never touched."""

    def test_other_files_stay(self, tmp_path: Path) -> None:
        (tmp_path / "holiday.jpg").touch()
        assert claim_folder(tmp_path, fresh=False) == tmp_path
        (tmp_path / "kring.sqlite3").touch()
        (tmp_path / "runtime").mkdir()
        claim_folder(tmp_path, fresh=True)
        assert sorted(path.name for path in tmp_path.iterdir()) == [MARK, "holiday.jpg"]

    def test_a_database_without_tables_is_nobody(self, tmp_path: Path) -> None:
        sqlite3.connect(tmp_path / "kring.sqlite3").close()
        assert claim_folder(tmp_path, fresh=False) == tmp_path

    def test_a_database_with_tables_is_somebody(self, tmp_path: Path) -> None:
        with contextlib.closing(sqlite3.connect(tmp_path / "kring.sqlite3")) as database:
            database.execute("CREATE TABLE dossier (id)")
        with pytest.raises(Missing, match="that no demo put there"):
            claim_folder(tmp_path, fresh=True)

    @pytest.mark.parametrize("fresh", [True, False])
    def test_a_real_installation_is_refused(self, tmp_path: Path, fresh: bool) -> None:
        (tmp_path / "server.key").write_text("precious")
        with pytest.raises(Missing, match=r"server\.key that no demo put there"):
            claim_folder(tmp_path, fresh=fresh)
        assert (tmp_path / "server.key").read_text() == "precious"

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(Missing, match="cannot make the folder"):
            claim_folder(tmp_path / "file" / "below", fresh=False)
