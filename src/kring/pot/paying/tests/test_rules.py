"""What a grant is owed, as a table; half of it from an accountant's head."""

import pytest

from kring.pot.paying.codelists import Kind
from kring.pot.paying.rules import owed

A, B, R = Kind.ADVANCE, Kind.BALANCE, Kind.RECLAIM


@pytest.mark.parametrize(
    ("state", "granted", "percent", "paid", "kind", "cents"),
    [
        ("asked", 0, 80, 0, None, 0),
        ("declined", 0, 80, 0, None, 0),
        ("granted", 1850, 80, 0, A, 148000),
        ("granted", 333, 70, 0, A, 23310),
        ("granted", 1850, 80, 148000, None, 0),
        ("granted", 1850, 0, 0, None, 0),
        ("done", 1850, 80, 148000, B, 37000),
        ("done", 1850, 0, 0, B, 185000),
        ("done", 1850, 100, 185000, None, 0),
        ("done", 1200, 80, 148000, R, -28000),
        ("done", 0, 80, 148000, R, -148000),
        ("done", 1200, 80, 120000, None, 0),
    ],
)
def test_what_is_owed(state: str, granted: int, percent: int, paid: int, kind: Kind | None, cents: int) -> None:
    now = owed(state, granted_euro=granted, advance_percent=percent, paid_cents=paid)
    assert ((now.kind, now.cents) if now else (None, 0)) == (kind, cents)
