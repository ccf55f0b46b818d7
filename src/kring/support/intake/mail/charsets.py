"""Bytes to text whatever the message claims about them. Never raises: a wrong or unknown charset costs a few
question marks, never a message.
"""

import codecs
import re
from typing import Final

_ALIASES: Final = {
    "ansi_x3.4-1968": "ascii",
    "x-unknown": "",
    "unknown-8bit": "",
    "default": "",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    # What says Latin-1 is windows-1252 in practice: the euro sign and the curly quotes stand there.
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "unicode-1-1-utf-7": "utf-7",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "cp-850": "cp850",
}
_NOT_FOR_MAIL: Final = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_LONGEST_NAME: Final = 40
_HALF = re.compile(r"[\ud800-\udfff]")
"""Half a character: UTF-7 can spell it, nothing can encode it again."""


def decoded(content: bytes, charset: str) -> str:
    """The text: as declared, else as UTF-8, else with marks for what fits nowhere; always text that can be kept."""
    return _HALF.sub("\ufffd", _decoded(content, charset))


def _decoded(content: bytes, charset: str) -> str:
    declared = _codec(charset)
    for name in (declared, "utf-8"):
        text = _strictly(content, name) if name else None
        if text is not None:
            return text
    if declared not in ("", "utf-8"):
        return content.decode(declared, "replace")
    return _mostly_utf8(content) or content.decode("windows-1252", "replace")


def _mostly_utf8(content: bytes) -> str:
    """UTF-8 that was cut or damaged here and there; "" when more is broken than whole, so it was something else."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if sum(not letter.isascii() for letter in text) > 2 * broken else ""


def _codec(charset: str) -> str:
    """The codec for a declared name, or "" when there is none we trust with hostile bytes."""
    name = charset.strip(" \t\r\n'\"").lower().partition("*")[0].partition(";")[0].replace(" ", "")
    name = _ALIASES.get(name, name)
    if not name or len(name) > _LONGEST_NAME or not name.isascii():
        return ""
    try:
        found = codecs.lookup(name).name
        b"x".decode(found, "replace")
    except (LookupError, ValueError):
        return ""
    return "" if found.replace("_", "-") in _NOT_FOR_MAIL else found


def _strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except ValueError:
        return None
