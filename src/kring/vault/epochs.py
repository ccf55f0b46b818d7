"""Epoch secrets: small runtime files without which no stored session opens. Never in the database, never backed up.

A new one every two hours; one is destroyed ten hours after its time, when no session of it can still live.
"""

import os
import secrets
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kring.vault.kdf import runtime_folder
from kring.vault.primitives import Key

EPOCH_SECONDS = 2 * 3600
LIFE_SECONDS = 10 * 3600


def current_epoch() -> str:
    """The name of the present epoch; makes its secret and destroys the ones that are past their life."""
    now = int(time.time())
    name = f"epoch-{now // EPOCH_SECONDS}"
    path = runtime_folder() / name
    if not path.exists():
        _make(path)
        _destroy_old(now)
    return name


def epoch_secret(name: str) -> Key | None:
    """The secret of an epoch, or None when it is gone."""
    if not name.startswith("epoch-") or not name[6:].isdigit():
        return None
    try:
        return _read(str(settings.KRING_DATA), name, int(time.time()) // 60)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=32)
def _read(data: str, name: str, minute: int) -> Key:
    """Read at most once a minute, so that a destroyed secret stays known no longer than that.

    That there is none is not remembered: it may be made in the next moment (a back-up that was just restored).
    """
    return Key((runtime_folder() / name).read_bytes())


def _make(path: Path) -> None:
    whole = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
    try:
        os.link(whole, path)
    except FileExistsError:
        pass  # another process made it in the same moment; its secret is the one
    finally:
        whole.unlink()


def _destroy_old(now: int) -> None:
    for path in runtime_folder().glob("epoch-*"):
        number = path.name[6:]
        if number.isdigit() and (int(number) + 1) * EPOCH_SECONDS + LIFE_SECONDS < now:
            path.unlink(missing_ok=True)
