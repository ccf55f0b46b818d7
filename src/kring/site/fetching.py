"""Emptying the team mailbox: each message is sealed and committed here before the server hears that we have it.

So a line that breaks or a process that is killed loses nothing, and what was sealed before is known again: the next
round only finishes what was left. Messages are taken one by one, by their uid; whatever cannot be taken in stays.
"""

import imaplib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError, DataError

from kring.site.imap import Box, Then, opened
from kring.support.intake.mail import Found
from kring.support.intake.mail.sources import KEPT_BYTES
from kring.support.intake.mailbox import Mailbox, Taken

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

KEYWORD: Final = "KringTaken"
"""The mark on a message that is left where it lies."""
SIZES_AT_ONCE: Final = 500
STAYS: Final = (Taken.LEFT, Taken.FAILED)


class NoKeywords(Exception):
    """The server keeps no marks of ours, so messages cannot be left and told apart."""


def fetch(box: Box, mailbox: Mailbox) -> Iterator[Taken]:
    """Empty the mailbox once; what became of each message, as it happens."""
    with opened(box) as line:
        yield from empty(line, box, mailbox)


def empty(line: "BaseMailBox", box: Box, mailbox: Mailbox) -> Iterator[Taken]:
    """The same over a line that is open already."""
    if box.then is Then.LEAVE:
        _check_keywords(line)
    waiting = line.uids(f"UNKEYWORD {KEYWORD}" if box.then is Then.LEAVE else "ALL", charset=None)
    for uid, size in _sizes(line, waiting):
        taken = Taken.LEFT if size > KEPT_BYTES else _taken_in(line, uid, mailbox)
        if taken is None:
            continue
        if taken not in STAYS:
            acknowledge(line, box, uid)
        yield taken


def acknowledge(line: "BaseMailBox", box: Box, uid: str) -> None:
    """Tell the server that the message is ours now. Doing so twice changes nothing."""
    if box.then is Then.MOVE:
        line.move(uid, box.to)
        return
    mark = r"(\Deleted)" if box.then is Then.DELETE else f"({KEYWORD})"
    _told(line.client.uid("STORE", uid, "+FLAGS.SILENT", mark))
    if box.then is Then.DELETE:
        # Only this one where the server can: a plain EXPUNGE also takes what somebody else marked.
        precise = "UIDPLUS" in line.client.capabilities
        _told(line.client.uid("EXPUNGE", uid) if precise else line.client.expunge())


def _taken_in(line: "BaseMailBox", uid: str, mailbox: Mailbox) -> Taken | None:
    """None when the message is gone meanwhile. One that cannot be taken in does not stop the others."""
    answer = _told(line.client.uid("FETCH", uid, "(BODY.PEEK[])"))
    raw = next((part[1] for part in answer if isinstance(part, tuple)), None)
    if raw is None:
        return None
    try:
        return mailbox.take_in(Found(raw, uid))
    except DataError:
        return Taken.FAILED
    except DatabaseError:
        raise
    except Exception:  # noqa: BLE001 - any bytes may come in; it stays where it lies, and is counted
        return Taken.FAILED


def _sizes(line: "BaseMailBox", uids: list[str]) -> Iterator[tuple[str, int]]:
    for start in range(0, len(uids), SIZES_AT_ONCE):
        some = uids[start : start + SIZES_AT_ONCE]
        for answer in _told(line.client.uid("FETCH", ",".join(some), "(UID RFC822.SIZE)")):
            found = dict(_pairs(answer)) if isinstance(answer, bytes) else {}
            if b"UID" in found:
                yield found[b"UID"].decode(), int(found.get(b"RFC822.SIZE", b"0"))


def _pairs(answer: bytes) -> Iterator[tuple[bytes, bytes]]:
    words = answer.partition(b"(")[2].rstrip(b")").split()
    return zip(words[::2], words[1::2], strict=False)


def _check_keywords(line: "BaseMailBox") -> None:
    _, allowed = line.client.response("PERMANENTFLAGS")
    if not any(b"\\*" in (flags or b"") or KEYWORD.encode() in (flags or b"") for flags in allowed):
        raise NoKeywords


def _told(answer: tuple[str, list[object]]) -> list[object]:
    status, said = answer
    if status != "OK":
        raise imaplib.IMAP4.error("refused")
    return said
