"""Zipped forms (Word, OpenDocument, Excel) carry the hour they were made in: packed anew without it.

Entries keep their order, for an OpenDocument file must begin with its `mimetype`, which lies there uncompressed.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can tell."""


def without_hours(made: bytes) -> bytes:
    """The same entries with the same moment each."""
    packed = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            if name.endswith("/"):
                continue
            entry = ZipInfo(name, BEGINNING)
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return packed.getvalue()
