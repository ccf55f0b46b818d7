"""For tests: what stands in a PDF, compressed parts unpacked. Words on it are glyphs and cannot be searched."""

import re
import zlib
from contextlib import suppress

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def unpacked(pdf: bytes) -> bytes:
    """The file followed by each of its streams as it reads."""
    parts = [pdf]
    for found in _STREAM.finditer(pdf):
        with suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(found[1]))
    return b"\n".join(parts)


def tags(pdf: bytes) -> set[str]:
    """The kinds of structure it is tagged with: "H1", "P", "TH"."""
    return {name.decode() for name in re.findall(rb"/S\s*/([A-Z]\w*)", unpacked(pdf))}
