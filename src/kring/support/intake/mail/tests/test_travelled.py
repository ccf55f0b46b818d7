"""One message by two roads is one; whatever its sender wrote otherwise makes it another."""

import pytest

from kring.support.intake.mail.travelled import travelled

SENT = b"Message-ID: <1@school.example>\nReferences: <a@b>\n\t<c@d>\nSubject: Vraag\n\nHij komt niet meer.\n"
ROADS = (
    b"Received: from a by b;\n\tWed, 13 Jan 2021 10:24:23 +0100\n",
    b"From school Wed Jan 13 12:07:55 2021\nReturn-Path: <school@school.example>\nDelivered-To: team\n",
    b"ARC-Seal: i=1; a=x;\n b=y\nX-Spam-Status: No\nAuthentication-Results: mx;\n\tspf=pass\n",
)


@pytest.mark.parametrize("road", ROADS)
def test_the_road_does_not_count(road: bytes) -> None:
    assert travelled(road + SENT) == travelled(SENT) == SENT


def test_nor_do_line_ends() -> None:
    assert travelled(SENT.replace(b"\n", b"\r\n")) == SENT


@pytest.mark.parametrize(
    ("wrote", "instead"),
    [(b"<c@d>", b"<e@f>"), (b"Vraag", b"vraag"), (b"niet meer", b"nooit meer"), (b"1@school", b"2@school")],
)
def test_what_its_sender_wrote_counts(wrote: bytes, instead: bytes) -> None:
    assert travelled(SENT.replace(wrote, instead)) != travelled(SENT)


def test_a_line_of_the_text_is_no_line_of_the_road() -> None:
    text = SENT + b"Received: een brief\n"
    assert travelled(text) == text
