"""What lies sealed in a colleague's own letterbox until it is read back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LockedNote:
    """A note written on purpose. how: code of the channel, or ""."""

    text: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Unsent:
    """A form that was sent to a locked door, whole: where to, and every (name, value) but the token.

    files: whether files came with it, which are not kept.
    """

    path: str
    fields: tuple[tuple[str, str], ...]
    files: bool = False
