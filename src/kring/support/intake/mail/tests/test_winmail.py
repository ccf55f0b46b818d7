"""What Outlook packs in winmail.dat comes out; what is hostile or broken stays attached and costs little."""

import struct
import time
from base64 import encodebytes

import pytest

from kring.support.intake.mail import read_mail
from kring.support.intake.mail.tests.bytes_of import parts
from kring.support.intake.mail.winmail import unpacked

_TITLE, _DATA, _REND, _BODY, _PROPERTIES, _ATTACHMENT = 0x8010, 0x800F, 0x9002, 0x800C, 0x9003, 0x9005
_CODEPAGE, _BINARY, _TEXT = 0x9007, 6, 2


def thing(level: int, name: int, kind: int, data: bytes) -> bytes:
    """One object of a package."""
    return struct.pack("<BHHI", level, name, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def properties(*named: tuple[int, int, bytes]) -> bytes:
    """A list of properties, each with its type, its name and one value."""
    told = struct.pack("<I", len(named))
    for kind, name, value in named:
        told += struct.pack("<HHII", kind, name, 1, len(value)) + value + b"\0" * (-len(value) % 4)
    return told


def package(*files: tuple[str, str, bytes], body: str = "") -> bytes:
    """A winmail.dat with these files (short name, long name, content)."""
    packed = struct.pack("<IH", 0x223E9F78, 1) + thing(1, _CODEPAGE, _BINARY, struct.pack("<II", 1252, 0))
    if body:
        packed += thing(1, _PROPERTIES, _BINARY, properties((0x001F, 0x1000, (body + "\0").encode("utf-16-le"))))
    for short, long, content in files:
        packed += thing(2, _REND, _BINARY, b"\0" * 14) + thing(2, _TITLE, _TEXT, short.encode("cp1252") + b"\0")
        packed += thing(2, _DATA, _BINARY, content)
        named = properties((0x001F, 0x3707, (long + "\0").encode("utf-16-le")))
        packed += thing(2, _ATTACHMENT, _BINARY, named)
    return packed + b"\0" * 12


def mail(packed: bytes, text: str = "Zie bijlage.", kind: str = "application/ms-tnef") -> bytes:
    head = f'Content-Type: {kind}; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n'
    return parts(f"Content-Type: text/plain\n\n{text}", head.encode() + encodebytes(packed))


@pytest.mark.parametrize("kind", ["application/ms-tnef", "application/octet-stream"])
def test_the_files_inside_count_and_the_package_does_not(kind: str) -> None:
    packed = package(("NOTA~1.PDF", "nota klassenraad.pdf", b"%PDF-1"), ("B.TXT", "brief é.txt", b"dag"))
    read = read_mail(mail(packed, kind=kind))
    assert [(one.name, one.content) for one in read.attachments] == [
        ("nota klassenraad.pdf", b"%PDF-1"),
        ("brief é.txt", b"dag"),
    ]
    assert read.text == "Zie bijlage."
    assert read.troubles == ()


def test_the_words_inside_are_read_when_there_are_none_outside() -> None:
    packed = package(body="Ik maak mij zorgen over een leerling.")
    assert read_mail(mail(packed, text="")).text == "Ik maak mij zorgen over een leerling."
    assert read_mail(mail(packed)).text == "Zie bijlage."


def test_a_name_with_folders_keeps_none() -> None:
    read = read_mail(mail(package(("A", "..\\..\\etc/pass\x07wd", b"x"))))
    assert [one.name for one in read.attachments] == ["passwd"]


_START = struct.pack("<IH", 0x223E9F78, 1)
HOSTILE = {
    "empty": b"",
    "no package": b"dag",
    "cut off": package(("A", "a", b"x" * 1000))[:200],
    "endless properties": _START + thing(1, _PROPERTIES, _BINARY, b"\xff\xff\xff\xff") + b"\0" * 12,
    "endless values": _START
    + thing(1, _PROPERTIES, _BINARY, struct.pack("<IHHI", 1, 0x1002, 0x1000, 0xFFFFFFFF))
    + b"\0" * 12,
    "endless rows": _START + thing(1, 0x9004, _BINARY, b"\xff\xff\xff\xff" + b"\0" * 8) + b"\0" * 12,
    "many small things": _START + thing(1, 0x8020, 3, b"") * 500_000,
    "a file without a place": _START + thing(2, _TITLE, _TEXT, b"a") + b"\0" * 12,
}


@pytest.mark.parametrize("how", HOSTILE)
def test_what_is_hostile_stays_attached_and_costs_little(how: str) -> None:
    began = time.monotonic()
    read = read_mail(mail(HOSTILE[how]))
    assert time.monotonic() - began < 12
    assert read.text == "Zie bijlage."
    assert len(read.raw) > 0
    assert read.troubles == ()
    assert read.attachments
    assert how == "cut off" or [one.content for one in read.attachments] == [HOSTILE[how]]


def test_what_is_too_large_is_not_unpacked() -> None:
    assert unpacked(_START + b"\0" * (20 * 1024 * 1024)) is None
