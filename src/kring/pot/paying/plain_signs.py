"""The signs a bank takes in a SEPA payment: letters without accents, digits and a little more. Pure.

Source: EPC217-08, best practices for SEPA requirements for an extended character set.
"""

import re
import unicodedata

_OTHERS = {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L"} | {
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "–": "-",
    "—": "-",
    "&": "+",
    "€": "EUR",
}
_NOT_TAKEN = re.compile(r"[^A-Za-z0-9/?:().,'+ -]")


def plain_signs(text: str, most: int) -> str:
    """`text` as a bank takes it, `most` signs at most; a point where nothing is left of it."""
    swapped = "".join(_OTHERS.get(sign, sign) for sign in text)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", swapped) if not unicodedata.combining(sign))
    taken = " ".join(_NOT_TAKEN.sub(" ", bare).split())
    return re.sub(r"/{2,}", "/", taken).strip("/ ")[:most].strip("/ ") or "."
