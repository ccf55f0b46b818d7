"""The map in src/kring/README.md is the tree: every package has one line, every line has a package."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, files

LINE = re.compile(r"^- `([a-z_/]+)/`  ?\S", re.MULTILINE)
# Shapes Django and pytest ask for; what they are needs no line.
MECHANICS = {"management", "commands", "migrations", "tests", "templatetags"}


def packages(paths: Iterable[Path]) -> set[str]:
    """Folders below src/kring that are packages of our own making."""
    found = [path.parent for path in paths if path.name == "__init__.py"]
    inside = [folder.relative_to("src/kring") for folder in found if folder.is_relative_to("src/kring")]
    return {folder.as_posix() for folder in inside if folder.parts and not MECHANICS & set(folder.parts)}


def differences(on_the_map: str, paths: Iterable[Path]) -> list[str]:
    drawn, built = LINE.findall(on_the_map), packages(paths)
    return (
        [f"{name} is drawn twice" for name in sorted(set(drawn)) if drawn.count(name) > 1]
        + [f"{name} has no line" for name in sorted(built - set(drawn))]
        + [f"{name} is drawn but not there" for name in sorted(set(drawn) - built - PLAIN_FOLDERS)]
    )


# On the map, though no Python package.
PLAIN_FOLDERS = {"locale"}


def test_the_map_is_the_tree() -> None:
    assert differences((PACKAGE / "README.md").read_text(encoding="utf-8"), files()) == []


def test_it_would_notice() -> None:
    tree = [Path("src/kring/vault/__init__.py"), Path("src/kring/vault/attic/__init__.py")]
    drawing = "- `vault/` the kernel\n- `cellar/` gone\n- `vault/` again\n"
    assert differences(drawing, tree) == [
        "vault is drawn twice",
        "vault/attic has no line",
        "cellar is drawn but not there",
    ]


def checked_layers() -> dict[str, list[list[str]]]:
    """The layers of each contract of import-linter, top first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    return {each["id"]: [re.findall(r"[a-z]+", layer) for layer in each.get("layers", [])] for each in contracts}


def without_a_floor(built: set[str], layers: dict[str, list[list[str]]]) -> list[str]:
    """Packages that no contract would ever look at."""
    floors = {name for layer in layers["floors"] for name in layer}
    steps = {f"support/{name}" for layer in layers["steps"] for name in layer}
    tops = {name for name in built if name.count("/") == 0}
    inside = {name for name in built if name.startswith("support/") and name.count("/") == 1}
    return sorted((tops - floors) | (inside - steps))


def test_the_drawn_floors_are_the_checked_floors() -> None:
    drawing = (PACKAGE / "README.md").read_text(encoding="utf-8").split("```")[1].strip().splitlines()
    floors = [re.findall(r"[a-z]+", line.split("side by side")[0]) for line in drawing[:7]]
    steps = [[step] for step in drawing[8].split(" > ")]
    assert checked_layers()["floors"] == floors
    assert checked_layers()["steps"] == steps


def test_every_package_stands_on_a_floor() -> None:
    assert without_a_floor(packages(files()), checked_layers()) == []
    assert without_a_floor({"vault", "attic", "support/desk", "support/loft"}, checked_layers()) == [
        "attic",
        "support/loft",
    ]
