"""Hostile sizes and shapes: nothing raises, nothing is lost, nothing takes long.

Time is processor time of this process and the bound is loose, because the machine may be busy; each of these took
minutes or never ended in an earlier form of the code.
"""

import time

import pytest

from kring.support.intake.mail import Unreadable, limits, read_mail
from kring.support.intake.mail.tests.bytes_of import message

SECONDS = 4.0


def nested(levels: int) -> bytes:
    """A multipart in a multipart, `levels` deep."""
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n' for level in range(levels))
    return f"From: jo@school.example\nSubject: diep\n{opening}\nhallo\n".encode()


def many(count: int, piece: str = "Content-Type: text/plain\n\nx") -> bytes:
    """One multipart with `count` parts."""
    return message(f"--e\n{piece}\n" * count + "--e--", content_type="multipart/mixed; boundary=e")


def page(text: str) -> bytes:
    return message(text, content_type="text/html")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (nested(10), None),
        (nested(60), Unreadable.TOO_DEEP),
        (nested(5_000), Unreadable.TOO_DEEP),
        (message("Content-Type: message/rfc822\n\n" * 50_000, content_type="message/rfc822"), Unreadable.TOO_DEEP),
        (many(20), None),
        (many(10_000), Unreadable.TOO_MANY_PARTS),
        (many(4_000, ""), Unreadable.TOO_MANY_PARTS),
        (message("x" * 76 + "\n") + b"a" * 50 * 1024 * 1024, Unreadable.TOO_LARGE),
        (message("\n" * 500_000 + "x"), Unreadable.TOO_LARGE),
        (b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx", Unreadable.TOO_LARGE),
        (message("woord " * 300_000), Unreadable.TOO_MUCH_TEXT),
        (message("x", subject="=?utf-8?q?a?= " * 20_000), None),
        (message("x", sender="(" * 400_000), None),
        (message("x", sender="a<" * 100_000), None),
        (message("x", extra="To: a@b.example\n" * 20_000), None),
        (message("x", content_type="text/plain;" + ' a="b;";' * 40_000), None),
        (message("x", content_type="text/plain;" + "".join(f" n*{n}*=a;" for n in range(20_000))), None),
        (message("-" * 490 + "\n").replace(b"\n\n-", b"\n\n" + b"-" * 400_000), None),
        (message(("Van" + " " * 490 + "x\n") * 1_900), None),
        (message("ik ben " * 140_000), None),
        (message("a-" * 400_000, content_type="text/plain; charset=punycode"), None),
        (page("<" * 1_000_000), Unreadable.TOO_MUCH_TEXT),
        (page("<a " * 400_000), Unreadable.TOO_MUCH_TEXT),
        (page("<!--" * 400_000), Unreadable.TOO_MUCH_TEXT),
        (page("<script>" * 200_000), Unreadable.TOO_MUCH_TEXT),
        (page("<!" * 100_000 + "dag"), None),
        (page("&" * 900_000), None),
        (page("dag &#" + "9" * 900_000), None),
    ],
)
def test_a_bomb_is_kept_and_costs_little(raw: bytes, reason: Unreadable | None) -> None:
    started = time.process_time()
    mail = read_mail(raw)
    assert time.process_time() - started < SECONDS
    assert (mail.unreadable, mail.raw is raw) == (reason, True)
    assert mail.troubles == ()


def test_beyond_a_limit_the_head_is_still_read_and_judged() -> None:
    large = b"\n" * (limits.LINES + 1)
    person = read_mail(message() + large)
    machine = read_mail(message(extra="Auto-Submitted: auto-replied\n") + large)
    report = read_mail(message(content_type="multipart/report") + large)
    assert person.subject == "Vraag"
    assert person.receipt_to == person.sender is not None
    assert machine.receipt_to is report.receipt_to is None
