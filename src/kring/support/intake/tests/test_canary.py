"""Stolen bytes: a marker in every field and in a mail; none of it lies readable in any table or in the log."""

import base64
import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.apps import apps
from django.db import connection

from kring.support.intake.mail import Found
from kring.support.intake.mail.tests.bytes_of import message
from kring.support.intake.mailbox import Mailbox
from kring.support.intake.tests.public_form import STORY, YOU, Browser, referred
from kring.team.testing import Town

MARKERS = {
    name: f"zeer{name}woord"
    for name in (
        "naam",
        "school",
        "adres",
        "bezorgd",
        "geprobeerd",
        "wens",
        "onderwerp",
        "tekst",
        "afzender",
        "bijlage",
    )
}
TYPED: dict[str, dict[str, object]] = {
    "you": {
        **YOU,
        "name": MARKERS["naam"],
        "organisation": MARKERS["school"],
        "email": f"{MARKERS['adres']}@x.example",
    },
    "story": {**STORY, "concern": MARKERS["bezorgd"], "tried": MARKERS["geprobeerd"]},
    "talk": {"wishes": MARKERS["wens"]},
}
MAIL = message(
    f"{MARKERS['tekst']}\n",
    subject=MARKERS["onderwerp"],
    sender=f"{MARKERS['afzender']}@x.example",
    extra=f"X-Bijlage: {MARKERS['bijlage']}\n",
)


def shapes(marker: str) -> Iterator[bytes]:
    """A marker as it might lie there: raw, UTF-16, hex, base64 at each offset."""
    raw = marker.encode()
    yield from (raw, marker.upper().encode(), marker.encode("utf-16-le"), raw.hex().encode())
    yield from (base64.b64encode(b"x" * skip + raw)[4:-4] for skip in range(3))


def stored() -> Iterator[bytes]:
    """Every value of every table, and what unpacks of it: a seal is random, and one in 65,536 only begins as gzip."""
    with connection.cursor() as cursor:
        for model in apps.get_models():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            for row in cursor.fetchall():
                for value in row:
                    raw = bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
                    yield raw
                    with suppress(OSError, EOFError, zlib.error):
                        yield gzip.decompress(raw)


def planted() -> None:
    Browser().open().send(TYPED["you"]).send(TYPED["story"]).send(TYPED["talk"])
    assert "code c4" in referred().text
    Mailbox().take_in(Found(MAIL, f"{MARKERS['tekst']}.eml"))


def test_no_marker_lies_readable_in_a_table_or_the_log(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    planted()
    everything = b"\n".join(stored())
    hits = [name for name, marker in MARKERS.items() for shape in shapes(marker) if shape in everything]
    assert hits == []
    assert [name for name, marker in MARKERS.items() if marker in caplog.text] == []


def test_it_would_notice() -> None:
    marker = MARKERS["tekst"]
    for before in ("", "x", "xx"):
        kept = base64.b64encode(f"{before}{marker} en meer".encode())
        assert any(shape in kept for shape in shapes(marker))
