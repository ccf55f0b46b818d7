"""What Outlook packed in winmail.dat: the files, and the words when there are none outside it.

Unpacked by a process of its own with little memory and time (security.md 4.20): the library copies the rest of the
file for every object, believes any count it reads, and writes to a log what it could not read. Whatever cannot be
unpacked stays attached as it came.
"""

import json
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kring.support.intake.mail.html_text import words_of
from kring.support.intake.mail.letter import Attachment

TYPES: Final = ("application/ms-tnef", "application/vnd.ms-tnef")
NAME: Final = "winmail.dat"
SECONDS: Final = 6.0
LARGEST: Final = 20 * 1024 * 1024
_PROGRAM: Final = [sys.executable, "-I", "-W", "ignore", str(Path(__file__).parent / "winmail_child.py")]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was inside."""

    text: str
    attachments: tuple[Attachment, ...]


def is_winmail(kind: str, name: str) -> bool:
    """Whether a part is such a package, by its type or by its name."""
    return kind in TYPES or name.casefold() == NAME


def unpacked(content: bytes) -> Unpacked | None:
    """The words and files of a package; None when it cannot be unpacked within the limits."""
    if len(content) > LARGEST:
        return None
    try:
        done = subprocess.run(_PROGRAM, input=content, capture_output=True, timeout=SECONDS, check=True)
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    text = told["text"] or words_of(told["html"])
    files = tuple(
        Attachment(name or "attachment", "application/octet-stream", b64decode(data)) for name, data in told["files"]
    )
    return Unpacked(text.replace("\r\n", "\n").replace("\r", "\n").strip(), files)
