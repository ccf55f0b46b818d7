"""`./kring register`: off by default, in a folder of its own that says what it holds, and never over another one."""

from pathlib import Path

import pytest

from bootstrap.console import Missing
from bootstrap.demo import TOWNS, read_options
from bootstrap.registers import MARK, NAMES, OFF, check_served, default_folder, mark_folder, register_in
from bootstrap.verbs import run_verb
from kring.site.settings import register


@pytest.fixture
def casework(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of casework, as the environment names it."""
    monkeypatch.setenv("KRING_DATA", str(tmp_path / "kring"))
    monkeypatch.delenv("KRING_DATABASE", raising=False)
    return tmp_path / "kring"


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a verb prints when all goes well."""
    assert run_verb(["register", *words]) == 0
    return capsys.readouterr().out


def test_the_script_and_the_product_know_the_same_registers_and_marks() -> None:
    assert tuple(register.APPS_OF) == NAMES == tuple(TOWNS)
    assert (register.MARK, register.OFF) == (MARK, OFF)


def test_it_is_off_until_it_is_switched_on_and_then_stands_beside_casework(
    casework: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert said(capfd, "list").split() == [
        *("support", "not", "installed", str(casework)),
        *("mediation", "off", f"{casework}-mediation"),
        *("sanctions", "off", f"{casework}-sanctions"),
    ]

    assert "database and a key file of its own" in said(capfd, "enable", "mediation")

    folder = casework.with_name("kring-mediation")
    assert register_in(folder) == "mediation"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "kring.sqlite3").exists()
    assert not casework.exists()
    assert f"mediation    on             {folder}" in said(capfd, "list")

    said(capfd, "disable", "mediation")
    assert f"mediation    off            {folder}" in said(capfd, "list")
    with pytest.raises(Missing, match="switched off"):
        check_served(folder)
    said(capfd, "enable", "mediation")
    check_served(folder)


def test_a_folder_that_holds_one_register_never_becomes_another(casework: Path) -> None:
    casework.mkdir()
    (casework / "server.key").touch()
    with pytest.raises(Missing, match="holds the register support"):
        mark_folder(casework, "mediation")
    other = casework.with_name("other")
    other.mkdir()
    mark_folder(other, "mediation")
    with pytest.raises(Missing, match="holds the register mediation"):
        mark_folder(other, "support")
    assert run_verb(["register", "disable", "mediation", "--data", str(casework)]) == 2


def test_a_demo_of_a_register_has_its_own_folder_and_port(casework: Path) -> None:
    assert (read_options([]).data, read_options([]).port) == (casework, 8000)
    options = read_options(["--register", "mediation"])
    assert (options.data.name, options.port) == ("data-mediation", 8001)
    assert default_folder("mediation") == casework.with_name("kring-mediation")
