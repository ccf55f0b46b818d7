"""The Merkle tree of RFC 6962 over the journal: root, growth, and proofs that nothing moved.

Here lives pure arithmetic on SHA-256 hashes: no rows, no keys, no signatures. What a leaf means is
decided in `journal.py`, who signs a root in `notes.py`. Every function takes leaf *hashes* of
32 bytes; only `leaf_hash` takes the bytes behind one.
Source: RFC 6962 section 2.1; verification as in RFC 9162 sections 2.1.3.2 and 2.1.4.2.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Self

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()

_FORMAT = b"\x01"
_SIZE_BYTES = 8


class BrokenFrontier(ValueError):
    """Stored bytes that cannot be a frontier."""


def leaf_hash(content: bytes) -> bytes:
    """Hash of one leaf. The 0x00 in front keeps a leaf from ever passing for an inner node."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: all that is needed to append and to know the root.

    Holds one hash for each complete subtree (one per 1-bit of `size`, largest first), at most 64.
    `append` changes the frontier in place; take a `copy` before a transaction that may fail.
    """

    __slots__ = ("hashes", "size")

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        if size < 0 or len(self.hashes) != size.bit_count():
            raise BrokenFrontier("A frontier holds one hash for each 1-bit of its size.")
        if any(len(one) != HASH_BYTES for one in self.hashes):
            raise BrokenFrontier("A hash in a frontier has 32 bytes.")

    def append(self, leaf: bytes) -> int:
        """Grow by one leaf hash; answers the index of that leaf."""
        index = self.size
        self.append_all((leaf,))
        return index

    def append_all(self, leaves: Iterable[bytes]) -> None:
        """Grow by many leaf hashes, in order. All or nothing is up to the caller's `copy`."""
        hashes, size = self.hashes, self.size
        for leaf in leaves:
            if len(leaf) != HASH_BYTES:
                raise ValueError("A leaf hash has 32 bytes.")
            node, bits = leaf, size
            while bits & 1:
                node = sha256(b"\x01" + hashes.pop() + node).digest()
                bits >>= 1
            hashes.append(node)
            size += 1
            self.size = size

    def root(self) -> bytes:
        """Root of the whole tree as it stands."""
        if not self.hashes:
            return EMPTY_ROOT
        *larger, root = self.hashes
        for peak in reversed(larger):
            root = node_hash(peak, root)
        return root

    def copy(self) -> Self:
        return type(self)(self.size, self.hashes)

    def to_bytes(self) -> bytes:
        """Format byte, size as 8 bytes big-endian, hashes. Carries no MAC: that is the row's work."""
        return _FORMAT + self.size.to_bytes(_SIZE_BYTES) + b"".join(self.hashes)

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        """Raises: BrokenFrontier when the bytes are no frontier (not when they are a wrong one)."""
        start = 1 + _SIZE_BYTES
        if stored[:1] != _FORMAT or len(stored) < start or (len(stored) - start) % HASH_BYTES:
            raise BrokenFrontier("These bytes are no frontier.")
        size = int.from_bytes(stored[1:start])
        return cls(size, (stored[at : at + HASH_BYTES] for at in range(start, len(stored), HASH_BYTES)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frontier):
            return NotImplemented
        return (self.size, self.hashes) == (other.size, other.hashes)

    def __repr__(self) -> str:
        return f"Frontier(size={self.size}, root={self.root().hex()[:12]})"


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Root of the tree over these leaf hashes, computed level by level from nothing."""
    level = list(leaves)
    if not level:
        return EMPTY_ROOT
    while len(level) > 1:
        level = _next_level(level)
    return level[0]


def inclusion_path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Siblings from leaf `index` up to the root over all `leaves`, lowest first.

    Raises: IndexError when there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError("No such leaf.")
    path, level = [], list(leaves)
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            path.append(level[sibling])
        level, index = _next_level(level), index >> 1
    return path


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Does `path` prove that `leaf` stands at `index` in the tree of `size` leaves with `root`?"""
    if not 0 <= index < size or not _are_hashes(leaf, root, *path):
        return False
    sides = _sides(index, size - 1)
    if len(sides) != len(path):
        return False
    node = leaf
    for sibling, on_the_left in zip(path, sides, strict=True):
        node = node_hash(sibling, node) if on_the_left else node_hash(node, sibling)
    return node == root


def consistency_path(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """Proof that the tree over all `leaves` only grew since it had `old_size` of them.

    Empty when nothing was added or when there was nothing before.
    Raises: ValueError when `old_size` lies outside the tree.
    """
    if not 0 <= old_size <= len(leaves):
        raise ValueError("The old tree cannot be larger than the new one.")
    return _subproof(leaves, old_size, whole=True) if old_size else []


def verify_consistency(old_size: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Does `path` prove that the tree with `root` is the one with `old_root`, only longer?"""
    if not 0 <= old_size <= size or not _are_hashes(old_root, root, *path):
        return False
    if old_size == size:
        return not path and old_root == root
    if old_size == 0:
        return not path and old_root == EMPTY_ROOT
    whole = old_size & (old_size - 1) == 0  # then the old root is a node of the new tree; the proof leaves it out
    first, *steps = [old_root, *path] if whole else [*path] or [b""]
    index, last = old_size - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    sides = _sides(index, last)
    if len(sides) != len(steps):
        return False
    old_node = node = first
    for sibling, on_the_left in zip(steps, sides, strict=True):
        if on_the_left:
            old_node, node = node_hash(sibling, old_node), node_hash(sibling, node)
        else:
            node = node_hash(node, sibling)
    return old_node == old_root and node == root


def _sides(index: int, last: int) -> list[bool]:
    """For each step from node `index` to the root: does the sibling stand on the left? `last` ends the level."""
    sides = []
    while last:
        on_the_left = bool(index & 1) or index == last
        sides.append(on_the_left)
        while on_the_left and index and not index & 1:
            index, last = index >> 1, last >> 1  # an odd one at the end climbed without a sibling
        index, last = index >> 1, last >> 1
    return sides


def _next_level(level: Sequence[bytes]) -> list[bytes]:
    """Pair up; an odd one at the end climbs unhashed, which is how RFC 6962 splits a ragged tree."""
    above = [sha256(b"\x01" + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=False)]
    if len(level) & 1:
        above.append(level[-1])
    return above


def _subproof(leaves: Sequence[bytes], old_size: int, *, whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 6962 2.1.2; `whole` says that the old root itself is known to the reader."""
    if old_size == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    left, right = leaves[:split], leaves[split:]
    if old_size <= split:
        return [*_subproof(left, old_size, whole=whole), root_of(right)]
    return [*_subproof(right, old_size - split, whole=False), root_of(left)]


def _are_hashes(*candidates: bytes) -> bool:
    return all(len(one) == HASH_BYTES for one in candidates)
