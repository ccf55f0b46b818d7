"""The process that unpacks a winmail.dat: bytes on stdin, JSON on stdout. Knows nothing of the product."""

import json
import resource
import sys
from base64 import b64encode
from typing import Any

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 1
FILES = 200
NAME_CHARACTERS = 200


def main() -> None:
    """Unpack, or end without a word."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from tnefparse import TNEF  # type: ignore[import-untyped]  # it has no types

    packed = TNEF(sys.stdin.buffer.read(), do_checksum=False)
    files = [(_name(one), b64encode(bytes(one.data)).decode()) for one in packed.attachments[:FILES]]
    html = packed.htmlbody
    json.dump({"text": _text(packed.body), "html": _text(html), "files": files}, sys.stdout)


def _name(attachment: Any) -> str:
    """The long name when there is one, without folders."""
    name = _text(attachment.long_filename())
    return "".join(sign for sign in name.replace("\\", "/").rpartition("/")[2] if sign.isprintable())[:NAME_CHARACTERS]


def _text(value: Any) -> str:
    if isinstance(value, (bytes, bytearray)):
        try:
            value = bytes(value).decode("utf-8")
        except UnicodeDecodeError:
            value = bytes(value).decode("cp1252", "replace")
    return str(value or "").strip("\0")


if __name__ == "__main__":
    main()
