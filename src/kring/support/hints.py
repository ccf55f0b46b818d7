"""What a text holds that it need not: a register number, a phone number, a mail address, a name. A hint, never a block.

Names are a guess: a capital in the middle of a sentence, two capitals in a row, a word after "heet", or one of the
commonest first names. The same rules run on the device, in `hints.js`; a test holds the two side by side. Nothing is
taken away here but register numbers, and those by their own module.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from kring.support import register_numbers
from kring.support.hint_words import COMMON, KNOWN, NAMED, OPENING

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d.,-])(?:\+|00)?\d(?:[ ./-]{0,2}\d){7,13}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOBODY = KNOWN | OPENING
LONGEST = 2000
"""Signs that are looked at: more than any field of the form takes, so that no text makes the server work."""
_ENDS = '.!?:;\n"“„«(•'


class Hint(StrEnum):
    """What a hint is about."""

    NUMBER = "number"
    PHONE = "phone"
    MAIL = "mail"
    NAME = "name"


def seen_in(texts: Iterable[str]) -> set[Hint]:
    """The hints these texts give, together."""
    return {hint for text in texts for hint in _seen(text[:LONGEST])}


def _seen(text: str) -> Iterable[Hint]:
    if register_numbers.holds_one(text):
        yield Hint.NUMBER
        text = register_numbers.without(text)
    if _MAIL.search(text):
        yield Hint.MAIL
        text = _MAIL.sub(" ", text)
    if any(_is_phone(found[0]) for found in _PHONE.finditer(text)):
        yield Hint.PHONE
    if _holds_name(text):
        yield Hint.NAME


def _is_phone(written: str) -> bool:
    """Belgian numbers from 0 or +32, any other with a plus; a year beside a year is none."""
    digits = "".join(sign for sign in written if sign.isdecimal())
    if written.startswith("+") or digits.startswith("00"):
        return len(digits) >= 9
    return digits.startswith("0") and len(digits) in (9, 10)


def _holds_name(text: str) -> bool:
    before, opens, start = "", True, 0
    for found in _WORD.finditer(text):
        word, between = found[0], text[start : found.start()]
        opens = start == 0 or any(sign in _ENDS for sign in between)
        if _is_name(word, before, opens=opens):
            return True
        before, start = word, found.end()
    return False


def _is_name(word: str, before: str, *, opens: bool) -> bool:
    if word.lower() in COMMON and word[0].isupper():
        return True
    if not _capital(word) or word.lower() in _NOBODY:
        return False
    if before.lower() in NAMED:
        return True
    return not opens and not (before.lower() in OPENING and _capital(before))


def _capital(word: str) -> bool:
    """One capital and small letters after it: an abbreviation is no name."""
    return len(word) > 1 and word[0].isupper() and word[1:] != word[1:].upper()
