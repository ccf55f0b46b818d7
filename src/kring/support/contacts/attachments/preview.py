"""A small picture of a photo, drawn by a process of its own with little memory, time and points (security.md 4.20).

The photo goes in through a pipe, piece by piece; nothing touches a disk. What cannot be drawn has no preview: the file
itself is as well kept as any other. What comes out was drawn anew and carries nothing of the camera or the place.
"""

import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, Final, cast

from kring.support.contacts.attachments.kinds import HUGE, NotTaken

SECONDS: Final = 12.0
MOST_OUT: Final = 1024 * 1024
TOO_MANY_POINTS: Final = 3
_PROGRAM: Final = [sys.executable, "-I", "-W", "ignore", str(Path(__file__).parent / "preview_child.py")]


def drawn(content: Iterable[bytes]) -> bytes | None:
    """The small JPEG, or None. Raises `NotTaken` when the picture is a bomb."""
    try:
        return _drawn(content)
    except (OSError, subprocess.SubprocessError):
        return None


def _drawn(content: Iterable[bytes]) -> bytes | None:
    with subprocess.Popen(
        _PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as child:
        ending = Timer(SECONDS, child.kill)
        ending.start()
        try:
            picture = _through(cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout), content)
            code = child.wait()
        finally:
            ending.cancel()
            child.kill()
    if code == TOO_MANY_POINTS:
        raise NotTaken(HUGE)
    whole = code == 0 and picture.startswith(b"\xff\xd8\xff") and len(picture) <= MOST_OUT
    return picture if whole else None


def _through(into: IO[bytes], out: IO[bytes], content: Iterable[bytes]) -> bytes:
    """The child reads all before it answers, so writing first and reading then cannot wait for each other."""
    with suppress(BrokenPipeError):
        for piece in content:
            into.write(piece)
        into.close()
    return out.read(MOST_OUT + 1)
