"""Doctored exports of a journal, and honest ones: each with what the privacy officer's checker has to say about it.

A journal of two runs is attacked twice over: clumsily (a line changed, the hashes left as they were) and well (all
hashes and the header made right again, so that only the checkpoints at home can tell). What does not live here: what
is asked of the checker (test_verify_tool.py, test_verify_restored.py).
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kring.vault.merkle import leaf_hash, root_of
from kring.vault.notes import Checkpoint, NoteKey, sign_checkpoint, sign_note
from kring.vault.primitives import sign, signer_of

ORIGIN = "kring.example/journal"
SEED, STRANGER = bytes(range(32)), bytes(range(1, 33))
KEY = NoteKey(ORIGIN, signer_of(SEED))
PEOPLE = ("noor", "joris", "fatma", "samir")
ENTRIES, SEGMENT = 15, 5


type Row = dict[str, Any]


def sealed(index: int, text: Row) -> Row:
    """An entry as the instance writes it."""
    raw = json.dumps(text, separators=(",", ":"), sort_keys=True).encode()
    salt = hashlib.sha256(f"salt {index} {text}".encode()).digest()[:16]
    commitment = hashlib.sha256(salt + raw).digest()
    return {
        "index": index,
        "leaf": leaf_hash(commitment).hex(),
        "commitment": commitment.hex(),
        "salt": salt.hex(),
        "text": base64.b64encode(raw).decode(),
    }


def told(index: int, boot: str, counter: int, **more: object) -> Row:
    """The text of an entry: invented people, ids that tell nothing."""
    at = f"2021-03-01T{9 + index // 3600 % 12:02}:{index // 60 % 60:02}:{index % 60:02}.{index:06}+00:00"
    who = PEOPLE[index % len(PEOPLE)]
    return {
        "at": at,
        "boot": boot,
        "counter": counter,
        "verb": "opened",
        "act": "read",
        "actor": who,
        "on": [f"k{index}"],
        **more,
    }


def journal(size: int = ENTRIES) -> list[Row]:
    """Two processes take turns; each numbers its own entries from 1."""
    return [sealed(index, told(index, f"run{index % 2}", index // 2 + 1)) for index in range(size)]


def leaves_of(rows: Sequence[Row]) -> list[bytes]:
    return [bytes.fromhex(row["leaf"]) for row in rows]


def header_of(rows: Sequence[Row]) -> Row:
    return {"kring_journal": 1, "origin": ORIGIN, "size": len(rows), "root": root_of(leaves_of(rows)).hex()}


def checkpoint_of(rows: Sequence[Row], size: int, seed: bytes = SEED) -> bytes:
    checkpoint = Checkpoint(ORIGIN, size, root_of(leaves_of(rows[:size])))
    return sign_checkpoint(checkpoint, key=NoteKey(ORIGIN, signer_of(seed)), sign=partial(sign, seed)).encode()


def copy_of(row: Row, **changed: object) -> Row:
    return {**row, **changed}


def made_right(rows: Sequence[Row]) -> list[Row]:
    """What a careful forger does: number everything again, so that nothing clashes inside the export."""
    return [copy_of(row, index=index) for index, row in enumerate(rows)]


@dataclass
class Case:
    """One export with the checkpoints it is held against, and what must be said about it."""

    name: str
    rows: list[Row]
    header: Row | None = None
    checkpoints: list[bytes] = field(default_factory=list)
    says: set[str] = field(default_factory=set)
    at: int | None = None

    def write(self, folder: Path) -> list[str]:
        """The files and the words of the command line."""
        export = folder / "export.jsonl"
        lines = [self.header or header_of(self.rows), *self.rows]
        export.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        kept = folder / "kept"
        kept.mkdir(exist_ok=True)
        for old in kept.iterdir():
            old.unlink()
        for number, note in enumerate(self.checkpoints or AT_HOME):
            (kept / f"{number:04}.txt").write_bytes(note)
        return [str(export), str(kept), "--key", str(KEY), "--json"]


HONEST = journal()
AT_HOME = [checkpoint_of(HONEST, size) for size in range(SEGMENT, ENTRIES + 1, SEGMENT)]


def edits() -> Iterator[Case]:
    """Each entry: each field changed; a text rewritten with ever more of the hashes made right."""
    for index, row in enumerate(HONEST):
        text = json.loads(base64.b64decode(row["text"])) | {"actor": "nobody"}
        forged = sealed(index, text)
        for name in ("leaf", "commitment", "salt"):
            wrong = ("1" if row[name][0] == "0" else "0") + row[name][1:]
            yield Case(f"edit {name}", replaced(index, copy_of(row, **{name: wrong})), says={"edited"}, at=index)
        spellings = [{"leaf": row["leaf"] + " "}, {"salt": row["salt"] + " "}, {"salt": None}, {"text": None}]
        spellings += [{"text": "?"}, {"more": 1}, {"text": another_spelling(row["text"])}]
        for change in [*spellings, {"salt": row["salt"][:-2]}, {"leaf": row["leaf"].upper() + "\n"}]:
            name = f"edit {'+'.join(change)} out of form"
            yield Case(name, replaced(index, copy_of(row, **change)), says={"edited"}, at=index)
        yield Case("edit index", replaced(index, copy_of(row, index=index + 99)), says={"inserted"}, at=index + 99)
        only_text = copy_of(row, text=forged["text"])
        yield Case("edit text", replaced(index, only_text), says={"edited"}, at=index)
        deeper = copy_of(forged, leaf=row["leaf"])
        yield Case("edit text, salt and commitment", replaced(index, deeper), says={"edited"}, at=index)
        yield Case("edit all, old header", replaced(index, forged), header_of(HONEST), says={"header"}, at=None)
        yield Case("edit all, well", replaced(index, forged), says={"rewritten"}, at=index)


def another_spelling(encoded: str) -> str:
    """Base64 that decodes to the same bytes (the bits under the padding say nothing), or that does not decode."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    body = encoded.rstrip("=")
    return body[:-1] + letters[letters.index(body[-1]) ^ 1] + encoded[len(body) :]


def replaced(index: int, row: Row) -> list[Row]:
    return [*HONEST[:index], row, *HONEST[index + 1 :]]


def removals() -> Iterator[Case]:
    """Each entry deleted, and the end cut off at each length; clumsily and well."""
    for index in range(ENTRIES):
        rest = [*HONEST[:index], *HONEST[index + 1 :]]
        last = index == ENTRIES - 1
        kind = "truncated" if last else "deleted"
        yield Case("delete", rest, header_of(HONEST), says={kind}, at=index)
        yield Case("delete, header counts anew", rest, says={"deleted", "older", "truncated"}, at=index)
        yield Case("delete, well", made_right(rest), says={"older", "truncated"}, at=None)
        yield Case("truncate", HONEST[:index], header_of(HONEST), says={"truncated"}, at=index)
        yield Case("truncate, well", HONEST[:index], says={"older"}, at=index)


def additions() -> Iterator[Case]:
    """Each entry doubled, and an invented one put at each place; clumsily and well."""
    for index, row in enumerate(HONEST):
        doubled = [*HONEST[: index + 1], row, *HONEST[index + 1 :]]
        yield Case("duplicate", doubled, says={"duplicated"}, at=index)
        yield Case("duplicate, old header", doubled, header_of(HONEST), says={"duplicated"}, at=index)
        yield Case("duplicate at the end", [*HONEST, row], header_of(HONEST), says={"duplicated"}, at=index)
        yield Case("duplicate, well", made_right(doubled), says={"inserted"}, at=index + 1)
        invented = sealed(index, told(index, "run9", 1))
        added = [*HONEST[:index], invented, *HONEST[index:]]
        yield Case("insert", added, header_of(HONEST), says={"duplicated"}, at=index)
        yield Case("insert, well", made_right(added), says={"rewritten"}, at=index)


def swaps() -> Iterator[Case]:
    """Every pair of entries trades places; clumsily and well."""
    for one in range(ENTRIES):
        for other in range(one + 1, ENTRIES):
            rows = list(HONEST)
            rows[one], rows[other] = rows[other], rows[one]
            yield Case("swap", rows, header_of(HONEST), says={"swapped"}, at=one)
            within = one // SEGMENT == other // SEGMENT
            yield Case("swap, well", made_right(rows), says={"swapped"} if within else {"rewritten"}, at=one)


def headers() -> Iterator[Case]:
    """The header says something else."""
    whole = header_of(HONEST)
    for change in ({"root": "00" * 32}, {"root": None}, {"origin": "elsewhere.example"}, {"origin": None}):
        yield Case("edit header", HONEST, {**whole, **change}, says={"header"})
    for size, kind in (
        (ENTRIES + 1, "truncated"),
        (ENTRIES - 1, "inserted"),
        (0, "inserted"),
        (-1, "inserted"),
        (10**15, "truncated"),
    ):
        yield Case("edit header size", HONEST, {**whole, "size": size}, says={kind})


def forgeries() -> Iterator[Case]:
    """The checkpoint is not ours, or was touched."""
    forged = replaced(4, sealed(4, told(4, "run0", 3, on=["elsewhere"])))
    spliced = AT_HOME[2].partition(b"\n\n")[0] + b"\n\n" + AT_HOME[1].partition(b"\n\n")[2]
    root = AT_HOME[2].split(b"\n")[2]
    unsigned = AT_HOME[2].partition(b"\n\n")[0] + b"\n"
    elsewhere = Checkpoint("elsewhere.example", ENTRIES, root_of(leaves_of(HONEST)))
    borrowed = sign_note(elsewhere.body(), key=KEY, sign=partial(sign, SEED))
    abroad = sign_checkpoint(elsewhere, key=NoteKey(elsewhere.origin, KEY.public), sign=partial(sign, SEED))
    for name, note in {
        "signed by a stranger": checkpoint_of(HONEST, ENTRIES, STRANGER),
        "signed by a stranger over a forged journal": checkpoint_of(forged, ENTRIES, STRANGER),
        "signature of another checkpoint": spliced,
        "no signature": unsigned,
        "empty": b"",
        "no text": b"\xff\xfe",
        "of another journal": abroad.encode(),
        "of another journal, signed in our name": borrowed.encode(),
        "in another spelling": AT_HOME[2].replace(root, another_spelling(root.decode()).encode()),
    }.items():
        yield Case(f"checkpoint {name}", HONEST, checkpoints=[*AT_HOME, note], says={"forged"})
    for place in range(len(AT_HOME[2]) - 1):
        touched = bytearray(AT_HOME[2])
        touched[place] ^= 1 << place % 7
        yield Case("checkpoint touched", HONEST, checkpoints=[bytes(touched)], says={"forged"})
    yield Case("two histories", HONEST, checkpoints=[*AT_HOME, checkpoint_of(forged, ENTRIES)], says={"rewritten"})
    yield Case("two histories", forged, checkpoints=[*AT_HOME, checkpoint_of(forged, ENTRIES)], says={"rewritten"})


ATTACKS = (edits, removals, additions, swaps, headers, forgeries)


def honest_variants() -> Iterator[Case]:
    """What happens in a good house and must not alarm anybody."""
    yield Case("nothing yet", [], checkpoints=[checkpoint_of([], 0)])
    yield Case("one entry", HONEST[:1], checkpoints=[checkpoint_of(HONEST, 1)])
    yield Case("checkpoint touched by mail", HONEST, checkpoints=[AT_HOME[2].replace(b"\n", b"\r\n") + b"\r\n"])
    yield Case("checkpoint saved with a mark", HONEST, checkpoints=[b"\xef\xbb\xbf" + AT_HOME[2].rstrip()])
    yield Case("entries after the last checkpoint", HONEST, checkpoints=AT_HOME[:2], says={"uncovered"})
    dropped = replaced(7, copy_of(HONEST[7], salt=None, text=None))
    yield Case("a text was dropped", dropped, says={"dropped"}, at=7)
    rolled_back = [*numbered((1, 2, 4)), sealed(3, told(3, "run", 5, unused=[3])), *numbered(range(6, 20), 4)]
    yield Case("a write was rolled back", rolled_back, checkpoints=[checkpoint_of(rolled_back, 18)])
    overtaken = numbered((1, 3, 2, 4, 6, 5, 7))
    yield Case("threads overtook each other", overtaken, checkpoints=[checkpoint_of(overtaken, 7)])
    under_way = numbered((*range(1, 12), 13, 14))
    yield Case("a write is under way", under_way, checkpoints=[checkpoint_of(under_way, 13)], says={"open gap"}, at=10)


def numbered(counters: Sequence[int], start_at: int = 0) -> list[Row]:
    return [sealed(index, told(index, "run", counter)) for index, counter in enumerate(counters, start_at)]
