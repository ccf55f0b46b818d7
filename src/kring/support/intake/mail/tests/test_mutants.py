"""Any bytes at all: flipped, inserted, cut. Reading never raises, keeps every byte and ends."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.support.intake.mail import MachineKind, Unreadable, bodies, headers, machine, read_mail, reading
from kring.support.intake.mail.headers import Mail
from kring.support.intake.mail.tests.bytes_of import message, parts
from kring.support.intake.mail.tests.test_forwards import APPLE_NL, OUTLOOK_FR

INNER = b"Content-Type: message/rfc822\n\n" + message("Binnenin", sender="=?utf-8?Q?Zo=C3=AB?= <zoe@post.example>")
SEEDS = (
    message(OUTLOOK_FR, subject="TR: =?iso-8859-1?Q?caf=E9?="),
    parts(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nZo=C3=AB",
        "Content-Type: text/html; charset=iso-8859-1\n\n<p>Zo&euml;<br><!-- x --></p>",
        "Content-Type: application/pdf; name*=utf-8''caf%C3%A9.pdf\nContent-Transfer-Encoding: base64\n\nQUJDRA==",
        INNER,
    ),
    parts(
        f"Content-Type: text/plain\n\n{APPLE_NL}",
        "Content-Type: message/delivery-status\n\nStatus: 5.1.1",
        kind="report",
    ),
)
SCRAPS = (
    *(b"\n", b"\r\n\r\n", b"--edge\n", b"--edge--", b"=?utf-8?B?", b"?=", b"\x00", b"\xff\xfe", b'"', b"<", b"(", b";"),
    *(b"Content-Type: multipart/mixed; boundary=edge\n\n", b"Content-Type: message/rfc822\n\n", b"charset=", b"*0*="),
    *(b"Content-Transfer-Encoding: uuencode\n", b"From: ", b"From ", b"Date: 99999999999999999999", b"&#9999999999;"),
)


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """A seed with up to a dozen wounds."""
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 12))):
        place = draw(st.integers(0, max(len(raw) - 1, 0)))
        match draw(st.sampled_from(("flip", "insert", "cut", "repeat", "end"))):
            case "flip" if raw:
                raw[place] ^= draw(st.integers(1, 255))
            case "insert":
                raw[place:place] = draw(st.sampled_from(SCRAPS))
            case "cut":
                del raw[place : place + draw(st.integers(1, 80))]
            case "repeat":
                raw[place:place] = raw[place : place + 60] * draw(st.integers(1, 20))
            case _:
                del raw[max(place, 20) :]
    return bytes(raw)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutants())
def test_a_mutant_is_read_or_kept(raw: bytes) -> None:
    started = time.process_time()
    mail = read_mail(raw)
    assert time.process_time() - started < 2
    assert mail.raw == raw
    assert mail.troubles == ()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=3_000))
def test_any_bytes_are_kept(raw: bytes) -> None:
    assert read_mail(raw).raw == raw


@pytest.mark.parametrize(
    ("module", "name", "trouble"),
    [
        (reading, "sender_of", "sender"),
        (reading, "subject_of", "subject"),
        (reading, "date_of", "date"),
        (reading, "recipients_of", "recipients"),
        (reading, "original_author", "forward"),
        (reading, "machine_sign", "machine"),
        (bodies, "_chosen", "body"),
        (machine, "own_words", "machine"),
        (headers, "readable", "subject"),
    ],
)
def test_a_step_that_breaks_costs_only_its_own_field(
    module: object,
    name: str,
    trouble: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> Mail:
        raise AttributeError

    monkeypatch.setattr(module, name, broken)
    raw = parts("Content-Type: text/plain\n\ndag", "Content-Type: text/html\n\n<p>dag</p>", kind="alternative")
    mail = read_mail(raw)
    assert trouble in mail.troubles
    assert mail.raw == raw
    assert mail.message_id == "1@school.example"


def test_whoever_could_not_be_judged_gets_no_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> MachineKind:
        raise AttributeError

    monkeypatch.setattr(reading, "machine_sign", broken)
    mail = read_mail(message(extra="Auto-Submitted: auto-replied\n"))
    assert mail.unreadable is Unreadable.BROKEN
    assert mail.receipt_to is None
