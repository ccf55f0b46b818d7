"""`./kring register`: registers of another law, each in a folder of its own; off until somebody switches one on.

A register is the same code as another installation: own process, database, key file, journal and colleagues. What joins
it to the casework of the same town is nothing: no list, no address, no key. So a folder says itself which it holds.
"""

import argparse
import os
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_shown, say, step
from bootstrap.environment import in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end

CASEWORK = "support"
NAMES = (CASEWORK, "mediation", "sanctions")
"""As `site/settings/register.py` has them; a test compares the two."""
MARK, OFF = "register", "register.off"


def run_register(arguments: list[str]) -> int:
    """List, enable or disable."""
    parser = argparse.ArgumentParser(prog="./kring register", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in ("list", "enable", "disable"):
        one = verbs.add_parser(verb)
        if verb != "list":
            one.add_argument("name", choices=[name for name in NAMES if name != CASEWORK])
        one.add_argument("--data", type=Path, help="folder of the register (default: beside that of casework)")
    options = parser.parse_args(arguments)
    if options.verb == "list":
        return _list(options.data)
    folder = (options.data or default_folder(options.name)).expanduser().resolve()
    return {"enable": _enable, "disable": _disable}[options.verb](options.name, folder)


def default_folder(name: str) -> Path:
    """Beside the folder of casework, never in it: a copy of the one is no copy of the other."""
    casework = Path(os.environ.get("KRING_DATA") or ROOT / "installation")
    return casework if name == CASEWORK else casework.with_name(f"{casework.name}-{name}")


def register_in(folder: Path) -> str:
    """Which register a folder says it holds; casework where it says nothing."""
    mark = folder / MARK
    return mark.read_text(encoding="utf-8").strip() if mark.exists() else CASEWORK


def mark_folder(folder: Path, name: str) -> None:
    """Say in the folder which register it holds. Raises Missing when another one is there."""
    there = register_in(folder)
    if there != name and ((folder / MARK).exists() or (folder / "server.key").exists()):
        raise Missing(f"{folder} holds the register {there}; choose another folder with --data.")
    if name != CASEWORK:
        (folder / MARK).write_text(f"{name}\n", encoding="utf-8")


def check_served(folder: Path) -> None:
    """Raise Missing when the register in this folder is switched off."""
    if (folder / OFF).exists():
        raise Missing(f"the register in {folder} is switched off; ./kring register enable switches it on again.")


def _enable(name: str, folder: Path) -> int:
    environ = {**os.environ, "KRING_DATA": str(folder)}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Missing(f"cannot make the folder {folder}; choose another with --data.") from None
    mark_folder(folder, name)
    with one_set_up_at_a_time():
        install_packages()
        bring_front_end()
    with step("preparing the database"):
        if code := run_shown(in_venv("kring", "migrate", "--verbosity", "0"), environ=environ):
            return code
    (folder / OFF).unlink(missing_ok=True)
    say(f"kring: the register {name} is on, in {folder}, with a database and a key file of its own.")
    if not (folder / ".kring-demo").exists():
        say(f"kring: first ./kring init --data {folder} (its own five people), then ./kring serve --data {folder}")
    return 0


def _disable(name: str, folder: Path) -> int:
    if not folder.is_dir() or register_in(folder) != name:
        raise Missing(f"{folder} does not hold the register {name}; name its folder with --data.")
    (folder / OFF).touch()
    say(f"kring: the register {name} is served no more; what is in {folder} stays, and is kept until its term.")
    return 0


def _list(folder: Path | None) -> int:
    places = {register_in(folder): folder} if folder else {name: default_folder(name) for name in NAMES}
    for name, place in places.items():
        say(f"{name:<12} {_state(name, place):<14} {place}")
    return 0


def _state(name: str, folder: Path) -> str:
    if (folder / OFF).exists():
        return "off"
    if name == CASEWORK:
        return "on" if (folder / "server.key").exists() else "not installed"
    return "on" if (folder / MARK).exists() and register_in(folder) == name else "off"
