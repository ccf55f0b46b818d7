"""The ledger: what was destroyed or taken away, in a file outside the database, so that no back-up brings it back.

Ids alone, one line an act, written when the act is committed; each line carries a MAC over itself and the line before,
so that an edited or missing line shows. Putting back what a line says is replay.py; the copy elsewhere is `ship`.
The journal entry of the act holds the same, so a line lost between commit and file is caught up with.
"""

import base64
import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.conf import settings

from kring.vault import journal
from kring.vault.models import JournalEntry
from kring.vault.primitives import encode, mac, same
from kring.vault.refusals import VaultError
from kring.vault.server_keys import server_keys

NAME = "ledger.log"
VOUCHED = "kring-ledger"


class What(StrEnum):
    """What happened to the thing a line names."""

    SHREDDED = "shredded"
    ERASED = "erased"
    ROTATED = "rotated"
    WITHDRAWN = "withdrawn"
    SLOT_REMOVED = "slot_removed"
    STATE = "state"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that must stay as it is, whatever is put back.

    id: of a lock, row, slot, principal, fact. of: table of an erased row, holder of a withdrawn key, state of a person.
    into: a lock its content moved under: it is gone when that one is. generation: the lock's or principal's, after it.
    """

    what: What
    id: str
    of: str = ""
    into: str = ""
    generation: int = 0

    def listed(self) -> list[str | int]:
        """As it stands in the file and in the journal."""
        return [self.what.value, self.id, self.of, self.into, self.generation]

    @classmethod
    def read(cls, listed: Sequence[Any]) -> "Taken":
        """The same, back."""
        what, *rest = listed
        return cls(What(what), *rest)


class BrokenLedger(VaultError):
    """A line of the ledger was edited, or one before it is gone."""

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} of the ledger was edited, or a line before it is missing.")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole ledger as read. taken: entry of the journal -> what it took. marks: the MAC of each line.

    complete: how many entries of the journal it covers. lives: how often a back-up was put back.
    """

    taken: dict[str, list[Taken]]
    marks: list[bytes]
    complete: int = 0
    lives: int = 0

    @property
    def size(self) -> int:
        """Number of lines."""
        return len(self.marks)

    def vouched(self) -> str:
        """The line by which a signed checkpoint vouches for it: how long it is, how it ends, how often put back."""
        return f"{VOUCHED} {self.size} {self.marks[-1].hex() if self.marks else '-'} {self.lives}"

    def holds(self, vouched: str) -> bool:
        """Whether it still is what a checkpoint vouched for, or that and more."""
        _, size, mark, _ = vouched.split(" ")
        return size == "0" or (int(size) <= self.size and self.marks[int(size) - 1].hex() == mark)

    def gone(self) -> Iterator[Taken]:
        """What must be gone or shut, oldest first: what moved into a lock goes with that lock."""
        everything = [one for taken in self.taken.values() for one in taken]
        shredded = {one.id for one in everything if one.what is What.SHREDDED and not one.into}
        while True:
            more = {one.id for one in everything if one.what is What.SHREDDED and one.into in shredded} - shredded
            if not more:
                break
            shredded |= more
        yield from (one for one in everything if not one.into or one.into in shredded)


def file() -> Path:
    """Where the ledger lies: outside the database, in a folder of its own."""
    return Path(settings.KRING_DATA) / "ledger" / NAME


def append(entry: str, taken: Iterable[Taken]) -> None:
    """Write one line for one journal entry, on the disk when this returns."""
    _append([{"entry": entry, "taken": [one.listed() for one in taken]}])


def read(path: Path | None = None) -> Ledger:
    """Every line, checked; an absent file is an empty ledger. Raises `BrokenLedger`."""
    taken: dict[str, list[Taken]] = {}
    marks: list[bytes] = []
    complete, lives, before = 0, 0, b""
    path = path or file()
    for number, line in enumerate(path.read_bytes().splitlines(keepends=True) if path.exists() else (), 1):
        if not line.endswith(b"\n"):
            break  # torn while it was written: never acknowledged, and in the journal
        stamp, body = _parted(line, number)
        if not same(_mac(before, body, stamp[0]), stamp):
            raise BrokenLedger(number)
        before = stamp
        marks.append(stamp)
        said = json.loads(body)
        complete, lives = said.get("complete", complete), lives + said.get("begins", 0)
        if "entry" in said:
            taken.setdefault(said["entry"], []).extend(Taken.read(one) for one in said["taken"])
    return Ledger(taken, marks, complete, lives)


def catch_up() -> Ledger:
    """Write the lines that the journal knows and the file does not: a process died between commit and file.

    An entry somebody planted or edited is passed over: its line would destroy what a back-up brings back.
    """
    ledger = read()
    bodies, size = [], ledger.complete
    entries = JournalEntry.objects.filter(index__gte=ledger.complete, text__isnull=False).order_by("index")
    for written in entries.iterator(2000):
        text, size = bytes(written.text or b""), (written.index or 0) + 1
        if b'"ledger"' not in text or not journal.genuine(written):
            continue
        said = json.loads(text)
        entry = f"{said['boot']}/{said['counter']}"
        if entry not in ledger.taken:
            bodies.append({"entry": entry, "taken": said["ledger"]})
    if size == ledger.complete:
        return ledger
    _append([*bodies, {"complete": size}])
    return read()


def begin_again_at(size: int) -> None:
    """Say that the journal has so many entries after a back-up was put back; what is lost stays in the ledger."""
    _append([{"complete": size, "begins": 1}])


def ship(to: Path) -> bool:
    """Bring the copy in folder `to` up to date; whether there was anything to bring."""
    source, copy = file(), to / NAME
    if not source.exists() or (copy.exists() and copy.stat().st_size == source.stat().st_size):
        return False
    whole = to / f"{NAME}.{os.getpid()}"
    with (
        os.fdopen(os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out,
        source.open("rb") as into,
    ):
        shutil.copyfileobj(into, out)
        out.flush()
        os.fsync(out.fileno())
    whole.replace(copy)
    return True


def _append(bodies: Iterable[dict[str, Any]]) -> None:
    with _locked() as descriptor:
        before, lines = _last(descriptor), []
        for said in bodies:
            body = json.dumps(said, separators=(",", ":"), sort_keys=True).encode()
            before = _mac(before, body, server_keys().current)
            lines.append(base64.b64encode(before) + b" " + body + b"\n")
        os.write(descriptor, b"".join(lines))
        os.fsync(descriptor)


@contextmanager
def _locked() -> Iterator[int]:
    """The file, open at its end, with nobody else writing."""
    path = file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _last(descriptor: int) -> bytes:
    """The MAC of the last whole line; a torn one after it is cut off."""
    size, reach, tail = os.fstat(descriptor).st_size, 0, b""
    while reach < size and tail.count(b"\n") < 2:
        reach = min(size, max(4096, reach * 2))
        tail = os.pread(descriptor, reach, size - reach)
    whole = tail[: tail.rfind(b"\n") + 1]
    if len(whole) < len(tail):
        os.ftruncate(descriptor, size - len(tail) + len(whole))
    return base64.b64decode(whole.splitlines()[-1].split(b" ")[0]) if whole else b""


def _parted(line: bytes, number: int) -> tuple[bytes, bytes]:
    stamp, _, body = line.rstrip(b"\n").partition(b" ")
    try:
        raw = base64.b64decode(stamp, validate=True)
    except ValueError:
        raise BrokenLedger(number) from None
    if len(raw) != 33 or raw[0] > server_keys().current:
        raise BrokenLedger(number)
    return raw, body


def _mac(before: bytes, body: bytes, number: int) -> bytes:
    keys = server_keys()
    return bytes([number]) + mac(keys.of("ledger", number), encode(keys.instance, before, body))
