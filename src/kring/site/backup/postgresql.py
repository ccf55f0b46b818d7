"""PostgreSQL: pg_dump's custom format of one moment; put back by pg_restore in one transaction."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from kring.site.backup.manifest import Unfit, new_file
from kring.site.backup.standstill import Standstill, StillRunning
from kring.vault import journal
from kring.vault.merkle import Frontier

NAME = "database.pgdump"
DEBIAN = Path("/usr/lib/postgresql")


def dump(to: Path) -> Frontier:
    """Dump the database as it is at one moment into the new file `to`; the journal's frontier at that moment."""
    with new_file(to):
        pass
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone() or [""]
        frontier = journal.head()
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={to}")
    with to.open("rb") as file:
        os.fsync(file.fileno())
    return frontier


def living() -> bool:
    """Whether there is anything of Kring in the database."""
    with connection.cursor() as cursor:
        if "vault_principal" not in connection.introspection.table_names(cursor):
            return False
        cursor.execute("SELECT EXISTS (SELECT 1 FROM vault_principal)")
        return bool((cursor.fetchone() or [False])[0])


@contextmanager
def put_back(copy: Path, standstill: Standstill) -> Iterator[None]:
    """Put the dump back, then work on it inside. Raises `StillRunning` when somebody else is connected."""
    _check_alone()
    _run("pg_restore", "--list", str(copy))  # a dump that cannot be read must not cost the tables that are there
    standstill.begun = True
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
    connection.close()
    into = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run("pg_restore", *into, f"--dbname={_address()}", str(copy))
    yield


def _check_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        if (cursor.fetchone() or [0])[0]:
            raise StillRunning("Somebody is connected to the database: stop Kring and its commands first.")


def _run(program: str, *options: str) -> None:
    """Run one of PostgreSQL's programs on our database; its messages name tables only, never content."""
    password = str(connection.settings_dict["PASSWORD"])
    address = () if program == "pg_restore" else (f"--dbname={_address()}",)
    command = [_found(program), "--no-password", *options, *address]
    if "--list" in options:
        command.remove("--no-password")
    environ = {**os.environ, "LC_ALL": "C.UTF-8"} | ({"PGPASSWORD": password} if password else {})
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, umask=0o077)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        said = next((line for line in lines if "error:" in line), lines[-1] if lines else "no message")
        raise Unfit(f"{program} did not manage: {said}")


def _address() -> str:
    """Where the database is, without the password: command lines can be seen by others."""
    from psycopg.conninfo import make_conninfo
    from psycopg.pq import Conninfo

    chosen, known = connection.settings_dict, {one.keyword.decode() for one in Conninfo.get_defaults()}
    named = {"dbname": chosen["NAME"], "user": chosen["USER"], "host": chosen["HOST"], "port": chosen["PORT"]}
    options = {key: value for key, value in chosen["OPTIONS"].items() if key in known}  # the rest is for the driver
    return make_conninfo("", **{key: value for key, value in (named | options).items() if value})


def _found(program: str) -> str:
    """The program on PATH, else the newest version Debian keeps. Raises `Unfit`."""
    on_path = shutil.which(program)
    if on_path and Path(on_path).resolve().name == program:
        return on_path
    versions = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]), reverse=True)
    if not versions and not on_path:
        raise Unfit(f"{program} is missing (on Debian: apt-get install postgresql-client).")
    return str(versions[0]) if versions else str(on_path)
