"""Standing still: nobody serves, and no command runs, while a back-up is being put back.

A server holds a shared lock on a runtime file as long as it lives; a restore takes it alone. A mark in the data folder
outlives a restore that broke off, so that a database which was not brought up to the ledger is never served.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kring.vault.kdf import runtime_folder

_held: list[int] = []


class StillRunning(Exception):
    """Somebody serves or uses the installation; the sentence may be shown."""


def mark() -> Path:
    """Present while a restore is under way, and after one that did not come to its end."""
    return Path(settings.KRING_DATA) / "restoring"


def serve() -> None:
    """Say that this process serves, until it ends. Raises ImproperlyConfigured while a restore is under way."""
    if not _held:
        descriptor = os.open(_file(), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise ImproperlyConfigured("A back-up is being put back here: start again when that is done.") from None
        _held.append(descriptor)
    if mark().exists():
        raise ImproperlyConfigured("A back-up was not put back to the end: run the restore again.")


@dataclass
class Standstill:
    """Whether the database that was there is gone already, so that there is no way back."""

    begun: bool = False


@contextmanager
def standing_still() -> Iterator[Standstill]:
    """Be the only one; the mark stays when what is done inside breaks off half way. Raises `StillRunning`."""
    descriptor = os.open(_file(), os.O_RDWR | os.O_CREAT, 0o600)
    standstill = Standstill(begun=mark().exists())
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StillRunning("Kring is being served from this folder: stop it first.") from None
        mark().touch(mode=0o600)
        yield standstill
        mark().unlink()
    except BaseException:
        if not standstill.begun:
            mark().unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def _file() -> Path:
    return runtime_folder() / "serving.lock"
