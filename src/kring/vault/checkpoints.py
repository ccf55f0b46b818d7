"""Checkpoints, exports and the check of the journal on the spot.

A checkpoint says "at this size the tree had this root", signed, in a file outside the database; the DPO keeps copies at
home. `verify` recomputes everything here; `tools/verify_journal.py` does so from an export with no Kring at all.
"""

import base64
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kring.vault import journal, ledger
from kring.vault.merkle import Frontier, leaf_hash
from kring.vault.models import JournalEntry
from kring.vault.notes import BrokenNote, Checkpoint, NoteKey, NotVouchedFor, open_checkpoint, sign_checkpoint
from kring.vault.primitives import verify as verify_signature
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

UNDER_WAY = 8
"""So many of a process's last numbers may still be on their way to be committed: a gap there is no finding yet."""


def folder() -> Path:
    """Where checkpoints lie: outside the database."""
    path = Path(settings.KRING_DATA) / "checkpoints"
    path.mkdir(parents=True, exist_ok=True)
    return path


def note_key() -> NoteKey:
    """The public key that the DPO keeps."""
    keys = server_keys()
    return NoteKey(f"kring/{keys.instance}", keys.signer())


def make_checkpoint() -> Path:
    """Take what is pending into the tree and write a signed checkpoint; returns its file."""
    while journal.seal_pending():
        pass
    vouched = ledger.catch_up().vouched()
    frontier, key = journal.head(), note_key()
    checkpoint = Checkpoint(key.name, frontier.size, frontier.root(), (vouched,))
    note = sign_checkpoint(checkpoint, key=key, sign=server_keys().sign)
    path = folder() / f"{frontier.size:012d}.note"
    whole = path.with_suffix(f".{os.getpid()}")
    whole.write_text(note)
    whole.replace(path)
    return path


def ship(to: Path) -> None:
    """Bring the copies of the ledger and of the checkpoints in another place up to date."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    ledger.ship(to)
    there = {path.read_text() for path in to.glob("*.note")}
    for path, checkpoint in kept():
        if checkpoint and path.read_text() not in there:
            name = f"{path.stem}-{checkpoint.root.hex()[:8]}"  # after a restore two may be of one size
            whole = to / f"{name}.{os.getpid()}"
            whole.write_text(path.read_text())
            whole.replace(to / f"{name}.note")


def take_in(note: Path) -> bool:
    """Keep a checkpoint that somebody brings from home; whether it is ours."""
    try:
        checkpoint = open_checkpoint(note.read_text(), key=note_key(), verify=_verify)
    except (BrokenNote, NotVouchedFor, OSError, UnicodeDecodeError):
        return False
    path = folder() / f"{checkpoint.size:012d}.note"
    if not path.exists():
        path.write_text(note.read_text())
    return True


def kept() -> list[tuple[Path, Checkpoint | None]]:
    """The checkpoints on file, oldest first; None where one is not ours or broken."""
    key = note_key()
    found: list[tuple[Path, Checkpoint | None]] = []
    for path in sorted(folder().glob("*.note")):
        try:
            checkpoint = open_checkpoint(path.read_text(), key=key, verify=_verify)
            found.append((path, checkpoint))
        except (BrokenNote, NotVouchedFor, UnicodeDecodeError):
            found.append((path, None))
    return found


def _verify(message: bytes, signature: bytes) -> bool:
    return verify_signature(server_keys().signer(), message, signature)


def export() -> Iterator[str]:
    """The journal as JSON lines for the standalone verifier; the first line is a header."""
    while journal.seal_pending():
        pass
    with transaction.atomic():
        frontier = journal.head()
        head = {"kring_journal": 1, "origin": note_key().name, "size": frontier.size, "root": frontier.root().hex()}
        yield json.dumps(head)
        for entry in JournalEntry.objects.filter(index__lt=frontier.size).order_by("index").iterator(2000):
            commitment = bytes(entry.commitment)
            line = {
                "index": entry.index,
                "leaf": leaf_hash(commitment).hex(),
                "commitment": commitment.hex(),
                "salt": None if entry.salt is None else bytes(entry.salt).hex(),
                "text": None if entry.text is None else base64.b64encode(bytes(entry.text)).decode(),
            }
            yield json.dumps(line)


def verify() -> list[str]:
    """What is wrong with the journal, one sentence a finding; empty when complete and unchanged."""
    while journal.seal_pending():
        pass
    findings: list[str] = []
    frontier, roots, expected, notes = Frontier(), {0: Frontier().root()}, 0, kept()
    wanted = {checkpoint.size for _, checkpoint in notes if checkpoint}
    counters: dict[str, set[int]] = defaultdict(set)
    heads: list[Frontier | None] = []
    for entry in _sealed(heads):
        if entry.index != expected:
            findings.append(f"entry {expected} is missing")
        expected = (entry.index or 0) + 1
        genuine = journal.genuine(entry)
        if not genuine:
            findings.append(f"entry {entry.index} was edited or is not ours")
        elif entry.text is None:  # TODO: until we drop texts ourselves, and say so under the MAC
            findings.append(f"the text of entry {entry.index} was taken away")
        frontier.append(leaf_hash(bytes(entry.commitment)))
        counters[entry.boot] |= _numbers(entry) if genuine else {entry.counter}
        if frontier.size in wanted:
            roots[frontier.size] = frontier.root()
    findings += _gaps(counters)
    findings += _of_ledger()
    findings += _against_head(frontier, heads[-1])
    for path, checkpoint in notes:
        if checkpoint is None:
            findings.append(f"checkpoint {path.name} is not signed by this instance")
        elif roots.get(checkpoint.size) != checkpoint.root:
            findings.append(f"checkpoint {path.name} does not fit the journal: something before it was changed or cut")
    return findings


def _sealed(heads: list[Frontier | None]) -> Iterator[JournalEntry]:
    """Every sealed entry in its order, those too that come while a busy house is read.

    heads: takes the head of the tree after each round (None when it is not ours); the last is the one they must give.
    """
    read, more = 0, True
    while more:
        began = read
        for entry in JournalEntry.objects.filter(index__gte=read).order_by("index").iterator(2000):
            read = (entry.index or 0) + 1
            yield entry
        heads.append(_head())
        more = began < read < (heads[-1].size if heads[-1] else 0)


def _head() -> Frontier | None:
    try:
        return journal.head()
    except Refused:
        return None


def _numbers(entry: JournalEntry) -> set[int]:
    if entry.text is None:
        return {entry.counter}
    return {entry.counter, *json.loads(bytes(entry.text)).get("unused", ())}


def _gaps(counters: dict[str, set[int]]) -> list[str]:
    found = []
    for boot, numbers in counters.items():
        settled = range(1, max(numbers) - UNDER_WAY)
        missing = len(set(settled) - numbers)
        if missing:
            found.append(f"{missing} entries of process {boot} are missing")
    return found


def unlike(kept_ledger: ledger.Ledger) -> list[str]:
    """Names of the checkpoints that vouch for another ledger, or for a longer one."""
    said = [
        (path.name, line) for path, one in kept() if one for line in one.extension if line.startswith(ledger.VOUCHED)
    ]
    return [name for name, line in said if not kept_ledger.holds(line)]


def _of_ledger() -> list[str]:
    try:
        found = unlike(ledger.read())
    except ledger.BrokenLedger as broken:
        return [str(broken)]
    return [f"the ledger is not the one that checkpoint {name} vouches for" for name in found]


def _against_head(frontier: Frontier, head: Frontier | None) -> list[str]:
    if head is None:
        return ["the head of the tree is not ours"]
    return [] if head == frontier else ["the entries do not give the root of the tree"]
