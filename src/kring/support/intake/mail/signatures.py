"""Where a signature begins: the closing words, the mark of a phone, two dashes, the fine print of an organisation.

Own patterns: mail-parser-reply takes everything after a line that begins with "Bedankt," or "-" for a signature, and so
hides what somebody worries about. Here a signature is short, and nothing after it asks or tells.
"""

import re
from typing import Final

_MOST_LINES: Final = 14
_LONGEST_LINE: Final = 100
_DUTCH: Final = (
    r"(?:(?:met|en)?\s*(?:(?:vriendelijke?|hartelijke?|warme|beste|lieve|zonnige|genegen|collegiale|oprechte|veel|vele|de"
    r"|mijn|onze)\s+){1,3}(?:groet(?:en|jes)?|dank|wensen)"
    r"|groet(?:en|jes)?|gr\.?|(?:m\.?\s?)?v\.?\s?(?:r\.?\s?)?g(?:r)?\.?|met dank|hoogachtend"
    r"|tot (?:gauw|binnenkort|snel)"
    r"|(?:alvast )?(?:heel |hartelijk )?(?:bedankt|dank u(?: wel)?|dank je(?: wel)?|dankjewel)"
    r"|(?:nog )?een (?:fijne|prettige|goede) (?:dag|avond|week|weekend))"
)
_FRENCH: Final = (
    r"(?:(?:bien |très |tres )?cordialement(?: vôtre)?|cdlt|bàv|bav|bien à (?:vous|toi)|à bientôt|amicalement"
    r"|respectueusement|(?:mes |nos |avec mes |avec nos )?(?:meilleures|sincères|cordiales|respectueuses) salutations"
    r"|salutations(?: distinguées)?|(?:bonne|belle|excellente) (?:journée|soirée|fin de journée|semaine)"
    r"|(?:un grand )?merci(?: d'avance| beaucoup)?)"
)
_ENGLISH: Final = (
    r"(?:(?:with )?(?:my |our )?(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes|thanks)|regards|best|cheers"
    r"|(?:thanks|thank you)(?: in advance| so much| very much)?|yours (?:sincerely|faithfully|truly)"
    r"|(?:yours )?sincerely)"
)
_CLOSING = re.compile(rf"(?:{_DUTCH}|{_FRENCH}|{_ENGLISH})", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-ZÀ-Ý][\w'’.-]*\s?){1,4}")
_DEVICE = re.compile(
    r"(?:verzonden|verstuurd) (?:vanaf|van|vanuit|met|via) .{2,60}"
    r"|envoyé (?:de(?:puis)?|à partir d[e']|avec|par) .{2,60}|sent (?:from|with|via) .{2,60}"
    r"|(?:download |get |obtenir |télécharger )?outlook (?:voor|pour|for) .{2,60}(?: downloaden)?"
    r"|(?:get|obtenir|télécharger|download) (?:bluemail|outlook|aquamail).{0,60}",
    re.IGNORECASE,
)
_FINE_PRINT = re.compile(
    r"\W{0,4}(?:disclaimer\b"
    r"|.{0,120}\b(?:vertrouwelijk|confidentiel|confidential|confidentiality)\b.{0,200}"
    r"\b(?:bestemd|geadresseerde|destin\w+|intended|addressee|recipient)"
    r"|.{0,80}\b(?:denk aan het milieu|please consider the environment|pensez à l'environnement))",
    re.IGNORECASE,
)
_DASHES = re.compile(r"--\s?")
_TELLS = re.compile(r"p\.?\s?s\.?\b|nb\b|\W*(?:nog|encore|also) ", re.IGNORECASE)


def signature_in(lines: list[str]) -> int:
    """The line on which the signature of these words begins; their number when there is none."""
    started = False
    for place, line in enumerate(lines):
        bare = line.strip()
        if bare and started and _begins(bare) and _ends_here(lines[place + 1 :], after_dashes=bare.startswith("--")):
            return place
        started = started or bool(bare)
    return len(lines)


def _begins(line: str) -> bool:
    return bool(_DASHES.fullmatch(line) or _is_closing(line) or _DEVICE.fullmatch(line) or _FINE_PRINT.match(line))


def _is_closing(line: str) -> bool:
    """The closing words, with nothing behind them but a name."""
    found = _CLOSING.match(line) if len(line) < _LONGEST_LINE else None
    rest = line[found.end() :].strip(" ,.!;:") if found else ""
    return found is not None and (not rest or _NAMED.fullmatch(rest) is not None)


def _ends_here(rest: list[str], *, after_dashes: bool) -> bool:
    """Whether nothing that follows tells anything: few lines, short ones, up to the fine print."""
    below = [line.strip() for line in rest if line.strip()]
    printed = next((place for place, line in enumerate(below) if _FINE_PRINT.match(line)), len(below))
    signed = below[:printed]
    if len(signed) > _MOST_LINES or any(_TELLS.match(line) or line.endswith("?") for line in signed):
        return False
    return after_dashes or all(len(line) <= _LONGEST_LINE for line in signed)
