"""Routes name their view: nothing is imported before its page is asked for, and every name leads to a door."""

import ast
from pathlib import Path

import pytest

from kring.vault.checks import views
from kring.vault.routes import Later
from tests.house.tree import PACKAGE

URLS = sorted(PACKAGE.glob("*/urls.py")) + sorted(PACKAGE.glob("*/*/urls.py"))
ALWAYS = PACKAGE / "site" / "urls.py"
"""The home page and the health of the site are what a first request asks for."""


def imported(path: Path) -> set[str]:
    """What a file of routes imports from the product."""
    tree = ast.parse(path.read_text())
    found = [(node.module or "") for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {module for module in found if module.startswith("kring.")}


@pytest.mark.parametrize("path", [path for path in URLS if path != ALWAYS], ids=lambda path: path.parent.name)
def test_routes_import_no_page(path: Path) -> None:
    assert imported(path) == {"kring.vault.routes"}


def test_every_name_of_a_route_is_a_view_with_a_door() -> None:
    later = [(route, view) for route, view in views() if isinstance(view, Later)]
    assert len(later) > 10
    for route, view in later:
        assert isinstance(view.door, str), route
