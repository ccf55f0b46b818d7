"""The line with which a mail program introduces what was written before: "Op ... schreef ...:" and its kin.

English, and most other languages, are told by mail-parser-reply. What it misses is told here: every Dutch form, a name
that comes first, an address between "écrit" and its colon, a line broken in three (docs/reference/mail-folding.md).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

MOST_LINES: Final = 3
_LONGEST: Final = 400
_VERB = re.compile(r"schreef|geschreven|écrit|ecrit|wrote|schrieb|scritto|escribió|napisał|skrev|napsal", re.IGNORECASE)
_WHEN = r"(?:[^\n]{0,80}?\d{1,4}[^\n]{0,60}?)"
_OWN = re.compile(
    rf"op\s{_WHEN}\bschreef\s.{{1,200}}"
    rf"|op\s{_WHEN}\bheeft\s.{{1,200}}\bhet\svolgende\sgeschreven\s?"
    rf"|.{{2,80}}\sschreef(?:\sop\s{_WHEN})?\s?"
    rf"|le\s{_WHEN}\b.{{0,200}}\ba\s[ée]crit.{{0,120}}"
    r"|.{2,80}\sa\s[ée]crit\s?"
    r"|[A-Z].{1,60}\swrote\s?",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"(?:oorspronkelijke? (?:bericht|e-mail)|origineel bericht|oorspr\. bericht"
    r"|message d['’]origine|message original|mail original|message initial"
    r"|original (?:message|e-?mail)|urspr[üu]ngliche nachricht|messaggio originale|mensaje original)",
    re.IGNORECASE,
)
_GROUPWISE = re.compile(r">>>\s(?=.*\d).{5,200}(?:>>>|:)")
_SURE = re.compile(r"<[^<>\s]+@[^<>\s]+>|\d{1,2}[-/ ][\w.]{1,9}[-/ ]\d{2,4}\b.{0,25}\d{1,2}[:.]\d{2}")
_DASHES: Final = " \t-_*=~‐‑–—"


@dataclass(frozen=True, slots=True)
class Opening:
    """How many lines introduce an earlier message; `sure`: by themselves, also when nothing below is quoted."""

    lines: int
    sure: bool


def opening_in(lines: list[str]) -> Opening | None:
    """The opening these lines begin with, quote marks taken off; a person too writes "his mother wrote:"."""
    first = lines[0].strip()
    if _GROUPWISE.fullmatch(first) or is_original_line(first):
        return Opening(1, sure=True)
    joined = ""
    for count, line in enumerate(lines[:MOST_LINES], 1):
        joined = f"{joined} {line.strip()}".strip()
        if not line.strip() or len(joined) > _LONGEST:
            return None
        if joined.endswith(":") and _VERB.search(joined):
            return Opening(count, sure=_SURE.search(joined) is not None) if _tells(joined) else None
    return None


def is_original_line(line: str) -> bool:
    """A line of dashes with "original message" in it, in one of our languages."""
    bare = line.strip(_DASHES)
    return len(bare) < len(line.strip()) - 3 and _ORIGINAL.fullmatch(bare) is not None


def _tells(joined: str) -> bool:
    joined = " ".join(joined.replace("< ", "<").replace(" >", ">").split())
    return _OWN.fullmatch(joined[:-1]) is not None or _library().fullmatch(joined) is not None


@cache
def _library() -> re.Pattern[str]:
    """The openings the library knows, as patterns alone: its parser takes and reorders more than we want."""
    from mailparser_reply.constants import MAIL_LANGUAGES  # type: ignore[import-untyped]  # it has none

    told = [language["wrote_header"] for language in MAIL_LANGUAGES.values() if "wrote_header" in language]
    return re.compile("|".join(f"(?:{one})" for one in told), re.IGNORECASE)
