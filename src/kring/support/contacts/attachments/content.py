"""What is confidential about an attachment: its name and kind, the key of its pieces, who added it, what it is."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """name: as the file was called. kind: what it proved to be. sort: what colleagues call it, "" when not said.

    key, pieces, length: to open the pieces that lie beside it. preview: whether a picture of it was drawn.
    """

    name: str
    kind: str
    key: bytes = field(repr=False)
    pieces: int
    length: int
    by: str
    at: datetime
    sort: str = ""
    words: str = ""
    preview: bool = False


@dataclass(frozen=True, slots=True)
class PreviewContent:
    """A small picture of an attachment, drawn anew by us: without place, camera or what else a photo carries."""

    jpeg: bytes
