"""What is confidential of the library: its cards, its collections, the pages they are found by, where a card came from.

Plain frozen dataclasses. All but the origin lie under the part `cards` of the library. No Django here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LessonCard:
    """One lesson. domains, form: codes. by: who wrote it first."""

    title: str
    situation: str
    helped: str
    not_helped: str
    domains: tuple[str, ...] = ()
    form: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class CardCollection:
    """Cards that belong together, for whoever begins something new. cards: ids, in the order in which they came."""

    name: str
    why: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordPage:
    """The plain words of some hundreds of cards, a line a card, in the order of `cards`."""

    cards: tuple[str, ...]
    lines: str


@dataclass(frozen=True, slots=True)
class CardOrigin:
    """Which dossier of its writer a card came from."""

    dossier: str
