"""Whether a folder may take a town: never one that people work in, never the same town twice, never half a town."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kring.team import clock
from kring.team.models import Colleague, Demo
from kring.vault import server_keys
from kring.vault.acts import acting

FOLDERS = ("runtime", "checkpoints", "ledger", "outbox")
FILES = ("kring.sqlite3", "kring.sqlite3-wal", "kring.sqlite3-shm", "kring.sqlite3-journal", "server.key")


class NotHere(Exception):
    """The folder cannot take a town; the sentence may be shown."""


def holds_town() -> bool:
    """True when a whole town stands here, False when there is room for one. Raises `NotHere`."""
    if not _has_tables():
        call_command("migrate", verbosity=0)
    demo: Demo | None = Demo.objects.first()
    if demo is None:
        if Colleague.objects.exists():
            raise NotHere("People work in this Kring: it is no demo, and nothing was done.")
        return False
    if demo.verified().founded_at is None:
        raise NotHere("A town was being founded here and did not get finished: begin again with --fresh.")
    return True


def begin_afresh() -> None:
    """Throw a demo away, so that its folder is empty again. Raises `NotHere` for anything but a demo."""
    if _has_tables() and Colleague.objects.exists() and Demo.objects.first() is None:
        raise NotHere("People work in this Kring: it is no demo, and nothing was thrown away.")
    if connection.vendor != "sqlite":
        raise NotHere("Only a demo in SQLite can begin afresh by itself: drop the database and its folder yourself.")
    connection.close()
    folder = Path(settings.KRING_DATA)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (*FILES, clock.PERSONAS):
        (folder / name).unlink(missing_ok=True)
    server_keys.forget()


def finish() -> None:
    """Mark the town as whole."""
    with acting("demo.founded", by="system") as act:
        act.change(Demo.objects.get(), founded_at=timezone.now())


def _has_tables() -> bool:
    return Demo._meta.db_table in connection.introspection.table_names()
