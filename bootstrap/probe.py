"""`./kring probe`: prove it yourself. A fresh town, asked by everybody for everything; the figures, and as a file.

Everybody asks for every part in every way (`cells`, `wrong`: against the privacy officer's table); every address and
verb is tried with ids of others, expired ones and random ones (`probes`, `distinguishable`); what was typed on a whole
day is looked for in everything a thief could carry off (`markers_found`); and every page is held to its headers
(`headers_failing`). Nothing of a real installation is touched.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bootstrap.console import run_shown, say
from bootstrap.environment import in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end

STORIES = ("test_need_to_know.py", "test_probing_ids.py", "test_probing_pages.py", "test_stolen_database.py")
FIGURES = ("cells", "wrong", "probes", "distinguishable", "answers", "headers_failing", "markers", "markers_found")
"""In the order in which they are printed."""
MUST_BE_NONE = ("wrong", "distinguishable", "headers_failing", "markers_found")


def run_probe(arguments: list[str]) -> int:
    """0 when nothing was wrong, 1 when something was, or could not be measured."""
    options = _options().parse_args(arguments)
    with one_set_up_at_a_time():
        install_packages(dev=True)
        bring_front_end()
    with tempfile.TemporaryDirectory(prefix="kring-probe-") as folder:
        found = Path(folder) / "probed.json"
        environ = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
        environ["KRING_PROBED"] = str(found)
        if options.thorough:
            environ["KRING_THOROUGH"] = "1"
        command = in_venv("pytest", *(f"tests/stories/{name}" for name in STORIES))
        code = run_shown(command, environ=environ)
        figures: dict[str, int] = json.loads(found.read_text()) if found.exists() else {}
    return _told(figures, code, options.json)


def _told(figures: Mapping[str, int], code: int, file: str | None) -> int:
    ordered = {name: figures.get(name) for name in FIGURES}
    say("\nkring probe:")
    for name, count in ordered.items():
        say(f"  {name:<16} {'not measured' if count is None else f'{count:,}'}")
    fine = code == 0 and None not in ordered.values() and not any(ordered[name] for name in MUST_BE_NONE)
    say("kring probe: " + ("nothing found" if fine else "something was FOUND, or could not be measured"))
    if file:
        Path(file).write_text(json.dumps({**ordered, "passed": fine}, indent=1) + "\n")
    return int(not fine)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./kring probe", description=__doc__, allow_abbrev=False)
    parser.add_argument("--json", metavar="FILE", help="write the figures to this file as well")
    parser.add_argument("--thorough", action="store_true", help="every verb by everybody, on every id: long")
    return parser
