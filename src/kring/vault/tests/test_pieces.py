"""Long content in pieces: what is swapped, left out, repeated, cut off or moved does not open."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.vault import server_keys
from kring.vault.pieces import SIZE, Sealing, Whole, opened
from kring.vault.primitives import bucket, new_key
from kring.vault.refusals import Refused
from kring.vault.server_keys import ServerKeys

KEY, OF = new_key(), "an attachment"
LENGTHS = [0, 1, 99, SIZE - 1, SIZE, SIZE + 1, 2 * SIZE, 2 * SIZE + 7]


def sealed(content: bytes, *, step: int = 65_536) -> tuple[list[bytes], Whole]:
    sealing = Sealing(KEY, OF)
    blobs = [blob for at in range(0, len(content), step) for blob in sealing.take(content[at : at + step])]
    last, whole = sealing.end()
    return [*blobs, last], whole


def refused(blobs: list[bytes], whole: Whole, *, of: str = OF) -> bool:
    try:
        b"".join(opened(KEY, of, blobs, whole))
    except Refused:
        return True
    return False


@settings(max_examples=60, deadline=None)
@given(
    length=st.sampled_from(LENGTHS),
    step=st.integers(1000, 900_000),
)
def test_what_goes_in_comes_out(length: int, step: int) -> None:
    content = bytes(index % 251 for index in range(997)) * (length // 997 + 1)
    blobs, whole = sealed(content[:length], step=step)
    assert b"".join(opened(KEY, OF, blobs, whole)) == content[:length]
    assert whole == Whole(max(1, -(-length // SIZE)), length)


def test_every_attack_on_the_pieces_is_caught() -> None:
    blobs, whole = sealed(b"abc" * SIZE)
    assert len(blobs) == 3
    orders = [list(order) for order in permutations(blobs) if list(order) != blobs]
    shorter = [blobs[:end] for end in range(3)] + [blobs[1:], [blobs[0], blobs[2]]]
    longer = [[*blobs, blobs[2]], [blobs[0], *blobs]]
    flipped = [[*blobs[:at], bytes([*blobs[at][:-1], blobs[at][-1] ^ 1]), *blobs[at + 1 :]] for at in range(3)]
    other, _ = sealed(b"xy" * SIZE)
    mixed = [[*blobs[:2], other[1]], [other[1], *blobs[1:]]]
    tried = [*orders, *shorter, *longer, *flipped, *mixed]
    assert [refused(one, whole) for one in tried] == [True] * len(tried)
    assert refused(blobs, whole, of="another attachment")
    lies = [Whole(2, whole.length), Whole(4, whole.length), Whole(3, whole.length - 1), Whole(2, 2 * SIZE)]
    assert [refused(blobs, lie) for lie in lies] == [True] * len(lies)


def handed_out(blobs: list[bytes], whole: Whole) -> int:
    """How many pieces came out before it was refused."""
    number = 0
    try:
        for _ in opened(KEY, OF, blobs, whole):
            number += 1
    except Refused:
        return number
    return -1


def test_a_lie_about_the_length_is_noticed_before_the_last_piece_is_handed_out() -> None:
    """A page sends what comes out at once: what is refused afterwards was given already."""
    blobs, whole = sealed(b"abc" * SIZE)
    assert handed_out(blobs, Whole(whole.pieces, whole.length + 1)) == 2
    assert handed_out(blobs, Whole(whole.pieces + 1, whole.length)) == 2
    assert handed_out(blobs, Whole(whole.pieces - 1, whole.length)) == 1
    assert handed_out([*blobs, blobs[-1]], whole) == 3


def test_pieces_of_another_instance_do_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    blobs, whole = sealed(b"x")
    ours = server_keys.server_keys()
    monkeypatch.setattr(server_keys, "_cached", lambda path: ServerKeys("another instance", ours.masters))
    assert refused(blobs, whole)


def test_one_piece_in_memory_and_no_padding_wasted() -> None:
    assert bucket(SIZE + 4) == SIZE + 4 == 1024 * 1024
    sealing = Sealing(KEY, OF)
    for _ in range(200):
        for blob in sealing.take(bytes(100_000)):
            assert len(blob) < SIZE + 100
        assert len(sealing._waiting) <= SIZE + 100_000
