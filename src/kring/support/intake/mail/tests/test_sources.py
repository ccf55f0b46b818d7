"""Where messages lie: each kind of place gives every message, whole and in order, and is left as it was."""

from pathlib import Path

import pytest

from kring.support.intake.mail import messages_in, read_mail, sources
from kring.support.intake.mail.tests.bytes_of import message

ONE, TWO = message("een"), message("twee\n\nFrom here on it is text\n\n>From ook", subject="Twee")
SEPARATOR = b"From jo@school.example Mon Mar  1 09:00:00 2021\n"


def test_an_mbox_is_cut_at_its_separators_only(tmp_path: Path) -> None:
    box = tmp_path / "post.mbox"
    box.write_bytes(SEPARATOR + ONE + b"\n\n" + SEPARATOR + TWO + b"\n")
    found = list(messages_in(box))
    assert [read_mail(each.raw).text for each in found] == ["een", "twee\n\nFrom here on it is text\n\n>From ook"]
    assert [each.place for each in found] == ["post.mbox:1", "post.mbox:2"]


def test_a_message_without_an_end_or_a_line_end_is_not_lost(tmp_path: Path) -> None:
    box = tmp_path / "inbox"
    box.write_bytes(SEPARATOR + b"\n\n" + SEPARATOR + b"Subject: los\n\nlaatste regel")
    assert [each.raw for each in messages_in(box)] == [b"\n\n", b"Subject: los\n\nlaatste regel"]


def test_a_maildir_gives_read_and_new_messages(tmp_path: Path) -> None:
    for place in ("cur", "new", "tmp"):
        (tmp_path / place).mkdir()
    (tmp_path / "cur" / "1.stad:2,S").write_bytes(ONE)
    (tmp_path / "new" / "2.stad").write_bytes(TWO)
    (tmp_path / "tmp" / "3.stad").write_bytes(b"half")
    assert [each.raw for each in messages_in(tmp_path)] == [ONE, TWO]


def test_a_folder_gives_its_messages_in_order_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(TWO)
    (tmp_path / "a.EML").write_bytes(ONE)
    (tmp_path / "leeg.eml").write_bytes(b"")
    (tmp_path / "lees-mij.txt").write_text("geen bericht")
    (tmp_path / "link.eml").symlink_to(tmp_path / "b.eml")
    assert [each.raw for each in messages_in(tmp_path)] == [ONE, TWO, b""]


def test_one_file_is_one_message_even_with_an_mbox_line(tmp_path: Path) -> None:
    file = tmp_path / "een.eml"
    file.write_bytes(SEPARATOR + ONE)
    (found,) = messages_in(file)
    assert found.raw == SEPARATOR + ONE
    assert read_mail(found.raw).subject == "Vraag"


@pytest.mark.parametrize("name", ["groot.eml", "groot.mbox"])
def test_a_message_too_large_to_keep_is_given_in_part_and_says_so(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sources, "KEPT_BYTES", 300)
    file = tmp_path / name
    file.write_bytes((SEPARATOR if name.endswith("mbox") else b"") + message("x\n" * 400))
    (found,) = messages_in(file)
    assert not found.whole
    assert 0 < len(found.raw) <= 300
    assert read_mail(found.raw).subject == "Vraag"


def test_nothing_at_the_place_is_an_error_and_not_an_empty_box(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(messages_in(tmp_path / "er-is-niets"))
