"""SQLite: the online back-up API copies one moment while others write; a copy is put back beside, then swapped in."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from kring.site.backup.manifest import Unfit, new_file, settle
from kring.site.backup.standstill import Standstill, StillRunning
from kring.vault import journal
from kring.vault.merkle import Frontier

NAME = "database.sqlite3"


def dump(to: Path) -> Frontier:
    """Copy the database as it is at one moment into the new file `to`; the journal's frontier at that moment."""
    with new_file(to):
        pass
    with closing(sqlite3.connect(_place(), timeout=20)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)  # in one step: with steps every write of somebody else begins it anew
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise Unfit("The copy of the database is damaged: no back-up was made.")
        row = copy.execute("SELECT frontier FROM vault_journalhead WHERE id = 1").fetchone()
    with to.open("rb") as file:
        os.fsync(file.fileno())
    return Frontier() if row is None else journal.genuine_head(row[0])


def living() -> bool:
    """Whether there is a database with anything of Kring in it."""
    if not _place().exists():
        return False
    with closing(sqlite3.connect(_place(), timeout=0)) as database:
        try:
            return bool(database.execute("SELECT count(*) FROM vault_principal").fetchone()[0])
        except sqlite3.OperationalError:
            return False


@contextmanager
def put_back(copy: Path, standstill: Standstill) -> Iterator[None]:
    """Inside, Django works on a new file with the copy's content; at the end it takes the place of the database.

    Until then the database that is there stays as it is. Raises `StillRunning` when somebody has it open.
    """
    place = _place()
    _check_alone(place)
    beside = place.with_suffix(".restoring")
    for path in _with_company(beside):
        path.unlink(missing_ok=True)
    with new_file(beside) as descriptor, copy.open("rb") as source:
        while piece := source.read(1 << 20):
            os.write(descriptor, piece)
    with _working_on(beside):
        yield
    with closing(sqlite3.connect(beside)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    standstill.begun = True
    for path in _with_company(place)[1:]:
        path.unlink(missing_ok=True)
    beside.replace(place)
    settle(place.parent)


@contextmanager
def _working_on(path: Path) -> Iterator[None]:
    named = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = path
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = named


def _check_alone(place: Path) -> None:
    """Leaving WAL needs the database for oneself: that is how we know that nobody has it open."""
    connection.close()
    if not place.exists():
        return
    with closing(sqlite3.connect(place, timeout=0)) as database:
        try:
            mode = database.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            mode = ""
    if mode != "delete":
        raise StillRunning("Somebody has the database open: stop Kring and its commands first.")


def _place() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _with_company(place: Path) -> list[Path]:
    return [place, *(place.with_name(f"{place.name}{tail}") for tail in ("-wal", "-shm", "-journal"))]
