"""The one key file outside the database: pepper, row MAC, journal MAC and signing key, glass, outbox.

The file holds an instance id and numbered master secrets; all working keys are derived from the newest one by purpose,
MACs remember the number, so the file can rotate. It refuses to be read by others. Losing it costs: passwords
(paper codes too), glass and timed envelopes, and the proof of rows; never the content held by a passkey.
"""

import base64
import json
import os
import secrets
import stat
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kring.vault.primitives import Key, derive, sign, signer_of


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


@cache
def _cached(folder: str | Path) -> ServerKeys:
    file = Path(folder) / "server.key"
    if not file.exists():
        try:
            return create(file)
        except FileExistsError:
            pass  # another process was first
    return read(file)


def server_keys() -> ServerKeys:
    """The key file of this instance, read once a process; made at the first start."""
    return _cached(settings.KRING_DATA)


def forget() -> None:
    """Drop the cached key file (tests, rotation)."""
    _cached.cache_clear()


def django_secret() -> str:
    """Django's SECRET_KEY for this instance: derived, never written in settings."""
    return server_keys().of("django").hex()
