"""The one key file outside the database: pepper, row MAC, journal MAC and signing key, glass, outbox.

The file holds an instance id and numbered master secrets; all working keys are derived from the newest one by purpose,
MACs remember the number, so the file can rotate. It refuses to be read by others, and no new one is made where there
was one: its instance stands in every context, so without a copy of it nothing opens (docs/how-to).
"""

import base64
import json
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kring.vault.primitives import Key, derive, sign, signer_of

REMEMBERED = "server.id"
"""Beside the key file: its instance and public key, so that nobody makes a new one over what the old one opens."""


@dataclass(frozen=True, eq=False)
class ServerKeys:
    """The parsed key file. `instance` is random and stands in every context and MAC."""

    instance: str
    masters: tuple[bytes, ...]

    @property
    def current(self) -> int:
        """Number of the newest master secret (one byte)."""
        return len(self.masters) - 1

    @lru_cache(maxsize=256)  # noqa: B019  one object a process
    def of(self, purpose: str, number: int | None = None) -> Key:
        """The working key for `purpose` under master `number` (default: the newest)."""
        return derive(self.masters[self.current if number is None else number], f"server/{purpose}")

    def sign(self, message: bytes) -> bytes:
        """Sign with the instance's journal key."""
        return sign(self.of("signing", 0), message)

    def signer(self) -> bytes:
        """The public half of the signing key: the DPO keeps it at home."""
        return signer_of(self.of("signing", 0))


def key_file() -> Path:
    """Where the key file lies: beside the database, never in it."""
    return Path(settings.KRING_DATA) / "server.key"


def create(path: Path | None = None) -> ServerKeys:
    """Make a new key file with mode 0600; refuses to overwrite one."""
    path = path or key_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    body = {
        "kring_server_key": 1,
        "instance": secrets.token_hex(8),
        "masters": [base64.b64encode(secrets.token_bytes(32)).decode()],
    }
    whole = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(body, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(whole, path)  # whole or not at all, and never over an existing one
    finally:
        whole.unlink()
    return read(path)


def read(path: Path) -> ServerKeys:
    """Parse the key file. Raises ImproperlyConfigured when others may read it."""
    status = path.stat()
    if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ImproperlyConfigured("The server key file may be read by others: chmod 600 it first.")
    body = json.loads(path.read_text())
    return ServerKeys(body["instance"], tuple(base64.b64decode(master) for master in body["masters"]))


class KeyFileGone(ImproperlyConfigured):
    """There was a key file and it is gone, or it is another one. A new one would open nothing, so none is made."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered beside the key file, and is no secret: to know it again, and that there was one.

    signer: the public half of its signing key; masters: how many it held at least.
    """

    instance: str
    signer: str
    masters: int

    @classmethod
    def of(cls, keys: ServerKeys) -> "Known":
        """What would be remembered of this file."""
        return cls(keys.instance, keys.signer().hex(), len(keys.masters))

    def fits(self, keys: ServerKeys) -> bool:
        """Whether it is that file, not older than it was."""
        now = Known.of(keys)
        return (now.instance, now.signer) == (self.instance, self.signer) and now.masters >= self.masters


def remembered(folder: Path) -> Known | None:
    """What is known of the key file of a folder, or None when none was ever used there."""
    path = folder / REMEMBERED
    return Known(**json.loads(path.read_text())) if path.exists() else None


def forget_known(folder: Path) -> None:
    """Another installation comes into this folder: what was known of the key file of before is over."""
    (folder / REMEMBERED).unlink(missing_ok=True)


def _remember(folder: Path, keys: ServerKeys) -> None:
    now = Known.of(keys)
    if remembered(folder) != now:
        whole = folder / f"{REMEMBERED}.{os.getpid()}"
        whole.write_text(json.dumps({"instance": now.instance, "signer": now.signer, "masters": now.masters}))
        whole.replace(folder / REMEMBERED)


@cache
def _cached(folder: str | Path) -> ServerKeys:
    file, known = Path(folder) / "server.key", remembered(Path(folder))
    if not file.exists():
        if known is not None:
            raise KeyFileGone(f"The key file {file} is gone. Put its copy back: docs/how-to/the-key-file-is-lost.md")
        with suppress(FileExistsError):  # another process was first
            create(file)
    keys = read(file)
    if known is not None and not known.fits(keys):
        raise KeyFileGone(f"{file} is not the key file of this installation: docs/how-to/the-key-file-is-lost.md")
    _remember(file.parent, keys)
    return keys


def server_keys() -> ServerKeys:
    """The key file of this instance, read once a process; made at the first start."""
    return _cached(settings.KRING_DATA)


def forget() -> None:
    """Drop the cached key file (tests, rotation)."""
    _cached.cache_clear()


def django_secret() -> str:
    """Django's SECRET_KEY for this instance: derived, never written in settings."""
    return server_keys().of("django").hex()
