"""What lies under the lock of a drill: nothing but its name, to see that the right one opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Written when the drill begins, read when it worked, then destroyed."""

    drill: str
