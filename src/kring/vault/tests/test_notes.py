"""Checkpoints as text: the published example opens, ours round-trips, and no byte of it can be moved."""

from base64 import b64decode, b64encode
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.vault import primitives
from kring.vault.notes import (
    BrokenNote,
    Checkpoint,
    NoteKey,
    NotVouchedFor,
    Sign,
    Verify,
    open_checkpoint,
    open_note,
    sign_checkpoint,
    sign_note,
)

SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))
ORIGIN = "kring.example/journal"

# The worked example of golang.org/x/mod/sumdb/note, which the specification grew from.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def signer(seed: bytes = SEED) -> Sign:
    return partial(primitives.sign, seed)


def key_of(seed: bytes = SEED, name: str = ORIGIN) -> NoteKey:
    return NoteKey(name, primitives.signer_of(seed))


def checker(key: NoteKey) -> Verify:
    return partial(primitives.verify, key.public)


def signed(checkpoint: Checkpoint) -> str:
    return sign_checkpoint(checkpoint, key=key_of(), sign=signer())


def opened(note: str | bytes) -> Checkpoint:
    return open_checkpoint(note, key=key_of(), verify=checker(key_of()))


SOME = Checkpoint(ORIGIN, 48213, bytes(range(32)))


def test_the_published_note_opens() -> None:
    key = NoteKey.parse(GO_KEY)
    assert str(key) == GO_KEY
    assert open_note(GO_NOTE, key=key, verify=checker(key)).startswith("If you think")


def test_a_checkpoint_looks_as_the_specification_says() -> None:
    lines = signed(SOME).split("\n")
    assert lines[:4] == [ORIGIN, "48213", b64encode(bytes(range(32))).decode(), ""]
    dash, name, blob = lines[4].split(" ")
    assert (dash, name, lines[5:]) == ("—", ORIGIN, [""])
    assert b64decode(blob)[:4] == key_of().key_id
    assert len(b64decode(blob)) == 68


@given(
    size=st.integers(0, 2**63 - 1),
    root=st.binary(min_size=32, max_size=32),
    extension=st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), max_size=3),
)
def test_what_is_signed_opens_again(size: int, root: bytes, extension: list[str]) -> None:
    checkpoint = Checkpoint(ORIGIN, size, root, tuple(extension))
    assert opened(signed(checkpoint)) == checkpoint
    assert opened(signed(checkpoint).encode()) == checkpoint


def test_no_bit_can_be_flipped() -> None:
    note = signed(SOME).encode()
    survived = []
    for bit in range(8 * len(note)):
        forged = bytearray(note)
        forged[bit // 8] ^= 1 << bit % 8
        try:
            opened(bytes(forged))
        except (BrokenNote, NotVouchedFor):
            continue
        survived.append(bit)
    assert survived == []


def test_somebody_else_cannot_sign_for_us() -> None:
    forged = sign_checkpoint(SOME, key=key_of(), sign=signer(OTHER_SEED))
    with pytest.raises(NotVouchedFor):
        opened(forged)
    stranger = sign_checkpoint(SOME, key=key_of(OTHER_SEED), sign=signer(OTHER_SEED))
    with pytest.raises(NotVouchedFor):
        opened(stranger)


def test_another_journal_is_not_ours() -> None:
    other = Checkpoint("elsewhere.example", 1, bytes(32))
    with pytest.raises(BrokenNote):
        sign_checkpoint(other, key=key_of(), sign=signer())
    borrowed = sign_note(other.body(), key=key_of(), sign=signer())
    with pytest.raises(NotVouchedFor):
        opened(borrowed)


def test_signatures_of_strangers_beside_ours_are_ignored() -> None:
    witness = key_of(OTHER_SEED, "witness.example")
    line = sign_note(SOME.body(), key=witness, sign=signer(OTHER_SEED)).rpartition("\n\n")[2]
    assert opened(signed(SOME) + line) == SOME


def test_one_false_signature_of_ours_spoils_the_note() -> None:
    false = sign_note(SOME.body(), key=key_of(), sign=signer(OTHER_SEED)).rpartition("\n\n")[2]
    with pytest.raises(NotVouchedFor):
        opened(signed(SOME) + false)


def test_a_text_may_hold_empty_lines() -> None:
    text = "one\n\n\ntwo\n\n"
    note = sign_note(text, key=key_of(), sign=signer())
    assert open_note(note, key=key_of(), verify=checker(key_of())) == text


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\n\n",
        b"text\n",
        b"text\n\n",
        b"text\n\n\xff\n",
        "text\n\n— name\n".encode(),
        "text\n\n— na me AAAAAAA=\n".encode(),
        b"text\n\n- name AAAAAAA=\n",
        "text\n\n— name AAAA\n".encode(),
        "text\n\n— name AAAAAAB=\n".encode(),
        "text\x07\n\n— name AAAAAAA=\n".encode(),
        "text\r\n\n— name AAAAAAA=\n".encode(),
        "text\n\n— name AAAAAAA=".encode(),
        ("text\n\n" + "— name AAAAAAA=\n" * 65).encode(),
        "— name AAAAAAA=\n".encode(),
        "text\n\n— name AAAAAAA=\n— name AAAAAAA=".encode(),
        b"a" * 1_000_000 + "\n\n— name AAAAAAA=\n".encode(),
    ],
)
def test_a_note_out_of_form_is_refused(note: bytes) -> None:
    with pytest.raises(BrokenNote):
        open_note(note, key=key_of(), verify=lambda _message, _signature: True)


@pytest.mark.parametrize("size", ["", "01", "-1", "1e3", " 1", "٣", "9" * 20])
def test_a_size_has_one_spelling(size: str) -> None:
    with pytest.raises(BrokenNote):
        Checkpoint.parse(f"{ORIGIN}\n{size}\n{b64encode(bytes(32)).decode()}\n")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "a\n1\n",
        "a\n1\nAAAA\n",
        f"\n1\n{b64encode(bytes(32)).decode()}\n",
        "a\n1\n!\n",
        f"a\n1\n{b64encode(bytes(32)).decode()}\nx",
    ],
)
def test_a_body_out_of_form_is_refused(body: str) -> None:
    with pytest.raises(BrokenNote):
        Checkpoint.parse(body)


@pytest.mark.parametrize(
    "fields",
    [
        {"origin": ""},
        {"origin": "evil\n999"},
        {"origin": "tab\there"},
        {"size": -1},
        {"size": 2**63},
        {"root": bytes(31)},
        {"extension": ("",)},
    ],
)
def test_a_checkpoint_that_would_read_as_another_is_never_made(fields: dict[str, object]) -> None:
    whole: dict[str, object] = {"origin": ORIGIN, "size": 1, "root": bytes(32), **fields}
    with pytest.raises(BrokenNote):
        Checkpoint(**whole)  # type: ignore[arg-type]  # the wrong values are the test


@pytest.mark.parametrize("line", ["", "name", "name+00000000", GO_KEY[:-1], GO_KEY.replace("c74f", "c74e"), "a b+1+2"])
def test_a_key_out_of_form_is_refused(line: str) -> None:
    with pytest.raises(BrokenNote):
        NoteKey.parse(line)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "tab\t", "bell\x07"])
def test_a_name_has_no_spaces_and_no_plus(name: str) -> None:
    with pytest.raises(BrokenNote):
        NoteKey(name, bytes(32))


def test_a_key_of_another_kind_is_refused() -> None:
    other = f"{ORIGIN}+{key_of().key_id.hex()}+{b64encode(b'\x02' + key_of().public).decode()}"
    with pytest.raises(BrokenNote):
        NoteKey.parse(other)
    with pytest.raises(BrokenNote):
        NoteKey(ORIGIN, bytes(31))


def test_a_signature_of_another_length_is_never_asked_about() -> None:
    short = f"{SOME.body()}\n— {ORIGIN} {b64encode(key_of().key_id + b'short').decode()}\n"
    with pytest.raises(NotVouchedFor):
        open_note(short, key=key_of(), verify=lambda _message, _signature: True)


def test_a_text_that_cannot_be_split_again_is_never_signed() -> None:
    for text in ("no newline", "bell\x07\n"):
        with pytest.raises(BrokenNote):
            sign_note(text, key=key_of(), sign=signer())
    with pytest.raises(BrokenNote):
        sign_note("text\n", key=key_of(), sign=lambda _message: b"short")
