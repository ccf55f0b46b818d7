"""A document as text that can be frozen, and back: the same bytes each time, and a fingerprint of them."""

import hashlib

from kring.reporting.document.values import Document
from kring.vault import codec


def write(document: Document) -> str:
    """The document as canonical JSON, every word of it."""
    return codec.pack(document).decode()


def read(written: str) -> Document:
    """The document that was frozen. Raises `Refused` when it is none."""
    return codec.unpack(Document, written.encode())


def fingerprint(document: Document) -> str:
    """SHA-256 over `write`: stands beneath every export, so that two papers can be told to say the same."""
    return hashlib.sha256(write(document).encode()).hexdigest()
