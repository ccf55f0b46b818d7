"""A PostgreSQL for the length of a test run: found, else installed, started in a temporary folder, stopped after.

PostgreSQL refuses to run as root, so root starts it as another user. Nothing of it is durable: it is for tests.
"""

import contextlib
import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from bootstrap.console import Missing
from bootstrap.debian import install_with_apt

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "autovacuum": "off",  # in the middle of a test it counts no rows, and every plan after that reads whole tables
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "log_min_messages": "panic",
}


@contextlib.contextmanager
def postgresql_for_tests() -> Iterator[str]:
    """The URL of a server that is there for us: KRING_TEST_DATABASE, else one of our own.

    Raises: Missing, with the sentence why there is none.
    """
    given = os.environ.get("KRING_TEST_DATABASE")
    if given:
        yield given
        return
    programs, account = find_programs(), account_to_run_as()
    with tempfile.TemporaryDirectory(prefix="kring-pg-") as name:
        folder, password = Path(name), secrets.token_urlsafe(24)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        create_cluster(programs, folder, password, account)
        server, port = start_server(programs, folder, account)
        try:
            yield f"postgresql://kring:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # "fast" shutdown: do not wait for clients
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.send_signal(signal.SIGQUIT)
                server.wait(20)


def find_programs() -> Path:
    """The folder with initdb and postgres; newest version first, apt as the last resort."""
    for attempt in ("as it is", "after apt"):
        on_path = shutil.which("initdb")
        folders = [Path(on_path).resolve().parent] if on_path else []
        folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin_: bin_.parent.name, reverse=True)
        for folder in folders:
            if (folder / "initdb").exists() and (folder / "postgres").exists():
                return folder
        if attempt == "as it is":
            install_with_apt("postgresql")
    raise Missing("no PostgreSQL was found, nor could one be installed.")


def account_to_run_as() -> pwd.struct_passwd | None:
    """None when we may run it ourselves; for root an account without rights."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise Missing("PostgreSQL cannot run as root and there is no account postgres or nobody to run it as.")


def create_cluster(programs: Path, folder: Path, password: str, account: pwd.struct_passwd | None) -> None:
    """Run initdb, with one superuser behind a random password."""
    secret = folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if account:
        os.chown(secret, account.pw_uid, account.pw_gid)
    command = [str(programs / "initdb"), "-D", str(folder / "cluster"), "-U", "kring", "--pwfile", str(secret)]
    command += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=bare_environ(), **as_account(account)
    )
    secret.unlink()
    if done.returncode:
        raise Missing(f"initdb failed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no message'}")


def start_server(
    programs: Path, folder: Path, account: pwd.struct_passwd | None
) -> tuple[subprocess.Popen[bytes], int]:
    """Start on a free loopback port, and wait until it answers; it ends when we end, however we end."""
    port, log = free_port(), (folder / "log").open("wb")
    command = [str(programs / "postgres"), "-D", str(folder / "cluster"), "-p", str(port), "-k", str(folder)]
    for name, value in SETTINGS.items():
        command += ["-c", f"{name}={value}"]
    server = subprocess.Popen(
        command,
        stdout=log,
        stderr=log,
        cwd=folder,
        env=bare_environ(),
        start_new_session=True,
        preexec_fn=end_with_parent,  # noqa: PLW1509  the bootstrap has no threads
        **as_account(account),
    )
    ready = folder / "cluster" / "postmaster.pid"
    for _ in range(600):
        if ready.exists() and ready.read_text().rstrip().endswith("ready"):
            return server, port
        if server.poll() is not None:
            break
        time.sleep(0.05)
    server.kill()
    raise Missing(f"PostgreSQL did not start: {(folder / 'log').read_text(errors='replace')[-300:].strip()}")


class Identity(TypedDict, total=False):
    """Arguments of subprocess that make a child somebody else."""

    user: int
    group: int
    extra_groups: list[int]


def as_account(account: pwd.struct_passwd | None) -> Identity:
    """Become that account, with none of our groups; without one stay who we are."""
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}


def bare_environ() -> dict[str, str]:
    """No PG* settings of the person at the terminal."""
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}


def end_with_parent() -> None:
    """Ask Linux to stop this child when `./kring` dies; elsewhere it is stopped by the normal path only."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def free_port() -> int:
    """A port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
