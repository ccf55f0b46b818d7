"""How a word of a name is spelt, made plain: without accents, capitals and other scripts, and free of mere spelling.

What does not live here: particles and the order of words (words.py), and whether two words may be one (nearness.py).
"""

import re

_NO_LETTER = re.compile(r"[^a-z]+")
_DOUBLED = re.compile(r"(.)\1+")
_ONE_SOUND = (
    ("sch", "sh"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "ch"),
    ("gh", "g"),
    ("dj", "j"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("w", "u"),
    ("ae", "a"),
)
"""Ways to write one sound that occur beside each other in Belgian papers. None of them tells a sister from a brother:
the last vowel is left as it is."""


def plain(text: str) -> str:
    """Small letters without accents, from any script: `Özel` becomes `ozel`. Spaces and signs stay."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return text.casefold()


def letters(text: str) -> str:
    """Only the letters of a plain text."""
    return _NO_LETTER.sub("", text)


def sound(word: str) -> str:
    """A plain word with one way of writing for each sound, and no letter twice in a row."""
    for written, heard in _ONE_SOUND:
        if written in word:
            word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)
