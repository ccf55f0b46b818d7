"""The tree of RFC 6962: published vectors, growth against recomputing, and proofs that break on any flipped bit."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.vault.merkle import (
    EMPTY_ROOT,
    BrokenFrontier,
    Frontier,
    consistency_path,
    inclusion_path,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)

# The eight leaves of Certificate Transparency's own tests and their roots for every size.
PUBLISHED = [
    leaf_hash(bytes.fromhex(content))
    for content in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
PUBLISHED_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PUBLISHED_INCLUSION = {
    0: (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    5: (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
}
PUBLISHED_CONSISTENCY = {
    1: (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    2: (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    6: (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
}

leaf_lists = st.lists(st.binary(min_size=32, max_size=32), max_size=70)


def some_leaves(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4)) for number in range(count)]


def definition(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962 2.1, word for word: an oracle that shares nothing with the module."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + definition(leaves[:split]) + definition(leaves[split:])).digest()


def flipped(value: bytes, bit: int) -> bytes:
    return (int.from_bytes(value) ^ (1 << bit)).to_bytes(len(value))


def unhex(path: Sequence[str]) -> list[bytes]:
    return [bytes.fromhex(step) for step in path]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert root_of(PUBLISHED[:size]).hex() == PUBLISHED_ROOTS[size]
    frontier = Frontier()
    frontier.append_all(PUBLISHED[:size])
    assert frontier.root().hex() == PUBLISHED_ROOTS[size]


@pytest.mark.parametrize("index", PUBLISHED_INCLUSION)
def test_inclusion_is_the_published_one(index: int) -> None:
    path = unhex(PUBLISHED_INCLUSION[index])
    assert inclusion_path(PUBLISHED, index) == path
    assert verify_inclusion(PUBLISHED[index], index, 8, path, bytes.fromhex(PUBLISHED_ROOTS[8]))


@pytest.mark.parametrize("old_size", PUBLISHED_CONSISTENCY)
def test_consistency_is_the_published_one(old_size: int) -> None:
    path = unhex(PUBLISHED_CONSISTENCY[old_size])
    assert consistency_path(PUBLISHED, old_size) == path
    old, new = bytes.fromhex(PUBLISHED_ROOTS[old_size]), bytes.fromhex(PUBLISHED_ROOTS[8])
    assert verify_consistency(old_size, old, 8, new, path)


@given(leaf_lists)
def test_growing_equals_recomputing_after_each_step(leaves: list[bytes]) -> None:
    frontier = Frontier()
    for size, leaf in enumerate(leaves, 1):
        assert frontier.append(leaf) == size - 1
        assert frontier.root() == root_of(leaves[:size]) == definition(leaves[:size])
        assert Frontier.from_bytes(frontier.to_bytes()) == frontier


@given(leaf_lists, st.integers(min_value=0, max_value=70))
def test_growing_in_portions_is_growing(leaves: list[bytes], cut: int) -> None:
    frontier, kept = Frontier(), Frontier()
    frontier.append_all(leaves[:cut])
    before = frontier.copy()
    frontier.append_all(leaves[cut:])
    kept.append_all(leaves)
    assert frontier == kept
    assert before.root() == root_of(leaves[:cut])


def test_every_proof_of_every_small_tree_holds() -> None:
    for size in range(40):
        leaves = some_leaves(size)
        root = root_of(leaves)
        for index in range(size):
            assert verify_inclusion(leaves[index], index, size, inclusion_path(leaves, index), root)
        for old in range(size + 1):
            assert verify_consistency(old, root_of(leaves[:old]), size, root, consistency_path(leaves, old))


def test_a_leaf_is_proven_at_its_own_place_only() -> None:
    for size in range(2, 24):
        leaves = some_leaves(size)
        root = root_of(leaves)
        for index in range(size):
            path = inclusion_path(leaves, index)
            held = [place for place in range(size + 2) if verify_inclusion(leaves[index], place, size, path, root)]
            assert held == [index]


@given(st.data())
def test_any_flipped_bit_breaks_an_inclusion(data: st.DataObject) -> None:
    leaves = data.draw(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=70))
    index = data.draw(st.integers(0, len(leaves) - 1))
    parts = [leaves[index], root_of(leaves), *inclusion_path(leaves, index)]
    place, bit = data.draw(st.integers(0, len(parts) - 1)), data.draw(st.integers(0, 255))
    parts[place] = flipped(parts[place], bit)
    assert not verify_inclusion(parts[0], index, len(leaves), parts[2:], parts[1])


@given(st.data())
def test_any_flipped_bit_breaks_a_consistency(data: st.DataObject) -> None:
    leaves = data.draw(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=70))
    old = data.draw(st.integers(1, len(leaves) - 1))
    parts = [root_of(leaves[:old]), root_of(leaves), *consistency_path(leaves, old)]
    place, bit = data.draw(st.integers(0, len(parts) - 1)), data.draw(st.integers(0, 255))
    parts[place] = flipped(parts[place], bit)
    assert not verify_consistency(old, parts[0], len(leaves), parts[1], parts[2:])


@given(st.data())
def test_a_changed_past_is_never_consistent(data: st.DataObject) -> None:
    leaves = data.draw(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=70))
    old = data.draw(st.integers(1, len(leaves) - 1))
    changed = list(leaves)
    at = data.draw(st.integers(0, old - 1))
    changed[at] = flipped(changed[at], data.draw(st.integers(0, 255)))
    assert not verify_consistency(
        old, root_of(leaves[:old]), len(leaves), root_of(changed), consistency_path(changed, old)
    )


def test_a_shortened_or_lengthened_proof_is_refused() -> None:
    leaves = some_leaves(13)
    root, old = root_of(leaves), root_of(leaves[:6])
    path, grown = inclusion_path(leaves, 4), consistency_path(leaves, 6)
    for wrong in (path[:-1], [*path, root], path[::-1], []):
        assert not verify_inclusion(leaves[4], 4, 13, wrong, root)
    for wrong in (grown[:-1], [*grown, root], grown[::-1], []):
        assert not verify_consistency(6, old, 13, root, wrong)


def test_the_edges_of_a_proof() -> None:
    leaves = some_leaves(5)
    root = root_of(leaves)
    assert not verify_inclusion(leaves[0], -1, 5, inclusion_path(leaves, 0), root)
    assert not verify_inclusion(leaves[0], 0, 0, [], leaves[0])
    assert not verify_inclusion(leaves[0][:31], 0, 1, [], leaves[0][:31])
    assert verify_consistency(0, EMPTY_ROOT, 5, root, [])
    assert not verify_consistency(0, root, 5, root, [])
    assert not verify_consistency(0, EMPTY_ROOT, 5, root, [root])
    assert not verify_consistency(5, root, 5, EMPTY_ROOT, [])
    assert not verify_consistency(5, root, 5, root, [root])
    assert not verify_consistency(6, root, 5, root, [])
    assert not verify_consistency(2, root, 1, root, [])
    assert not verify_consistency(-1, EMPTY_ROOT, 5, root, [])
    with pytest.raises(IndexError):
        inclusion_path(leaves, 5)
    with pytest.raises(ValueError, match="larger"):
        consistency_path(leaves, 6)


def test_an_inner_node_cannot_pass_for_a_leaf() -> None:
    left, right = some_leaves(2)
    assert node_hash(left, right) == root_of([left, right])
    assert leaf_hash(left + right) != node_hash(left, right)


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"\x01",
        b"\x02" + bytes(8),
        b"\x01" + bytes(7),
        b"\x01" + bytes(7) + b"\x01",
        b"\x01" + bytes(8) + bytes(32),
    ],
)
def test_bytes_that_are_no_frontier_are_refused(stored: bytes) -> None:
    with pytest.raises(BrokenFrontier):
        Frontier.from_bytes(stored)


def test_a_leaf_hash_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        Frontier().append(b"short")
    with pytest.raises(BrokenFrontier):
        Frontier(1, [b"short"])
