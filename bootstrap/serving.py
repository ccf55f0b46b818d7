"""`./kring init` and `./kring serve`: a real installation in a folder of its own, never in that of a demo.

What is founded stands in the product; here only the order of the steps.
"""

import argparse
import os
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_shown, say, step
from bootstrap.demo import MARK, check_port_is_free, serve
from bootstrap.environment import in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end
from bootstrap.registers import check_served


def run_init(arguments: list[str]) -> int:
    """Set up, migrate, ask, found. Further options go to the product's own `init`."""
    options, rest = _options("init").parse_known_args(arguments)
    environ = _environ(_folder(options.data))
    _set_up()
    with step("preparing the database"):
        code = run_shown(in_venv("kring", "migrate", "--verbosity", "0"), environ=environ)
    return code or run_shown(in_venv("kring", "init", *rest), environ=environ)


def run_serve(arguments: list[str]) -> int:
    """Bring the tables up to date and serve this machine, behind the city's own proxy."""
    parser = _options("serve")
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default 8000)")
    options = parser.parse_args(arguments)
    check_port_is_free(options.port)
    folder = _folder(options.data)
    if not (folder / "server.key").exists() and (folder / "server.id").exists():
        raise Missing(f"the key file in {folder} is gone. What to do: docs/how-to/the-key-file-is-lost.md")
    if not (folder / "server.key").exists():
        raise Missing(f"nothing is installed in {folder}; begin with ./kring init.")
    check_served(folder)
    environ = _environ(folder)
    _set_up()
    if code := run_shown(in_venv("kring", "migrate", "--verbosity", "0"), environ=environ):
        return code
    said = environ.get("KRING_ORIGIN") or f"http://localhost:{options.port}, this machine alone"
    say(f"kring: serving {said}; the city's proxy finds it on 127.0.0.1:{options.port} (stop with Ctrl-C)")
    return serve(options.port, environ)


def _options(verb: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"./kring {verb}", description=__doc__, add_help=verb == "serve")
    default = Path(os.environ.get("KRING_DATA") or ROOT / "installation")
    parser.add_argument("--data", type=Path, default=default, help="folder (default: KRING_DATA, else installation/)")
    return parser


def _folder(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    if (folder / MARK).exists():
        raise Missing(f"{folder} is the folder of a demo; choose another with --data.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Missing(f"cannot make the folder {folder}; choose another with --data.") from None
    return folder


def _environ(folder: Path) -> dict[str, str]:
    return {**os.environ, "KRING_DATA": str(folder)}


def _set_up() -> None:
    with one_set_up_at_a_time():
        install_packages()
        bring_front_end()
