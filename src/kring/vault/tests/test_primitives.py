"""Properties of sealing, keeping, giving and encoding, over values that hypothesis makes up."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kring.vault.primitives import (
    SUITE_DEVICE,
    SUITE_HYBRID,
    Key,
    Private,
    begin_mac,
    bucket,
    derive,
    encode,
    end_mac,
    give,
    id_of,
    is_id,
    keep,
    mac,
    new_id,
    new_key,
    new_pair,
    open_kept,
    open_sealed,
    public_of,
    seal,
)
from kring.vault.refusals import Refused

keys = st.binary(min_size=32, max_size=32).map(Key)
part = st.one_of(st.text(max_size=40), st.binary(max_size=300), st.integers(), st.booleans(), st.none())
parts = st.lists(part, max_size=6).map(tuple)
many = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PAIRS = {suite: new_pair(suite) for suite in (SUITE_DEVICE, SUITE_HYBRID)}


def typed(values: tuple[object, ...]) -> tuple[tuple[type, object], ...]:
    """Python says True == 1; the encoder does not."""
    return tuple((type(value), value) for value in values)


@many
@given(keys, st.binary(max_size=6000), st.binary(max_size=80))
def test_what_was_sealed_opens_with_its_key_and_context(key: Key, plain: bytes, context: bytes) -> None:
    blob = seal(key, plain, context)
    assert open_sealed(key, blob, context) == plain
    assert len(blob) == 1 + 16 + 16 + bucket(len(plain) + 4) + 16


@many
@given(keys, st.binary(max_size=400), st.binary(max_size=40), st.data())
def test_one_flipped_bit_opens_nothing(key: Key, plain: bytes, context: bytes, pick: st.DataObject) -> None:
    blob = bytearray(seal(key, plain, context))
    bit = pick.draw(st.integers(0, len(blob) * 8 - 1))
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Refused):
        open_sealed(key, bytes(blob), context)


@many
@given(keys, keys, st.binary(max_size=40), st.binary(max_size=40))
def test_another_key_or_context_opens_nothing(key: Key, other: Key, context: bytes, elsewhere: bytes) -> None:
    assume(key != other)
    assume(context != elsewhere)
    for make, unmake in ((seal, open_sealed), (keep, open_kept)):
        blob = make(key, b"content", context)
        assert unmake(key, blob, context) == b"content"
        for tried, at in ((other, context), (key, elsewhere)):
            with pytest.raises(Refused):
                unmake(tried, blob, at)


@many
@given(keys, st.binary(max_size=64), st.binary(max_size=40), st.data())
def test_one_flipped_bit_of_what_is_kept_opens_nothing(
    key: Key, plain: bytes, context: bytes, pick: st.DataObject
) -> None:
    blob = bytearray(keep(key, plain, context))
    bit = pick.draw(st.integers(0, len(blob) * 8 - 1))
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Refused):
        open_kept(key, bytes(blob), context)


@pytest.mark.parametrize("suite", PAIRS)
@settings(max_examples=60, deadline=None)
@given(secret=keys, context=st.binary(max_size=40), pick=st.data())
def test_what_was_given_is_taken_by_its_receiver_only(
    suite: int, secret: Key, context: bytes, pick: st.DataObject
) -> None:
    private, stranger = Private(PAIRS[suite].private), Private(new_pair(suite).private)
    blob = give(PAIRS[suite].public, secret, context)
    assert private.take(blob, context) == secret
    bit = pick.draw(st.integers(0, len(blob) * 8 - 1))
    flipped = bytearray(blob)
    flipped[bit // 8] ^= 1 << bit % 8
    for who, what, where in (
        (stranger, blob, context),
        (private, bytes(flipped), context),
        (private, blob, context + b"!"),
    ):
        with pytest.raises(Refused):
            who.take(what, where)


@pytest.mark.parametrize("blob", [b"", b"\x10", b"\x11" + bytes(28), b"\x02" + bytes(1168), b"\x07" + bytes(200)])
def test_what_is_no_blob_is_refused(blob: bytes) -> None:
    for action in (open_sealed, open_kept):
        with pytest.raises(Refused):
            action(new_key(), blob, b"")
    with pytest.raises(Refused):
        Private(PAIRS[SUITE_HYBRID].private).take(blob, b"")


def test_a_record_commits_to_its_key() -> None:
    """GCM alone lets one blob open under two keys; the tag in the header does not, and it is checked."""
    key = new_key()
    blob = seal(key, b"content", b"")
    for at in range(17, 33):
        changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with pytest.raises(Refused):
            open_sealed(key, changed, b"")


def test_sizes_are_padded_to_few_lengths() -> None:
    sizes = {len(seal(Key(bytes(32)), bytes(size), b"")) for size in range(0, 4000, 7)}
    assert len(sizes) == 7
    assert {bucket(size) for size in range(1, 65)} == {64}
    for size, larger in pairwise(range(1, 200_000, 37)):
        assert size <= bucket(size) <= bucket(larger)
    assert bucket(65_537) == 131_072


@settings(max_examples=1000, deadline=None)
@given(parts, parts)
def test_two_different_tuples_never_encode_alike(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert (encode(*one) == encode(*other)) == (typed(one) == typed(other))  # type: ignore[arg-type]  # made up above


@many
@given(parts, parts, parts)
def test_where_a_tuple_is_cut_makes_another_one(
    one: tuple[object, ...], two: tuple[object, ...], more: tuple[object, ...]
) -> None:
    whole = encode(*one, *two)  # type: ignore[arg-type]  # made up above
    assert whole == encode(*one) + encode(*two)  # type: ignore[arg-type]  # made up above
    assume(two)
    assert whole != encode(*one, encode(*two), *more)  # type: ignore[arg-type]  # made up above


def test_long_parts_are_told_from_short_ones() -> None:
    for size in (255, 256, 257, 65_536):
        assert encode("x" * size) == b"s" + size.to_bytes(4, "big") + b"x" * size
        assert encode(b"x" * size, 1) == b"b" + size.to_bytes(4, "big") + b"x" * size + b"i\x00\x00\x00\x011"


def test_each_purpose_has_a_key_of_its_own() -> None:
    key = new_key()
    derived = {derive(key, purpose, salt) for purpose in ("a", "b", "ab") for salt in (b"", b"salt")}
    assert len(derived) == 6
    assert derive(key, "a", size=60)[:32] == derive(key, "a")


def test_ids_and_keys_are_never_met_twice() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000
    assert len({seal(Key(bytes(32)), b"", b"")[1:17] for _ in range(1000)}) == 1000
    assert all(public_of(pair.private) == pair.public for pair in PAIRS.values())


@many
@given(keys, st.binary(max_size=80), st.lists(st.binary(max_size=300), max_size=4))
def test_a_mac_begun_once_ends_as_the_whole(key: Key, start: bytes, rests: list[bytes]) -> None:
    begun = begin_mac(key, start)
    assert [end_mac(begun, rest) for rest in rests] == [mac(key, start + rest) for rest in rests]


def test_derived_keys_and_macs_are_the_published_ones() -> None:
    """RFC 5869 as of its formula, RFC 4231 test case 2: what lies in databases must open for ever."""
    assert mac(b"Jefe", b"what do ya want for nothing?").hex().startswith("5bdcc146bf60754e6a042426089575c7")
    extracted = mac(b"salt", b"key")
    first = mac(extracted, b"kring/1/purpose\x01")
    assert derive(b"key", "purpose", b"salt", 60) == (first + mac(extracted, first + b"kring/1/purpose\x02"))[:60]
    assert derive(b"key", "purpose") == mac(mac(bytes(32), b"key"), b"kring/1/purpose\x01")


@many
@given(st.binary(min_size=16, max_size=40), st.integers(0, 127))
def test_an_id_made_from_bytes_tells_all_sixteen_apart_and_says_none_of_the_rest(raw: bytes, bit: int) -> None:
    assert is_id(id_of(raw))
    assert id_of(raw) == id_of(raw[:16]) == id_of(raw[:16] + b"more")
    flipped = bytearray(raw)
    flipped[bit // 8] ^= 1 << bit % 8
    assert id_of(bytes(flipped)) != id_of(raw)
