"""The manifest of a back-up: what is in it, of which instance and version, under a MAC of the key file."""

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kring.vault.primitives import mac, same
from kring.vault.server_keys import ServerKeys

NAME = "manifest.json"


class Unfit(Exception):
    """A back-up that cannot be made or put back; the sentence may be shown."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a back-up holds. `journal`: entries and hex root at that moment; `files`: name -> size and SHA-256.

    register: which one it is of; a back-up of before there were several says nothing, and is of casework.
    """

    instance: str
    made_at: str
    version: str
    engine: str
    database: str
    migrations: list[str]
    journal: tuple[int, str]
    ledger: int
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    kring_backup: int = 1
    register: str = "support"

    def write(self, folder: Path, keys: ServerKeys) -> None:
        """Into the folder, with the MAC of the instance's key file."""
        body = asdict(self)
        body["mac"] = base64.b64encode(_mac(body, keys, keys.current)).decode()
        with new_file(folder / NAME) as descriptor:
            os.write(descriptor, json.dumps(body, indent=1, sort_keys=True).encode() + b"\n")

    @classmethod
    def read(cls, folder: Path) -> tuple["Manifest", dict[str, Any]]:
        """The manifest of a back-up, and the same as it stands there. Raises `Unfit`."""
        try:
            body = json.loads((folder / NAME).read_text())
            known = {**body, "journal": tuple(body["journal"])}
            known.pop("mac")
            if body["kring_backup"] != 1:
                raise Unfit("This back-up was made by a newer Kring: put it back with that one.")
            return cls(**known), body
        except (OSError, ValueError, KeyError, TypeError):
            raise Unfit(f"{folder} is no back-up of Kring: it holds no {NAME} that can be read.") from None


def check_files(folder: Path, manifest: Manifest) -> None:
    """Hold every file against its size and hash. Raises `Unfit`."""
    for name, wanted in manifest.files.items():
        path = folder / name
        if not path.is_file() or fingerprint(path) != wanted:
            raise Unfit(f"The file {name} of this back-up is missing or damaged: nothing was put back.")


def check_mac(body: dict[str, Any], keys: ServerKeys) -> None:
    """Whether this key file belongs to the back-up, and the manifest is as it was made. Raises `Unfit`."""
    if body["instance"] != keys.instance:
        raise Unfit("This key file belongs to another installation than the back-up.")
    stored = base64.b64decode(body["mac"])
    if not stored or stored[0] > keys.current or not same(_mac(body, keys, stored[0]), stored):
        raise Unfit("The manifest of this back-up was changed, or the key file is older than it: nothing was put back.")


def fingerprint(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file."""
    with path.open("rb") as file:
        return {"size": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


@contextmanager
def new_file(path: Path) -> Iterator[int]:
    """A new file that nobody else may read, on the disk at the end."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        yield descriptor
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_file(source: Path, to: Path) -> None:
    """Copy a small file, readable to nobody else."""
    with new_file(to) as descriptor:
        os.write(descriptor, source.read_bytes())


def settle(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mac(body: dict[str, Any], keys: ServerKeys, number: int) -> bytes:
    plain = json.dumps({name: said for name, said in body.items() if name != "mac"}, sort_keys=True)
    return bytes([number]) + mac(keys.of("backup", number), plain.encode())
