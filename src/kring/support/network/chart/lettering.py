"""How wide a name is when drawn, and a name on at most so many lines. An estimate that is never too small.

Widths were measured in the product's own letter (Atkinson Hyperlegible Next, weight 600); what it has no sign for is
taken wide. A sign is what a reader sees as one: a letter with its accents, a family of emoji.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_PER_EM = {
    0.34: "'.,:;j|`·i´ ",
    0.44: '!lI()[]frt"-1/\\ìíîïÌÍÎÏ*_',
    0.60: "zscyvxk~7?J<>Lehnuaàáâãäåèéêëñùúûüýÿç",
    0.66: "goòóôõöø3ETbdpq$+5S246=8PFBVYZßÈÉÊË",
    0.78: "RCKÇ0AÀÁÂÃÄÅXDUÙÚÛÜHGNÑw#&OÒÓÔÕÖØQ@…",
    0.96: "MmW%æÆœ",
}
_WIDTHS = {sign: width for width, signs in _PER_EM.items() for sign in signs}
LATIN, HEBREW, ARABIC, OTHER = 0.92, 0.9, 1.1, 1.6
ELLIPSIS = "…"
_JOINER, _SELECTORS = "\u200d", {"\ufe0e", "\ufe0f"}


@lru_cache(maxsize=4096)
def width(text: str, size: float) -> float:
    """In the units of `size`."""
    return sum(_WIDTHS.get(sign) or _wide(sign) for sign in text) * size


def signs(text: str) -> list[str]:
    """What a reader sees as one sign each."""
    found: list[str] = []
    for each in text:
        if found and (_hangs_on(each) or found[-1].endswith(_JOINER) or _second_half_of_flag(found[-1], each)):
            found[-1] += each
        else:
            found.append(each)
    return found


@lru_cache(maxsize=4096)
def lines(text: str, size: float, most: float, count: int) -> tuple[str, ...]:
    """The text on at most `count` lines no wider than `most`; what does not fit ends in an ellipsis.

    Never no line at all: a name without a sign that shows has an empty one.
    """
    broken = list(_broken(text.split(), size, most)) or [""]
    if len(broken) <= count:
        return tuple(broken)
    return (*broken[: count - 1], _cut(" ".join(broken[count - 1 :]), size, most))


def _broken(words: list[str], size: float, most: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= most:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, size, most)
        yield from full
    if line:
        yield line


def _pieces(word: str, size: float, most: float) -> list[str]:
    """A word that is too long for a line, in pieces that are not."""
    pieces = [""]
    for sign in signs(word):
        if pieces[-1] and width(pieces[-1] + sign, size) > most:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _cut(text: str, size: float, most: float) -> str:
    kept = signs(text)
    while kept and width("".join(kept) + ELLIPSIS, size) > most:
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS


def _wide(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    code = ord(sign)
    if code < 0x250:
        return LATIN
    if 0x590 <= code < 0x600:
        return HEBREW
    return ARABIC if 0x600 <= code < 0x700 else OTHER


def _hangs_on(sign: str) -> bool:
    return (
        sign == _JOINER
        or sign in _SELECTORS
        or unicodedata.category(sign) in ("Mn", "Me", "Mc")
        or 0x1F3FB <= ord(sign) <= 0x1F3FF
    )


def _second_half_of_flag(before: str, sign: str) -> bool:
    return len(before) == 1 and _is_region(before) and _is_region(sign)


def _is_region(sign: str) -> bool:
    return 0x1F1E6 <= ord(sign) <= 0x1F1FF
