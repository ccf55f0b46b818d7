"""What the instance exports is what the privacy officer's own checker reads: the two share no code, only a format."""

import subprocess
import sys
from pathlib import Path

import pytest

from kring.vault import checkpoints
from kring.vault.models import JournalEntry
from kring.vault.tests.conftest import World

TOOL = Path(__file__).resolve().parents[4] / "tools" / "verify_journal.py"

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world: World, tmp_path: Path) -> tuple[Path, str]:
    """The checkpoint and the key that the officer took home before anything happened."""
    home = tmp_path / "home.note"
    home.write_bytes(checkpoints.make_checkpoint().read_bytes())
    return home, str(checkpoints.note_key())


def verdict(folder: Path, home: Path, key: str) -> tuple[int, str]:
    export = folder / "journal.jsonl"
    export.write_text("".join(f"{line}\n" for line in checkpoints.export()))
    words = [sys.executable, "-I", str(TOOL), str(export), str(home), "--key", key, "--lang", "en"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_real_export_is_complete_and_unchanged(officer: tuple[Path, str], tmp_path: Path) -> None:
    code, said = verdict(tmp_path, *officer)
    assert (code, said[:22]) == (0, "Complete and unchanged"), said


def test_a_text_changed_in_the_database_is_named(officer: tuple[Path, str], tmp_path: Path) -> None:
    entry = JournalEntry.objects.get(index=1)
    entry.text = bytes(entry.text or b"").replace(b"system", b"nobody") + b" "
    entry.save()
    code, said = verdict(tmp_path, *officer)
    assert (code, "Entry 2: edited" in said) == (1, True), said


def test_a_row_taken_from_the_database_is_named(officer: tuple[Path, str], tmp_path: Path) -> None:
    JournalEntry.objects.filter(index=0).delete()
    code, said = verdict(tmp_path, *officer)
    assert (code, "Entry 1: deleted" in said) == (1, True), said


def test_a_text_that_was_dropped_is_told(officer: tuple[Path, str], tmp_path: Path) -> None:
    JournalEntry.objects.filter(index=1).update(text=None, salt=None)
    code, said = verdict(tmp_path, *officer)
    assert (code, "Entry 2: text dropped" in said) == (0, True), said
