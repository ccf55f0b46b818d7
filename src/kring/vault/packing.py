"""A pack of figures as two strings of bytes that belong together, and back.

`columns` holds what is counted, `names` what replaces (ids of facts, pseudonyms of subjects) and is opened when folding
only. They are tied by a digest. What does not live here: sealing them (release.py), what they mean (figures/packs.py).
"""

import json
from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np

from kring.figures.alike import Alike
from kring.figures.packs import LINK, NAME, Column, Names, Pack, Table, as_codes, little, narrow
from kring.vault.primitives import digest


def dump(pack: Pack, names: Names) -> tuple[bytes, bytes]:
    """The two byte strings of a pack: columns and names, tied together by a digest."""
    held = b"".join([names.subjects.held, *(names.facts[kind].held for kind in sorted(names.facts))])
    counts = {kind: len(found) for kind, found in sorted(names.facts.items())}
    head = {"digest": digest(held).hex(), "subjects": pack.subjects, "tables": {}}
    body = []
    for kind, table in sorted(pack.tables.items()):
        straight = _is_straight(table.links)
        arrays = [] if straight else [narrow(table.links, pack.subjects)]
        fields = []
        for name, column in sorted(table.columns.items()):
            arrays.append(narrow(column.codes, len(column.values)))
            fields.append([name, column.values])
        head["tables"][kind] = {"rows": len(table.links), "straight": straight, "fields": fields}  # type: ignore[index]
        body += [little(codes).tobytes() for codes in arrays]
    return b"".join([_framed(head), *body]), _framed({"subjects": len(names.subjects), "facts": counts}) + held


def load(columns: bytes) -> Pack:
    """The pack of `dump`, to count in."""
    head, at = _head(columns)
    pack = Pack(head["subjects"])
    for kind, shape in head["tables"].items():
        rows, read = shape["rows"], {}
        links: Sequence[int] = range(rows)
        if not shape["straight"]:
            links, at = _codes(columns, at, rows, pack.subjects)
        for name, values in shape["fields"]:
            codes, at = _codes(columns, at, rows, len(values))
            read[name] = Column(values, codes)
        pack.tables[kind] = Table(links, read)
    return pack


def load_names(columns: bytes, names: bytes) -> Names:
    """The names that belong to these columns. Raises ValueError when they are of another folding."""
    head, at = _head(names)
    if digest(names[at:]).hex() != _head(columns)[0]["digest"]:
        raise ValueError("names and columns are not of the same folding")
    end = at + LINK * head["subjects"]
    found = Names(subjects=Alike(LINK, names[at:end]))
    for kind, rows in head["facts"].items():
        at, end = end, end + NAME * rows
        found.facts[kind] = Alike(NAME, names[at:end])
    return found


def _is_straight(links: Sequence[int]) -> bool:
    codes = as_codes(links)
    return bool((codes == np.arange(len(codes))).all())


def _codes(raw: bytes, at: int, rows: int, below: int) -> tuple["array[int]", int]:
    codes = narrow([], below)
    end = at + rows * codes.itemsize
    codes.frombytes(raw[at:end])
    return little(codes), end


def _framed(head: dict[str, Any]) -> bytes:
    raw = json.dumps(head, separators=(",", ":"), ensure_ascii=False).encode()
    return len(raw).to_bytes(4, "big") + raw


def _head(raw: bytes) -> tuple[dict[str, Any], int]:
    end = 4 + int.from_bytes(raw[:4], "big")
    return json.loads(raw[4:end]), end
