"""Passwords of demo people: random each time, easy to say and to type. Never written anywhere but in personas.json."""

import secrets

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_WORDS, _SYLLABLES = 3, 3


def new_password() -> str:
    """Three invented words, like "bakuno-tilera-mosavi": 20 signs, 55 bits."""
    return "-".join("".join(_syllable() for _ in range(_SYLLABLES)) for _ in range(_WORDS))


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)
