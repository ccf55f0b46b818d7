"""Building a vignette: own people, places, numbers, mails, days and ages go out; what is left to look at is named.

Pure, and honest about its limit: it finds what the dossier knows and what has a shape. Whether somebody in the room
recognises the story is asked of a person.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kring.exchange.vignettes import own, patterns
from kring.exchange.vignettes.folding import fold
from kring.team.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in the place of what went, in the language of who writes.

    person: from a number (0 is the client). day: from a season and a year or None. age: from the two ends of a band.
    """

    person: Callable[[int], str]
    place: str
    number: str
    mail: str
    link: str
    day: Callable[[int, int | None], str]
    age: Callable[[int, int | None], str]


@dataclass(frozen=True, slots=True)
class Vignette:
    """The text without them; how much of each kind went; words with a capital that may still name something."""

    text: str
    gone: dict[str, int]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: str
    instead: str


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEGIN = re.compile(r"(?:^|[.!?…:\n]|[\"“„«(]|\]\.?)\s*$")
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,60}\]")


def build(text: str, of: OwnWords, said: Said) -> Vignette:
    """Take everything out that leads to somebody. Building what was built changes nothing."""
    spans = _settled([*_placeholders(text), *_people(text, of, said), *_places(text, of, said), *_anybody(text, said)])
    made, at, gone = [], 0, dict[str, int]()
    for span in spans:
        made += [text[at : span.start], span.instead]
        at = span.end
        if span.kind:
            gone[span.kind] = gone.get(span.kind, 0) + 1
    whole = _once("".join([*made, text[at:]]))
    return Vignette(whole, gone, tuple(dict.fromkeys(_capitals(whole))))


def _placeholders(text: str) -> Iterator[_Span]:
    for found in _PLACEHOLDER.finditer(text):
        yield _Span(found.start(), found.end(), "", found[0])


def _people(text: str, of: OwnWords, said: Said) -> Iterator[_Span]:
    folded = fold(text)
    for number, names in enumerate(of.people):
        pattern = own.of_people(names)
        for found in pattern.finditer(folded.plain) if pattern else ():
            yield _Span(*folded.span(*found.span()), "person", said.person(number))


def _places(text: str, of: OwnWords, said: Said) -> Iterator[_Span]:
    folded, pattern = fold(text), own.of_places(of.places)
    for found in pattern.finditer(folded.plain) if pattern else ():
        yield _Span(*folded.span(*found.span()), "place", said.place)


def _anybody(text: str, said: Said) -> Iterator[_Span]:
    flat = {"mail": said.mail, "link": said.link, "number": said.number, "place": said.place}
    for kind, pattern in patterns.ANYBODY:
        for found in pattern.finditer(text):
            instead = _day(found, said) if kind == "day" else _age(found, said) if kind == "age" else flat[kind]
            if instead is not None:
                yield _Span(*found.span(), kind, instead)


def _day(found: re.Match[str], said: Said) -> str | None:
    season = patterns.season_of(found)
    return None if season is None else said.day(*season)


def _age(found: re.Match[str], said: Said) -> str:
    age, unit = int(found[1]), found[2].casefold()
    band = patterns.band_of(age)
    told = said.age(*(band or (80, None)))
    return told if not unit.startswith("jarig") else f"{told[:-1]}]"


def _settled(spans: Sequence[_Span]) -> list[_Span]:
    """The longest of those that begin first; none over another. What stands in brackets already stays."""
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.kind != "", -one.end)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end and kept[-1].kind:
                kept[-1] = _Span(kept[-1].start, span.end, kept[-1].kind, kept[-1].instead)
            continue
        kept.append(span)
    return kept


def _once(text: str) -> str:
    """`[cliënt] [cliënt]` of a first name and a family name becomes one."""
    return re.sub(r"(\[[^\]\n]{1,60}\])(?:[\s,-]+\1)+", r"\1", text)


def _capitals(text: str) -> Iterator[str]:
    """Words with a capital within a sentence: perhaps a name that the dossier does not know."""
    bare = _PLACEHOLDER.sub(lambda found: "]" * len(found[0]), text)
    for found in _WORD.finditer(bare):
        if found[0][0].isupper() and len(found[0]) > 1 and not _BEGIN.search(bare[: found.start()]):
            yield found[0]
