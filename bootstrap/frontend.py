"""The few finished front-end files: brought by npm from the lock, copied under static/vendor/, never committed.

Nothing is built and nothing is fetched while Kring runs.
"""

import re
import shutil
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_quietly, step
from bootstrap.environment import stamp_of, stamped

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src" / "kring" / "site" / "static" / "vendor"
WANTED = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    **{
        f"fonts/{font}-latin-wght-{shape}.woff2": f"@fontsource-variable/{font}/files/{font}-latin-wght-{shape}.woff2"
        for font, shape in (
            ("atkinson-hyperlegible-next", "normal"),
            ("atkinson-hyperlegible-next", "italic"),
            ("bricolage-grotesque", "normal"),
            ("newsreader", "normal"),
            ("newsreader", "italic"),
        )
    },
    **{
        f"licences/{name}.txt": f"{package}/LICENSE"
        for name, package in (
            ("htmx", "htmx.org"),
            ("atkinson-hyperlegible-next", "@fontsource-variable/atkinson-hyperlegible-next"),
            ("bricolage-grotesque", "@fontsource-variable/bricolage-grotesque"),
            ("newsreader", "@fontsource-variable/newsreader"),
        )
    },
}
SOURCE_MAP = re.compile(rb"\s*(?://[#@]\s*sourceMappingURL=\S*|/\*[#@]\s*sourceMappingURL=.*?\*/)\s*$")


def bring_front_end() -> None:
    """Install the npm lock and copy the wanted files, unless both were done for this lock."""
    lock, stamp = ROOT / "package-lock.json", VENDOR / ".kring"
    recipe = (ROOT / "package.json", lock, Path(__file__))
    if stamped(stamp, *recipe) and all((VENDOR / name).is_file() for name in WANTED):
        return
    if shutil.which("npm") is None:
        raise Missing("npm is missing; it brings the fonts and htmx (on Debian: apt-get install npm).")
    with step("bringing fonts and htmx"):
        run_quietly(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            otherwise="npm could not install package-lock.json; is the package registry within reach?",
        )
        copy_wanted()
    stamp.write_text(stamp_of(*recipe))


def copy_wanted() -> None:
    """Copy each wanted file afresh; scripts lose the comment that names a source map we do not serve."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name, origin in WANTED.items():
        source, target = MODULES / origin, VENDOR / name
        if not source.is_file():
            raise Missing(f"the npm package no longer holds {origin}; bootstrap/frontend.py names it.")
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        target.write_bytes(SOURCE_MAP.sub(b"\n", content) if name.endswith((".js", ".css")) else content)
