"""Modules introduce themselves, carry a telling name and stay small."""

import ast
import statistics
from pathlib import Path

import pytest

from tests.house.tree import files, modules, parsed, text_of

EVERYWHERE = ("src", "bootstrap", "tests", "tools", "benchmarks")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "data", "info", "common", "misc"}
TOO_LONG, MEDIAN = 400, 100


def lacks_introduction(module: ast.Module) -> bool:
    """Whether it holds code but opens without a docstring; an empty __init__ may stay empty."""
    return bool(module.body) and not ast.get_docstring(module)


def says_nothing(path: Path) -> bool:
    """Whether a file or folder has a name that says nothing of what is in it."""
    return bool(EMPTY_NAMES & {path.stem, *path.parent.parts})


@pytest.mark.parametrize("path", modules(*EVERYWHERE), ids=str)
def test_a_module_introduces_itself(path: Path) -> None:
    assert not lacks_introduction(parsed(path)), f"{path} opens without a docstring"


def test_names_say_what_is_inside() -> None:
    assert [path for path in files() if path.parts[0] in EVERYWHERE and says_nothing(path)] == []


def test_no_file_is_long_and_most_are_short() -> None:
    lengths = {path: text_of(path).count("\n") for path in modules("src", "bootstrap")}
    assert [path for path, length in lengths.items() if length > TOO_LONG] == []
    assert statistics.median(lengths.values()) < MEDIAN


def test_it_would_notice() -> None:
    assert lacks_introduction(ast.parse("import os"))
    assert not lacks_introduction(ast.parse('"""What lives here."""\nimport os'))
    assert says_nothing(Path("src/kring/vault/utils.py"))
    assert says_nothing(Path("src/kring/helpers/gate.py"))
    assert not says_nothing(Path("src/kring/vault/gate.py"))
