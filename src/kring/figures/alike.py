"""Names of one length, laid end to end: millions of them weigh no more than their letters. Pure."""

from collections.abc import Iterator, Set
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


class Alike:
    """Names of `width` bytes each."""

    def __init__(self, width: int, held: bytes | bytearray = b"") -> None:
        self.width, self.held = width, bytearray(held)

    def __len__(self) -> int:
        return len(self.held) // self.width

    def __iter__(self) -> Iterator[bytes]:
        held = bytes(self.held)
        return (held[start : start + self.width] for start in range(0, len(held), self.width))

    def append(self, name: bytes) -> None:
        """One more, at the end."""
        self.held += name

    def where(self, wanted: Set[bytes]) -> Iterator[tuple[int, bytes]]:
        """The places of those that are wanted."""
        return ((place, name) for place, name in enumerate(self) if name in wanted)

    def taken(self, which: NDArray[Any]) -> Self:
        """Those at these places, in that order, or those where there is a yes."""
        rows = np.frombuffer(self.held, np.uint8).reshape(-1, self.width)
        return type(self)(self.width, rows[which].tobytes())
