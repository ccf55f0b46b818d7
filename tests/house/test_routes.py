"""Routes name their view: nothing is imported before its page is asked for, and every name leads to a door."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from kring.vault.checks import views
from kring.vault.routes import Later
from tests.house.tree import PACKAGE

URLS = sorted(PACKAGE.glob("*/urls.py")) + sorted(PACKAGE.glob("*/*/urls.py"))
ALWAYS = PACKAGE / "site" / "urls.py"
"""The home page and the health of the site are what a first request asks for."""
EACH_ALONE = """
import importlib, os, sys, traceback
import django
django.setup()
for module in sys.argv[1:]:
    child = os.fork()
    if not child:
        try:
            importlib.import_module(module)
        except BaseException:
            traceback.print_exc()
            print(module, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""


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


def test_each_page_can_be_the_first_one_asked_for() -> None:
    """A worker that just started imports the views of that one route, and nothing else came before."""
    later = {view.name.rpartition(".")[0] for _, view in views() if isinstance(view, Later)}
    command = [sys.executable, "-c", EACH_ALONE, *sorted(later)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [], done.stderr
