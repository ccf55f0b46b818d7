"""Rare combinations: each of these tells little, together they tell who it is.

Pure. It names what stands beside each other in the text and decides nothing: the holder changes it or leaves it.
"""

import re

from django.utils.translation import gettext_lazy as _

MANY = 3
"""So many of them together may be one person in a town."""
FACETS: dict[str, tuple[object, str]] = {
    "age": (_("an age"), r"\b\d+\s*(?:tot|à|-)\s*\d+\b|jarige|\bans\b|bejaard|kleuter|\bbaby\b"),
    "origin": (
        _("where somebody comes from"),
        (
            r"marokk|turk|syri|afghan|somal|congo|roma\b|pools|roemeen|bulgaar|tsjetsjeen|oekra|russ|eritre|iraak|irak"
            r"|albane|maroc|alban|herkomst|nationaliteit|asielzoeker|vluchteling|réfugié"
        ),
    ),
    "belief": (_("a belief"), r"moslim|islam|moskee|imam|bekeer|getuige van jehova|joods|orthodox|musulman|mosqu"),
    "health": (
        _("an illness or a disability"),
        (
            r"rolstoel|blind|doof|autis|adhd|psychose|schizofren|epileps|suiker|kanker|zwanger|beperking|handicap|depress"
            r"|aveugle|sourd|enceinte"
        ),
    ),
    "family": (
        _("a family that stands out"),
        (
            r"tweeling|drieling|(?:vier|vijf|zes|zeven|acht|negen|tien)\s+(?:kinderen|broers|zussen|enfants)|weduw|wees\b"
            r"|pleeg|geadopteerd|stiefvader|stiefmoeder|jumeaux|orphelin|adopt"
        ),
    ),
    "work": (
        _("a job or a role"),
        (
            r"burgemeester|schepen|politieagent|leerkracht|directeur|imam|dokter|advocaat|bakker|slager|kapper|trainer"
            r"|voorzitter|brandweer|buschauffeur|enseignant|boulanger"
        ),
    ),
    "event": (
        _("something that everybody heard of"),
        (
            r"brand|ongeval|overval|steekpartij|schietpartij|aanslag|krant|televisie|gijzeling|explosie|rechtbank|assisen"
            r"|incendie|attentat|journal\b"
        ),
    ),
    "hobby": (
        _("a pastime that few have"),
        r"kampioen|bokser|boks|turn(?:er|ster)|ballet|rapper|dj\b|muzikant|duiven|paard|skate|champion|boxe",
    ),
    "crime": (_("an offence or a stay in prison"), r"gevangenis|enkelband|veroordeeld|drugs|dealer|diefstal|prison"),
}
"""code -> what it is called, and what shows it, in Dutch and French."""
_FOUND = {code: re.compile(pattern, re.IGNORECASE) for code, (_said, pattern) in FACETS.items()}


def facets(text: str) -> list[str]:
    """Codes of what the text tells of somebody."""
    return [code for code, pattern in _FOUND.items() if pattern.search(text)]


def together(text: str) -> list[object]:
    """What stands beside each other and is rare together, in words; empty when it is no rare combination."""
    found = facets(text)
    return [FACETS[code][0] for code in found] if len(found) >= MANY else []
