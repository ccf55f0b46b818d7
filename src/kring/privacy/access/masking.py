"""Names of other people in a file, and how passages are masked. Pure, but for the word that stands in their place."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext

from kring.privacy.access.items import OpenFile
from kring.support.network.content import TieKind

OTHERS: Mapping[str, tuple[str, ...]] = {
    "Tie": ("name",),
    "Seat": ("name", "email"),
    "Referrer": ("name", "email", "phone"),
    "Message": ("sender", "sender_name", "shown_sender", "shown_name"),
    "Action": ("name",),
    "Consent": ("name",),
    "Participant": ("who",),
    "Disclosed": ("recipient",),
    "OnwardReferral": ("agreed_with",),
    "Agreement": ("names",),
    "AgreedToShare": ("partner", "told_by"),
    "ClientSheet": ("trusted",),
}
"""Content class -> fields that name somebody else than the client."""
LETTERS = 3
"""A first name of fewer letters alone is not looked for: it would stand in too many words."""


def others_in(file: OpenFile) -> list[str]:
    """How other people are written in a file: as they stand there, and by their first name. Longest first."""
    own = _words(" ".join([file.opened.summary.label, file.opened.summary.nickname, *_own(file)]))
    found: set[str] = set()
    for piece in file.pieces:
        for name in _named(piece.content):
            if _words(name) - own:
                found.add(name)
                first = name.split()[0]
                if first[0].isupper() and len(first) >= LETTERS and first not in own:
                    found.add(first)
    return sorted(found, key=lambda name: (-len(name), name))


def found_in(lines: Iterable[tuple[str, str]], others: Iterable[str]) -> tuple[str, ...]:
    """Which of them stand in what a piece says, in the order in which they come."""
    pattern = _pattern(tuple(others))
    known: dict[str, None] = {}
    if pattern is None:
        return ()
    for _label, text in lines:
        known |= dict.fromkeys(" ".join(match.group().split()) for match in pattern.finditer(text))
    return tuple(known)


def masked(text: str, masks: Iterable[str]) -> str:
    """The text with every such passage replaced by a word that says so."""
    pattern = _pattern(tuple(sorted(set(masks), key=lambda one: (-len(one), one))), any_case=True)
    return pattern.sub(gettext("[masked]"), text) if pattern else text


def missed(lines: Iterable[tuple[str, str]], passages: Iterable[str]) -> list[str]:
    """The passages that stand nowhere in what a piece says: masking them would mask nothing."""
    texts = [text for _label, text in lines]
    return [one for one in passages if all(masked(text, [one]) == text for text in texts)]


@lru_cache(maxsize=64)
def _pattern(passages: tuple[str, ...], *, any_case: bool = False) -> re.Pattern[str] | None:
    if not passages:
        return None
    words = "|".join(r"\s+".join(re.escape(word) for word in one.split()) for one in passages)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE if any_case else 0)


def _named(content: Any) -> Iterator[str]:
    """Every name of somebody else, however deep it lies."""
    fields = OTHERS.get(type(content).__name__, ())
    if getattr(content, "kind", None) is TieKind.ORGANISATION:
        return
    for one in dataclasses.fields(content):
        value = getattr(content, one.name)
        for each in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(each):
                yield from _named(each)
            elif one.name in fields and isinstance(each, str) and each.strip():
                yield each.strip()


def _own(file: OpenFile) -> list[str]:
    return [file.identity.name, file.identity.nickname] if file.identity else []


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
