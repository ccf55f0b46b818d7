#!/usr/bin/env python3
"""Check an exported journal of Kring against signed checkpoints, with nothing but Python (3.10+).

    python3 verify_journal.py EXPORT CHECKPOINT... --key KEY [--restored] [--lang en] [--json]

CHECKPOINT is a file or a folder, KEY the public journal key of the recovery kit and of each mail with a checkpoint
(name+keyid+base64, or 64 signs 0-9 a-f on an older kit), or a file that holds it. Use the key and the checkpoints that
YOU kept: what came along with the export proves nothing. Export AFTER the newest checkpoint you hold.
Exit code 0: complete and unchanged. 1: changed. 2: no verdict.
How to: docs/how-to/for-the-privacy-officer.md.
Entry 1 is index 0 and stands on line 2 of the export. This one file is the whole checker: it shares
no code with the program it checks, on purpose. A text that was blanked out whole is told, not judged.
When a back-up was put back, the checkpoints of the part that was given up fit no longer: they are told, and there is
no verdict until you say with --restored that you know of it.
Sources: RFC 6962 (tree), RFC 8032 (Ed25519), c2sp.org/signed-note, c2sp.org/tlog-checkpoint.
"""

from __future__ import annotations

import argparse
import base64
import bisect
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SALT_BYTES = 16
SLACK = 64  # how far two threads of one run may overtake each other
UNDER_WAY = 8  # this near the end of a run a number may belong to a write that was not finished
WORDS = {  # kind: (Dutch, English); {at} the entries, {why} the particular
    "edited": ("{at}: gewijzigd, {why}.", "{at}: edited, {why}."),
    "deleted": ("{at}: verwijderd.", "{at}: deleted."),
    "inserted": ("{at}: hoort hier niet, toegevoegd.", "{at}: does not belong here, inserted."),
    "duplicated": ("{at}: staat er twee keer.", "{at}: stands here twice."),
    "swapped": ("{at}: niet op zijn plaats, verwisseld.", "{at}: out of place, swapped."),
    "truncated": ("{at}: het einde is afgeknipt.", "{at}: the end was cut off."),
    "older": ("{at}: het einde is afgeknipt, of de uitvoer is ouder dan het controlepunt: voer opnieuw uit ({why}).",
              "{at}: the end was cut off, or the export is older than the checkpoint: export again ({why})."),
    "gap": ("{at}: hierna ontbreekt nummer {why}.", "{at}: after this number {why} is missing."),
    "rewritten": ("{at}: hier is gewijzigd, het klopt niet met {why}.", "{at}: changed here, it disagrees with {why}."),
    "header": ("De kop van de uitvoer klopt niet ({why}).", "The header of the export is wrong ({why})."),
    "forged": ("Vals controlepunt, niet met jouw sleutel getekend: {why}.",
               "Forged checkpoint, not signed with your key: {why}."),
    "open gap": ("{at}: hierna ontbreekt nummer {why}, afgebroken of gewist.",
                 "{at}: after this number {why} is missing, broken off or dropped."),
    "uncovered": ("{at}: nog niet bewezen, na het laatste controlepunt.",
                  "{at}: not proven yet, after the last checkpoint."),
    "dropped": ("{at}: tekst gewist, plaats bewaard. Vraag naar de verklaring.",
                "{at}: text dropped, place kept. Ask for the statement."),
    "given up": ("{at}: opgegeven toen een reservekopie werd teruggezet ({why}).",
                 "{at}: given up when a back-up was put back ({why})."),
    "unchanged": ("Volledig en onveranderd ({why}).", "Complete and unchanged ({why})."),
    "changed": ("NIET IN ORDE ({why}).", "NOT IN ORDER ({why})."),
    "undecided": ("GEEN OORDEEL: geen controlepunt dekt deze uitvoer ({why}).",
                  "NO VERDICT: no checkpoint covers this export ({why})."),
    "restored": ("GEEN OORDEEL zonder jou: een reservekopie werd teruggezet ({why}). Weet je ervan: --restored.",
                 "NO VERDICT without you: a back-up was put back ({why}). If you know of it, say --restored."),
    "unreadable": ("GEEN OORDEEL: dit kan niet gelezen worden ({why}).", "NO VERDICT: this cannot be read ({why})."),
    "text": ("de tekst past niet bij het zegel", "the text does not match its seal"),
    "leaf": ("het zegel past niet bij de regel", "the seal does not match its entry"),
    "form": ("onleesbaar", "unreadable"),
    "sum": ("regels: {0}, controlepunten: {1}, bevindingen: {2}", "entries: {0}, checkpoints: {1}, findings: {2}"),
    "one": ("Regel {0}", "Entry {0}"),
    "many": ("Regels {0} tot {1}", "Entries {0} to {1}"),
}  # fmt: skip
NOTES = {"open gap", "uncovered", "dropped", "given up"}  # told, but no proof of tampering

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT_OF_MINUS_1 = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


class Finding(NamedTuple):
    """What was found, where (indexes from 0), and the particular."""

    kind: str
    first: int | None = None
    last: int | None = None
    why: str = ""


class Export(NamedTuple):
    """An export as read; entries by index."""

    header: dict[str, Any]
    size: int
    leaves: dict[int, bytes]
    texts: dict[int, Any]  # None when dropped
    found: list[Finding]


def add(a: Point, b: Point) -> Point:
    """Sum of two points of the curve in extended coordinates; doubles too."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return (f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P


def point(raw: bytes) -> Point:
    """Decode 32 bytes; ValueError when they are no point."""
    y, sign = int.from_bytes(raw, "little") & (2**255 - 1), raw[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if x * x % P == x2 else x * ROOT_OF_MINUS_1 % P
    if y >= P or x * x % P != x2 or (x == 0 and sign):
        raise ValueError("point")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Ed25519: [s]B - [k]A must encode to R. Small and slow; it handles public values only."""
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    a = point(public)
    minus_a, total = (P - a[0], a[1], 1, P - a[3]), (0, 1, 1, 0)
    table = ((0, 1, 1, 0), BASE, minus_a, add(BASE, minus_a))
    for bit in range(252, -1, -1):
        total = add(add(total, total), table[(s >> bit & 1) + 2 * (k >> bit & 1)])
    z = pow(total[2], P - 2, P)
    x, y = total[0] * z % P, total[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


def unbase64(text: str) -> bytes:
    """Decode the one canonical spelling; ValueError for every other."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("base64")
    return raw


def key_id_of(name: str, public: bytes) -> bytes:
    """As signed notes have it, for an Ed25519 key."""
    return hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]


def read_key(text: str) -> tuple[str, bytes, bytes]:
    """(name, key id, public key) as is or in a file; of 64 signs hex the name is "" until the export says it."""
    line = Path(text).read_text("utf-8") if Path(text).is_file() else text
    if re.fullmatch("[0-9a-fA-F]{64}", bare := "".join(line.split())):
        point(bytes.fromhex(bare))
        return "", b"", bytes.fromhex(bare)
    name, key_id, encoded = line.strip().split("+", 2)
    raw = unbase64(encoded)
    expected = key_id_of(name, raw[1:])
    if len(raw) != 33 or raw[0] != 1 or expected.hex() != key_id or not name:
        raise ValueError("key")
    point(raw[1:])
    return name, expected, raw[1:]


class Checkpoint(NamedTuple):
    """How many entries, their root, and how often a back-up had been put back by then."""

    size: int
    root: bytes
    lives: int


def read_checkpoint(note: bytes, keys: list[tuple[str, bytes, bytes]]) -> Checkpoint:
    """What was signed by a known key; ValueError for anything else."""
    plain = note.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")  # mail programs touch line ends
    head, _, tail = plain.rpartition("\n\n")
    text, lines, held = head + "\n", head.split("\n"), False
    if len(lines) < 3 or "" in lines or not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]):
        raise ValueError("form")
    for line in tail.split("\n"):
        dash, name, encoded = line.split(" ")
        blob = unbase64(encoded)
        for known, key_id, public in keys:
            if (dash, name, blob[:4], lines[0]) == ("\u2014", known, key_id, known):
                held = signature_holds(public, text.encode(), blob[4:])
                if not held:
                    raise ValueError("signature")
    root = unbase64(lines[2])
    if not held or len(root) != 32:
        raise ValueError("unsigned")
    vouched = next((line.split(" ") for line in lines[3:] if line.startswith("kring-ledger ")), ["0"])
    return Checkpoint(int(lines[1]), root, int(vouched[-1]))


def roots_at(leaves: list[bytes], sizes: Iterable[int]) -> dict[int, bytes]:
    """RFC 6962 root of the first `size` leaves for each size asked that is there, in one pass."""
    peaks: list[bytes] = []
    found, wanted = {}, set(sizes)
    for size in range(len(leaves) + 1):
        if size:
            node, bits = leaves[size - 1], size - 1
            while bits & 1:
                node, bits = hashlib.sha256(b"\x01" + peaks.pop() + node).digest(), bits >> 1
            peaks.append(node)
        if size in wanted:
            root = peaks[-1] if peaks else hashlib.sha256(b"").digest()
            for peak in peaks[-2::-1]:
                root = hashlib.sha256(b"\x01" + peak + root).digest()
            found[size] = root
    return found


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that says two things under one name."""
    named = dict(pairs)
    if len(named) != len(pairs):
        raise ValueError("double name")
    return named


def spans(kind: str, indexes: Iterable[int], why: str = "") -> list[Finding]:
    """One finding for each run of consecutive indexes."""
    found: list[Finding] = []
    for index in indexes:
        first = found.pop().first if found and found[-1].last == index - 1 else index
        found.append(Finding(kind, first, index, why))
    return found


STRICT = json.JSONDecoder(object_pairs_hook=once)


def read_entry(line: bytes) -> tuple[int, bytes, Any, str]:
    """(index, leaf, text or None, what is wrong or ""); ValueError when it is no entry."""
    row = STRICT.decode(line.decode("utf-8"))
    if set(row) != {"index", "leaf", "commitment", "salt", "text"} or type(row["index"]) is not int:
        raise ValueError("entry")
    leaf, commitment = bytes.fromhex(row["leaf"]), bytes.fromhex(row["commitment"])
    if (leaf.hex(), commitment.hex()) != (row["leaf"], row["commitment"]) or row["index"] < 0:
        raise ValueError("hex")
    if hashlib.sha256(b"\x00" + commitment).digest() != leaf:
        return row["index"], leaf, {}, "leaf"
    if row["salt"] is None and row["text"] is None:
        return row["index"], leaf, None, ""
    salt, text = bytes.fromhex(row["salt"] or ""), unbase64(row["text"] or "")
    if len(salt) != SALT_BYTES or salt.hex() != row["salt"] or hashlib.sha256(salt + text).digest() != commitment:
        return row["index"], leaf, {}, "text"
    return row["index"], leaf, json.loads(text.decode("utf-8")), ""


def read_export(lines: Iterator[bytes]) -> Export:
    """Form, hashes, order and completeness of the entries; ValueError when there is no header."""
    header = STRICT.decode(next(lines, b"").decode("utf-8-sig"))
    export = Export(header, header["size"], {}, {}, [])
    if header["kring_journal"] != 1 or type(export.size) is not int:
        raise ValueError("header")
    places, tell = [], export.found.append
    for place, line in enumerate(lines):
        try:
            index, leaf, text, wrong = read_entry(line)
        except (ValueError, TypeError, AttributeError, RecursionError):
            index, leaf, text, wrong = place, b"", {}, "form"
        places.append(index)
        if wrong:
            tell(Finding("edited", index, index, wrong))
        if index in export.leaves:
            tell(Finding("duplicated", index, index))
        elif index >= export.size:
            tell(Finding("inserted", index, index))
        else:
            export.leaves[index], export.texts[index] = leaf, text
    end = -1
    for index in sorted(export.leaves):
        if index > end + 1:
            tell(Finding("deleted", end + 1, index - 1))
        end = index
    if end + 1 < export.size:
        tell(Finding("truncated", end + 1, export.size - 1))
    unique = list(dict.fromkeys(places))
    pairs = zip(unique, sorted(unique), strict=True)
    export.found.extend(spans("swapped", sorted(here for here, due in pairs if here != due)))
    return export


def check_numbers(export: Export) -> Iterator[Finding]:
    """Every run of the program numbers its entries from 1: a number that is nowhere was taken away."""
    yield from spans("dropped", (index for index, text in sorted(export.texts.items()) if text is None))
    runs: dict[str, dict[int, int]] = {}
    excused: dict[str, dict[int, int]] = {}  # given out, then rolled back: a later entry says so
    legible = []
    for index, text in sorted(export.texts.items()):
        if isinstance(text, dict) and type(text.get("counter")) is int:
            boot, number, unused = str(text.get("boot")), text["counter"], text.get("unused")
            if number in runs.setdefault(boot, {}):
                yield Finding("inserted", index, index)
            runs[boot][number] = index
            some = [one for one in unused if type(one) is int] if isinstance(unused, list) else []
            excused.setdefault(boot, {}).update(dict.fromkeys(some, index))
            legible.append(index)
    for boot, run in runs.items():
        seen = {**excused[boot], **run}
        before, at = 0, 0
        for place, number in enumerate(sorted(seen)):
            if number > before + 1:
                low, high = max(min(at, seen[number]) - SLACK, 0), min(max(at, seen[number]) + SLACK, export.size - 1)
                silent = high - low + 1 - (bisect.bisect(legible, high) - bisect.bisect(legible, low - 1))
                kind = "open gap" if silent or len(seen) - place < UNDER_WAY else "gap"
                if number - before - 1 > silent:  # else it stood in an entry we told of already
                    yield Finding(kind, at, at, f"{boot}/{before + 1}..{number - 1}")
            before, at = number, seen[number]


def given_up(export: Export, checkpoints: dict[str, Checkpoint]) -> Iterator[tuple[str, Finding]]:
    """Checkpoints of a part that a restore gave up, as the journal itself tells it. Nothing later is excused."""
    restores = []
    for text in export.texts.values():
        if isinstance(text, dict) and "restored" in text:
            said = text["restored"]
            restores.append((int(said["life"]), int(said["kept"][0]), str(said["made_at"])))
    for name, (size, _, lives) in checkpoints.items():
        for life, kept, made_at in restores:
            if lives < life and kept < size:
                yield name, Finding("given up", kept, size - 1, f"{name}, {made_at}")
                break


def compare(export: Export, checkpoints: dict[str, Checkpoint]) -> tuple[int, list[Finding]]:
    """How many entries are proven, and where a root differs from the header or a checkpoint."""
    whole = next((index for index in range(export.size) if index not in export.leaves), export.size)
    leaves = [export.leaves[index] for index in range(whole)]
    roots = roots_at(leaves, [one.size for one in checkpoints.values()] + [export.size])
    agree = [size for size, root, _ in checkpoints.values() if roots.get(size) == root]
    differ = sorted((size, name) for name, (size, root, _) in checkpoints.items() if roots.get(size, root) != root)
    beyond = max(((size, name) for name, (size, _, _) in checkpoints.items() if size > export.size), default=None)
    found = [Finding("older", export.size, beyond[0] - 1, beyond[1])] if beyond else []
    if export.size in roots and export.header["root"] != roots[export.size].hex():
        found.append(Finding("header", why="root"))
    if differ:
        size, name = differ[0]
        proven = max((one for one in agree if one < size), default=0)
        moved = put_back(export, leaves, proven, size, checkpoints[name].root)
        found += spans("swapped", moved, name) or [Finding("rewritten", proven, size - 1, name)]
    covered = max(agree, default=-1)
    if 0 <= covered < export.size and not differ:
        found.append(Finding("uncovered", covered, export.size - 1))
    return covered, found


def put_back(export: Export, leaves: list[bytes], low: int, high: int, root: bytes) -> list[int]:
    """Entries out of place, when putting them back in order of time or number restores the root."""
    for key, fallback in (("at", ""), ("counter", 0)):
        try:
            order = sorted(range(low, high), key=lambda index: (export.texts[index] or {}).get(key, fallback))
        except (TypeError, AttributeError):
            continue
        if roots_at(leaves[:low] + [leaves[index] for index in order], [high])[high] == root:
            return sorted(index for place, index in enumerate(order, low) if place != index)
    return []


def judge(
    path: str, files: list[Path], keys: list[tuple[str, bytes, bytes]], known: bool
) -> tuple[str, Export, int, list[Finding]]:
    """(verdict, export, number of proven entries, findings); OSError or ValueError when unreadable.

    known: whoever asks knows that a back-up was put back.
    """
    with Path(path).open("rb") as lines:
        export = read_export(lines)
    origin = export.header.get("origin")  # whom the signatures have to name: a key without a name signs for nobody else
    keys = [one if one[0] else (str(origin), key_id_of(str(origin), one[2]), one[2]) for one in keys]
    checkpoints, found = {}, []
    for file in files:
        try:
            checkpoints[str(file)] = read_checkpoint(file.read_bytes(), keys)
        except ValueError:
            found.append(Finding("forged", why=str(file)))
    if origin not in [name for name, _, _ in keys]:
        found.append(Finding("header", why="origin"))
    lost = dict(given_up(export, checkpoints))
    covered, more = compare(export, {name: one for name, one in checkpoints.items() if name not in lost})
    found += [*export.found, *more, *lost.values(), *check_numbers(export)]
    if any(one.kind not in NOTES for one in found):
        return "changed", export, covered, found
    if lost and not known:
        return "restored", export, covered, found
    return ("unchanged" if covered > 0 or covered == export.size else "undecided"), export, covered, found


def main() -> int:
    """Ask, check, say; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("checkpoint", nargs="+", type=Path)
    parser.add_argument("--key", action="append", required=True, help="the key itself, or a file that holds it")
    parser.add_argument("--restored", action="store_true", help="you know that a back-up was put back")
    parser.add_argument("--lang", choices=("nl", "en"), default="nl")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    pick = 1 if asked.lang == "en" else 0

    def say(kind: str, first: int | None = None, last: int | None = None, why: str = "") -> str:
        at = "" if first is None or last is None else WORDS["one" if first == last else "many"][pick]
        reason = WORDS[why][pick] if why in ("text", "leaf", "form") else why
        return WORDS[kind][pick].format(at=at.format((first or 0) + 1, (last or 0) + 1), why=reason)

    found: list[Finding] = []
    covered = 0
    try:
        files = [f for one in asked.checkpoint for f in (sorted(one.iterdir()) if one.is_dir() else [one])]
        verdict, export, covered, found = judge(
            asked.export, files, [read_key(key) for key in asked.key], asked.restored
        )
        tampering = sum(one.kind not in NOTES for one in found)
        headline = say(verdict, why=WORDS["sum"][pick].format(len(export.texts), len(files), tampering))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        verdict, headline = "undecided", say("unreadable", why=str(problem))
    if asked.json:
        items = [{**one._asdict(), "note": one.kind in NOTES, "words": say(*one)} for one in found]
        report = {"verdict": verdict, "words": headline, "proven": max(covered, 0), "findings": items}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        print("\n".join([headline, *("- " + say(*one) for one in found)]))
    return {"unchanged": 0, "changed": 1}.get(verdict, 2)


if __name__ == "__main__":
    sys.exit(main())
