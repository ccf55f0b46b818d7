"""The search through stolen bytes finds what is there, in every shape: otherwise finding nothing would mean nothing."""

import base64
import gzip
import hashlib
import secrets
import zlib
from collections.abc import Callable

import pytest

from tests.stories.searching import Hit, Search, base64_of, digits, fingerprints, shapes, word


def around(middle: bytes) -> bytes:
    """Random bytes before and after, as in a database page."""
    return secrets.token_bytes(4001) + middle + secrets.token_bytes(4002)


def found(planted: str, stolen: bytes) -> set[str]:
    return {hit.shape for hit in Search({"the word": planted}).of([("a file", stolen)])}


@pytest.mark.parametrize(
    "change", [str, str.upper, str.lower, str.swapcase], ids=["as is", "upper", "lower", "swapped"]
)
def test_in_any_case_and_in_wide_letters(change: Callable[[str], str]) -> None:
    planted = word()
    changed = change(planted)
    assert "any raw" in found(planted, around(changed.encode()))
    assert "any utf-16-le" in found(planted, around(changed.encode("utf-16-le")))
    assert "any utf-16-be" in found(planted, around(changed.encode("utf-16-be")))
    assert "any utf-32-le" in found(planted, around(changed.encode("utf-32-le")))


def test_in_hex_of_both_cases_and_backwards() -> None:
    planted = word()
    assert "any hex" in found(planted, around(planted.encode().hex().encode()))
    assert "any hex" in found(planted, around(planted.encode().hex().upper().encode()))
    assert "any hex of upper" in found(planted, around(planted.upper().encode().hex().encode()))
    assert "any backwards" in found(planted, around(planted[::-1].encode()))


@pytest.mark.parametrize("before", range(7))
@pytest.mark.parametrize("after", range(4))
def test_in_base64_wherever_it_stands_in_the_coded_text(before: int, after: int) -> None:
    planted = word()
    text = secrets.token_bytes(before) + planted.encode() + secrets.token_bytes(after)
    assert f"base64+{before % 3}" in found(planted, around(base64.b64encode(text)))
    assert f"base64url+{before % 3}" in found(planted, around(base64.urlsafe_b64encode(text)))
    wide = secrets.token_bytes(before) + planted.encode("utf-16-le") + secrets.token_bytes(after)
    assert f"base64+{before % 3} of utf-16-le" in found(planted, around(base64.b64encode(wide)))


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256"])
def test_as_a_plain_fingerprint(kind: str) -> None:
    planted = word()
    digest = hashlib.new(kind, planted.encode())
    assert kind in found(planted, around(digest.digest()))
    assert f"any {kind} as hex" in found(planted, around(digest.hexdigest().upper().encode()))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda text: zlib.compress(text, 9)])
def test_inside_a_packed_stream(pack: Callable[[bytes], bytes]) -> None:
    planted = word()
    stream = pack(b"a line before\n" * 40 + planted.encode() + b"\na line behind" * 40)
    assert planted.encode() not in stream
    assert found(planted, around(stream)) == {"any raw", "any quoted"}
    assert found(planted, around(stream[:-5])), "a stream without its end"


def test_and_nothing_where_nothing_is() -> None:
    planted = {"a word": word(), "a number": digits()}
    assert Search(planted).of([("noise", secrets.token_bytes(400_000)), ("empty", b"")]) == []


def test_it_says_what_was_found_where() -> None:
    planted = word()
    hits = Search({"name in the form": planted}).of([("server.log", around(planted.encode()))])
    assert Hit("name in the form", "server.log", "any raw") in hits


def test_a_word_has_enough_shapes_and_no_two_words_share_one() -> None:
    one, other = shapes(word()), shapes(word())
    assert len(one) >= 40
    assert all(len(needle) >= 12 for needle in one.values())
    assert not set(one.values()) & set(other.values())
    assert len(list(base64_of(b"some word here"))) == 6


def test_a_stem_finds_every_word_that_begins_with_it_and_names_it() -> None:
    stem = word(8)
    planted = {name: word(10, stem) for name in ("name", "concern", "password")} | {"a token": word()}
    search = Search(planted, (stem,))
    shapes_tried = {hit.shape for shape in shapes(stem).values() for hit in search.of([("x", around(shape))])}
    assert shapes_tried >= shapes(stem).keys() - fingerprints(stem).keys()
    for name, text in planted.items():
        for shape, needle in shapes(text).items():
            found_there = search.of([("a file", around(needle))])
            assert name in {hit.planted for hit in found_there}, (name, shape)
    assert search.of([("a file", around(planted["name"][:12].encode()))])[0].planted == "a piece of a word"
    assert search.of([("noise", secrets.token_bytes(100_000))]) == []
