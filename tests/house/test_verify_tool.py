"""The privacy officer's checker, alone against doctored exports: every one caught, every honest one passed.

A journal of two runs is exported and attacked twice over: clumsily (a line changed, the hashes left as they were) and
well (all hashes and the header made right again, so that only the checkpoints at home can tell). The program under
test is a script of its own: most attacks call its `main`, one of each kind starts it as the officer would.
"""

import ast
import base64
import hashlib
import json
import random
import runpy
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kring.vault.merkle import leaf_hash, root_of
from kring.vault.notes import Checkpoint, NoteKey, sign_checkpoint, sign_note
from kring.vault.primitives import sign, signer_of, verify

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_journal.py"
SCRIPT = runpy.run_path(str(TOOL))
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
        yield Case("delete, header counts anew", rest, says={"deleted", "truncated"}, at=index)
        yield Case("delete, well", made_right(rest), says={"truncated"}, at=None)
        yield Case("truncate", HONEST[:index], header_of(HONEST), says={"truncated"}, at=index)
        yield Case("truncate, well", HONEST[:index], says={"truncated"}, at=index)


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


def run(words: Sequence[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, Row]:
    """Exit code and report of the script, called in this process."""
    monkeypatch.setattr(sys, "argv", ["verify_journal.py", *words])
    code = SCRIPT["main"]()
    return code, json.loads(capsys.readouterr().out)


def start(words: Sequence[str]) -> tuple[int, str]:
    """Exit code and words of the script, started bare: no packages, no environment, another folder."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", str(TOOL), *words], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def missed(case: Case, code: int, report: Row) -> str | None:
    """What is wrong with the verdict on an attack, if anything."""
    findings = [one for one in report["findings"] if one["kind"] in case.says and not one["note"]]
    if code != 1 or report["verdict"] != "changed":
        return f"{case.name}: exit code {code}"
    if not findings:
        return f"{case.name} at {case.at}: said {report['findings']}"
    if case.at is not None and not any(one["first"] <= case.at <= one["last"] for one in findings):
        return f"{case.name} at {case.at}: said {findings}"
    return None


@pytest.mark.parametrize("attacks", ATTACKS, ids=lambda attacks: attacks.__name__)
def test_every_attack_is_caught(
    attacks: Callable[[], Iterator[Case]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    cases = list(attacks())
    answers = [(case, *run(case.write(tmp_path), monkeypatch, capsys)) for case in cases]
    escaped = [sentence for case, code, report in answers if (sentence := missed(case, code, report))]
    with capsys.disabled():
        print(f"\njournal, {attacks.__name__}: caught/tried {len(cases) - len(escaped)}/{len(cases)}")
    assert escaped == []


def test_one_of_each_kind_is_caught_by_the_started_program(tmp_path: Path) -> None:
    kinds = {case.name: case for attacks in ATTACKS for case in attacks()}
    verdicts = {name: start(case.write(tmp_path)) for name, case in kinds.items()}
    assert {name: code for name, (code, _) in verdicts.items() if code != 1} == {}


def test_a_line_that_says_two_things_is_caught(tmp_path: Path) -> None:
    """Some readers take the first of two fields with one name, others the last."""
    words = Case("clean", HONEST).write(tmp_path)
    export = Path(words[0])
    other = json.dumps(HONEST[3]["text"])
    export.write_text(export.read_text().replace('{"index": 2,', f'{{"index": 2, "text": {other},'))
    code, said = start(words)
    assert (code, [one["first"] for one in json.loads(said)["findings"] if one["kind"] == "edited"]) == (1, [2])


def test_salt_and_text_are_parted_at_one_place_only() -> None:
    """Their hash alone does not tell where the salt ends; its length does."""
    salt, raw = b"fifteen letters ", b'{"counter":1}'
    commitment = hashlib.sha256(salt + raw).digest()
    for cut, wrong in ((16, ""), (15, "text")):
        whole = salt + raw
        row = {"index": 0, "leaf": leaf_hash(commitment).hex(), "commitment": commitment.hex()}
        row |= {"salt": whole[:cut].hex(), "text": base64.b64encode(whole[cut:]).decode()}
        assert SCRIPT["read_entry"](json.dumps(row).encode())[3] == wrong


def test_words_of_the_verdict(tmp_path: Path) -> None:
    words = Case("clean", HONEST).write(tmp_path)[:-1]
    assert start(words) == (0, "Volledig en onveranderd (regels: 15, controlepunten: 3, bevindingen: 0).\n")
    assert start([*words, "--lang", "en"]) == (
        0,
        "Complete and unchanged (entries: 15, checkpoints: 3, findings: 0).\n",
    )
    edited = replaced(6, copy_of(HONEST[6], text=HONEST[7]["text"]))
    words = Case("edited", edited, header_of(HONEST)).write(tmp_path)[:-1]
    assert start(words) == (
        1,
        (
            "NIET IN ORDE (regels: 15, controlepunten: 3, bevindingen: 1).\n"
            "- Regel 7: gewijzigd, de tekst past niet bij het zegel.\n"
        ),
    )
    assert start([*words, "--lang", "en"])[1].endswith("- Entry 7: edited, the text does not match its seal.\n")


def test_an_edit_is_narrowed_to_the_entries_between_two_checkpoints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = replaced(7, sealed(7, told(7, "run1", 4, on=["elsewhere"])))
    _, report = run(Case("well", forged).write(tmp_path), monkeypatch, capsys)
    (finding,) = report["findings"]
    assert (finding["kind"], finding["first"], finding["last"]) == ("rewritten", 5, 9)
    assert report["proven"] == 5


def test_a_swap_made_well_is_named_to_the_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(HONEST)
    rows[6], rows[8] = rows[8], rows[6]
    _, report = run(Case("well", made_right(rows)).write(tmp_path), monkeypatch, capsys)
    assert [one["first"] for one in report["findings"] if one["kind"] == "swapped"] == [6, 8]


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


@pytest.mark.parametrize("case", list(honest_variants()), ids=lambda case: case.name)
def test_an_honest_export_passes(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report = run(case.write(tmp_path), monkeypatch, capsys)
    assert (code, report["verdict"]) == (0, "unchanged")
    assert {one["kind"] for one in report["findings"]} == case.says
    assert case.at is None or [one["first"] for one in report["findings"]] == [case.at]


def test_a_number_that_is_nowhere_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An entry taken away before it was sealed: every root is right, only the numbers tell."""
    rows = numbered((1, 2, 3, 5, *range(6, 20)))
    case = Case("gap", rows, checkpoints=[checkpoint_of(rows, len(rows))], says={"gap"}, at=2)
    assert missed(case, *run(case.write(tmp_path), monkeypatch, capsys)) is None


@pytest.mark.parametrize(
    "wrong", ["no export", "no checkpoint", "no header", "no key", "another number", "nothing covered"]
)
def test_what_cannot_be_judged_is_not_judged(wrong: str, tmp_path: Path) -> None:
    words = Case("clean", HONEST).write(tmp_path)
    if wrong == "no export":
        words[0] += ".gone"
    elif wrong == "no checkpoint":
        words[1] += ".gone"
    elif wrong == "no header":
        Path(words[0]).write_text("")
    elif wrong == "no key":
        words[3] = str(KEY)[:-4]
    elif wrong == "another number":
        words[3] = str(KEY).replace(KEY.key_id.hex(), "00c0ffee")
    else:
        words = Case("uncovered", HONEST, checkpoints=[checkpoint_of([], 0)]).write(tmp_path)
    code, said = start(words)
    assert (code, json.loads(said)["verdict"]) == (2, "undecided")


def test_the_key_may_lie_in_a_file_and_may_have_changed(tmp_path: Path) -> None:
    """After the key file rotated, checkpoints of both keys are held: `--key` may be given twice."""
    notes = [AT_HOME[0], checkpoint_of(HONEST, ENTRIES, STRANGER)]
    words = Case("rotated", HONEST, checkpoints=notes).write(tmp_path)
    (tmp_path / "key.txt").write_text(f"{NoteKey(ORIGIN, signer_of(STRANGER))}\n")
    assert start(words)[0] == 1
    assert start([*words, "--key", str(tmp_path / "key.txt")])[0] == 0


def test_its_signature_check_is_the_one_of_the_kernel() -> None:
    holds = SCRIPT["signature_holds"]
    chance = random.Random(6962)
    for length in (0, 1, 120):
        seed, message = chance.randbytes(32), chance.randbytes(length)
        public, signature = signer_of(seed), sign(seed, message)
        assert holds(public, message, signature)
        assert not holds(public, message + b"!", signature)
        assert not holds(signer_of(STRANGER), message, signature)
        assert not holds(public, message, signature[:-1])
        shifted = int.from_bytes(signature[32:], "little") + SCRIPT["L"]
        assert not holds(public, message, signature[:32] + shifted.to_bytes(32, "little"))
        for _ in range(20):
            touched = bytearray(signature)
            touched[chance.randrange(64)] ^= 1 << chance.randrange(8)
            assert holds(public, message, bytes(touched)) == verify(public, message, bytes(touched)) == False  # noqa: E712


def test_the_published_signature_holds() -> None:
    """RFC 8032 section 7.1, test 2."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert SCRIPT["signature_holds"](public, b"\x72", signature)


def test_it_needs_nothing_but_python() -> None:
    nodes = list(ast.walk(ast.parse(TOOL.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in plain | named} - sys.stdlib_module_names == set()


def test_a_large_journal_is_checked_while_one_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = journal(100_000)
    words = Case("large", rows, checkpoints=[checkpoint_of(rows, size) for size in (60_000, 100_000)]).write(tmp_path)
    began = time.perf_counter()
    code, said = start(words)
    seconds = time.perf_counter() - began
    with capsys.disabled():
        print(f"\njournal: 100000 entries and 2 checkpoints checked in {seconds:.2f} s")
    assert (code, json.loads(said)["findings"]) == (0, [])
    assert seconds < 60
