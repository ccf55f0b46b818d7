"""Patterns for the names and places of a dossier's own people, in every form somebody types them.

Made for Dutch and French as they are written here: genitive (`Robins`, `Robin's`), diminutive (`Robinneke`, `Tommie`),
plural of a family (`de Claesens`), with and without hyphen or apostrophe, initials. What does not live here: what is
replaced by what (building.py).
"""

import re
from collections.abc import Iterable

from kring.exchange.vignettes.folding import words

_PARTICLES = """
van von de den der het ten ter te la le les du des el al ibn ben bin di da dos dit t en of et
"""
_ROLES = """
moeder mama mams vader papa paps ouders broer zus zusje broertje oma opa grootmoeder grootvader tante oom nonkel neef
nicht kind kinderen dochter zoon vriend vriendin lief partner man vrouw buur buurman buurvrouw leerkracht juf meester
coach begeleider huisarts dokter trainer baas collega werkgever school mere pere frere soeur ami amie voisin voisine
mijn haar zijn onze mevrouw meneer klas ex stief pleeg
"""
_OF_A_PLACE = """
straat laan lei plein weg school basisschool middenschool college atheneum zaal instituut station halte buurthuis
jeugdhuis huis centrum campus park markt kerk winkel club vzw noord zuid oost west oude nieuwe grote kleine sint saint
rue avenue place ecole gare maison centre bus nummer thuis werk kantoor gsm tel
"""
NO_NAME = frozenset((_PARTICLES + _ROLES).split())
"""Words between or in the place of names: `moeder` is nobody, `tante Rita` is Rita."""
NO_PLACE = frozenset((_PARTICLES + _OF_A_PLACE).split())
"""Words in the name of a place that are no place by themselves."""
_APART = r"[\s\-–_.'’`´]*"
_ENDINGS = (
    r"(?:['’`´]?s|['’`´]|['’`´]?en|['’`´]?ens|sen|ssen|es|"
    r"(?:['’`´]?(?:e?t)?je|etje|pje|kje|tsje|eke|ke|ske|neke|nneke|ie|y|ien|ieke|kes?)(?:['’`´]?s|n)?)?"
)

_HOUSE = r"(?:\s+\d{1,4}(?:\s?[a-z])?\b)?"


def of_people(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds one person, by any of the names he has; None when nothing is left of them."""
    whole: list[str] = []
    single: list[str] = []
    for name in names:
        parts = words(name)
        telling = [part for part in parts if part not in NO_NAME and len(part) > 1]
        if len(parts) > 1 and telling:
            whole += [_joined(parts), _joined(parts[::-1]), _initials(parts)]
        single += [_form(part) + _maybe_initial() for part in telling]
    return _any([*sorted(whole, key=len, reverse=True), *single])


def of_places(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds these places, as a whole and by each word of them that tells which."""
    whole: list[str] = []
    single: list[str] = []
    for name in names:
        parts = words(name)
        telling = [part for part in parts if part not in NO_PLACE and len(part) > 2 and part.isalpha()]
        if len(parts) > 1 and telling:
            whole.append(_joined(parts))
        single += [_form(part) for part in telling]
    return _any([*sorted(whole, key=len, reverse=True), *single], behind=_HOUSE)


def _joined(parts: list[str]) -> str:
    """All of them behind each other, whatever stands between; an initial may end with a dot."""
    whole = _APART.join(re.escape(part) for part in parts[:-1])
    last = re.escape(parts[-1]) + r"\.?" if len(parts[-1]) == 1 else _form(parts[-1])
    return whole + _APART + last


def _form(part: str) -> str:
    """A word with the endings people give it; its last letter may be doubled before one (`Tommeke`)."""
    letters = _spelt(part)
    return f"{letters}(?:{re.escape(part[-1])}?{_ENDINGS})"


def _spelt(part: str) -> str:
    """A hyphen, an apostrophe or a soft break may stand between any two letters of it."""
    return r"[\-'’`´]?".join(re.escape(letter) for letter in part)


def _initials(parts: list[str]) -> str:
    return r"\s?".join(re.escape(part[0]) + r"\." for part in parts)


def _maybe_initial() -> str:
    """`Robin V.`: the letter behind a first name goes with it."""
    return r"(?:\s+[a-z]\.)?"


def _any(found: list[str], behind: str = "") -> re.Pattern[str] | None:
    if not found:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(dict.fromkeys(found))}){behind}(?![^\W_])")
