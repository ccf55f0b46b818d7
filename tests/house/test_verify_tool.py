"""The privacy officer's checker, alone against doctored exports: every one caught, every honest one passed.

The program under test is a script of its own: most attacks call its `main`, one of each kind starts it as the officer
would. What does not live here: the exports themselves (doctored_journals.py).
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
from pathlib import Path

import pytest

from kring.vault.merkle import leaf_hash
from kring.vault.notes import NoteKey
from kring.vault.primitives import sign, signer_of, verify
from tests.house.doctored_journals import (
    AT_HOME,
    ATTACKS,
    ENTRIES,
    HONEST,
    KEY,
    ORIGIN,
    STRANGER,
    Case,
    Row,
    checkpoint_of,
    copy_of,
    header_of,
    honest_variants,
    journal,
    made_right,
    numbered,
    replaced,
    sealed,
    told,
)

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_journal.py"
SCRIPT = runpy.run_path(str(TOOL))


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


def test_the_key_of_an_older_paper_kit_will_do(tmp_path: Path) -> None:
    """64 signs without a name, typed in groups: whose name it signs for is what the export says."""
    bare = KEY.public.hex()
    words = Case("clean", HONEST).write(tmp_path)
    words[words.index("--key") + 1] = " ".join(bare[at : at + 8] for at in range(0, 64, 8)).upper()
    assert start(words)[0] == 0
    words[words.index("--key") + 1] = signer_of(STRANGER).hex()
    assert start(words)[0] == 1


def test_a_key_without_a_name_vouches_for_no_other_house(tmp_path: Path) -> None:
    words = Case("elsewhere", HONEST, {**header_of(HONEST), "origin": "elsewhere.example"}).write(tmp_path)
    words[words.index("--key") + 1] = KEY.public.hex()
    code, said = start(words)
    assert (code, {one["kind"] for one in json.loads(said)["findings"]}) == (1, {"forged"})


def test_an_export_older_than_the_checkpoint_is_told_as_such(tmp_path: Path) -> None:
    """Exported first, checkpoint afterwards: nothing was cut, and the words say what to do."""
    older = made_right(HONEST[:12])
    words = Case("older", older, header_of(older)).write(tmp_path)[:-1]
    code, said = start(words)
    assert code == 1
    assert "of de uitvoer is ouder dan het controlepunt: voer opnieuw uit" in said


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
