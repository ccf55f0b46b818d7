"""`./kring demo`: a folder with the town of 1 March 2021 in it, and the pages on this machine.

What the town is stands in the product; here only the order of the steps.
"""

import argparse
import contextlib
import os
import shutil
import socket
import sqlite3
from pathlib import Path

from bootstrap.console import ROOT, Missing, run_shown, say, step
from bootstrap.environment import PYTHON, in_venv, install_packages, one_set_up_at_a_time
from bootstrap.frontend import bring_front_end
from bootstrap.registers import CASEWORK, NAMES, check_served, mark_folder

MARK = ".kring-demo"
TOWNS = {CASEWORK: "demo_town", "mediation": "demo_mediation", "sanctions": "demo_sanctions"}
"""register -> the command that founds its demo."""
OURS = (
    *("kring.sqlite3", "kring.sqlite3-wal", "kring.sqlite3-shm", "kring.sqlite3-journal"),
    *("server.key", "server.id", "personas.json", "runtime", "checkpoints", "ledger", "outbox"),
)


def run_demo(arguments: list[str]) -> int:
    """Set up, migrate, seed, print the council's figure, serve."""
    options = read_options(arguments)
    if not options.no_serve:
        check_port_is_free(options.port)
    folder = claim_folder(options.data, fresh=options.fresh)
    mark_folder(folder, options.register)
    check_served(folder)
    with one_set_up_at_a_time():
        install_packages()
        bring_front_end()
    environ = {**os.environ, "KRING_ORIGIN": f"http://127.0.0.1:{options.port}", "KRING_DATA": str(folder)}
    if environ.pop("KRING_DATABASE", ""):
        say("kring: the demo keeps its own SQLite in its folder; KRING_DATABASE is left alone.")
    with step("preparing the database"):
        code = run_shown(in_venv("kring", "migrate", "--verbosity", "0"), environ=environ)
    code = code or run_shown(in_venv("kring", TOWNS[options.register]), environ=environ)
    if code or options.no_serve:
        return code
    say(f"kring: serving on http://127.0.0.1:{options.port}/ (stop with Ctrl-C)")
    return serve(options.port, environ)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """The options of the demo; one register has its own folder and port, so that both can run beside each other."""
    parser = argparse.ArgumentParser(prog="./kring demo", description=__doc__)
    parser.add_argument("--register", choices=NAMES, default=CASEWORK, help=f"which register (default {CASEWORK})")
    parser.add_argument("--port", type=int, help="port on this machine (default 8000; 8001 and so on for a register)")
    parser.add_argument(
        "--data",
        type=Path,
        help="folder of the demo; may hold other files (default: KRING_DATA, else data/ in the checkout; "
        "for another register data-NAME/)",
    )
    parser.add_argument("--fresh", action="store_true", help="throw the demo in that folder away and begin again")
    parser.add_argument("--no-serve", action="store_true", help="stop after printing the figure")
    options = parser.parse_args(arguments)
    options.port = options.port or 8000 + NAMES.index(options.register)
    if options.register == CASEWORK:
        options.data = options.data or Path(os.environ.get("KRING_DATA") or ROOT / "data")
    options.data = options.data or ROOT / f"data-{options.register}"
    return options


def check_port_is_free(port: int) -> None:
    """Say it before the work, not after."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            raise Missing(f"port {port} is taken or not allowed; choose another with --port.") from None


def claim_folder(folder: Path, *, fresh: bool) -> Path:
    """Mark a folder as ours, and never touch a Kring in it that is no demo."""
    folder = folder.expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Missing(f"cannot make the folder {folder}; choose another with --data.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Missing(f"cannot write in {folder}; choose another folder with --data.")
    mark, present = folder / MARK, [folder / name for name in OURS if (folder / name).exists()]
    strange = [path.name for path in present if not mark.exists() and holds_something(path)]
    if strange:
        raise Missing(f"{folder} holds a {strange[0]} that no demo put there; choose another folder with --data.")
    if fresh:
        for path in present:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    mark.touch()
    return folder


def holds_something(path: Path) -> bool:
    """False for an empty folder or file, and for a database without a table: any command leaves those behind."""
    if path.is_dir():
        return any(path.iterdir())
    if path.suffix != ".sqlite3" or not path.stat().st_size:
        return path.stat().st_size > 0
    with contextlib.closing(sqlite3.connect(path)) as database:
        try:
            return bool(database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlite3.DatabaseError:
            return True


def serve(port: int, environ: dict[str, str]) -> int:
    """Become the web server: two workers, a bounded number of threads each; asked to stop, it is gone in ten seconds.

    Without that bound a browser that keeps its connection keeps a worker, and the command that stops it waits for ever.
    """
    command = in_venv("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port))
    command += ["--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--backlog", "256", "--no-ws"]
    command += ["--workers-kill-timeout", "10", "--http", "1", "--log-level", "warning", "kring.site.wsgi:application"]
    os.chdir(ROOT)
    os.execve(PYTHON, command, environ)  # noqa: S606  no shell is wanted
