"""What a password must be: long, and not one that everybody tries first. No rules about signs, none by the calendar.

Source: ASVS 5.0 6.2, NIST SP 800-63B. The list of common passwords is the one that comes with Django, pinned by the
hashed lock; a long password made of one of them, of one's own name or of a row on the keyboard is common too.
"""

import re
from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext as _

SHORTEST = 14
LONGEST = 512
DISTINCT = 6
"""Fewer different signs than this is one sign or two, over and over."""
LEFT_OVER = 8
"""So much must be left when names and common words are taken out once."""
AT_HAND = frozenset(
    (
        *("kring", "mechelen", "wachtwoord", "welkom", "geheim", "toegang", "inloggen", "straathoekwerk", "stadhuis"),
        *("preventie", "motdepasse", "bienvenue", "bonjour", "secret", "password", "welcome", "letmein"),
    )
)
"""Words anybody tries at this door, beside the list."""
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertyuiopasdfghjklzxcvbnm",
    "01234567890123456789",
)
_LOOKALIKES = str.maketrans("013457@$€!", "oieastasei")


class WeakPassword(ValueError):
    """A password that will not do; the message is a sentence for who chose it."""


def check_password(password: str, about: Iterable[str] = ()) -> None:
    """Raises `WeakPassword`. about: the colleague's own names, which make no password."""
    if len(password) < SHORTEST:
        raise WeakPassword(_("Make it at least 14 signs long. Four words you choose by chance are good."))
    if len(password) > LONGEST:
        raise WeakPassword(_("Make it at most 512 signs long."))
    if _is_common(password.casefold(), {word for one in about for word in re.findall(r"\w{3,}", one.casefold())}):
        raise WeakPassword(_("Many people choose this, or one can guess it from your name. Choose something else."))


def _is_common(password: str, names: set[str]) -> bool:
    letters = re.sub(r"[\W\d_]+", "", password)
    meant = re.sub(r"[\W\d_]+", "", password.translate(_LOOKALIKES))
    return (
        len(set(password)) < DISTINCT
        or any({each, _once_over(each)} & common() or _is_a_row(each) for each in (password, letters, meant) if each)
        or any(len(_without(each, names | AT_HAND)) < LEFT_OVER for each in (letters, meant) if letters)
        or (not letters and _is_a_row(re.sub(r"\D+", "", password)))
    )


def _once_over(text: str) -> str:
    """The shortest piece that this is a repetition of."""
    return next(text[:size] for size in range(1, len(text) + 1) if text[:size] * (len(text) // size) == text)


def _is_a_row(text: str) -> bool:
    """Whether it walks along the alphabet, the keyboard or the numbers, there or back, for most of its length."""
    pairs = {row[at : at + 2] for row in ROWS for at in range(len(row) - 1)}
    pairs |= {pair[::-1] for pair in pairs}
    steps = [text[at : at + 2] in pairs or text[at] == text[at + 1] for at in range(len(text) - 1)]
    return len(steps) >= LEFT_OVER and sum(steps) > 0.8 * len(steps)


def _without(text: str, words: set[str] | frozenset[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text


@cache
def common() -> frozenset[str]:
    """Some 20,000 passwords that leaked most often, in small letters; read when the first password is chosen."""
    from django.contrib.auth.password_validation import CommonPasswordValidator

    return frozenset(CommonPasswordValidator().passwords)
