"""A period as people here type it, in Dutch or French, turned into one of the forms that `periods` reads. Pure."""

import re
from datetime import date

from kring.reporting import periods
from kring.reporting.periods import Period

MONTHS = (
    ("jan", "januari janvier january"),
    ("feb", "februari février fevrier february"),
    ("mar", "maart mrt mars march"),
    ("apr", "april avril avr"),
    ("may", "mei mai"),
    ("jun", "juni juin june"),
    ("jul", "juli juillet july"),
    ("aug", "augustus août aout august"),
    ("sep", "september septembre sept"),
    ("oct", "oktober okt octobre october"),
    ("nov", "november novembre"),
    ("dec", "december décembre decembre"),
)
WORDS = {
    "tot en met": "to",
    "jusqu'au": "to",
    "jusqu’au": "to",
    "tot nu": "to date",
    "alles tot nu": "open",
    "alles": "open",
    "tout": "open",
    "everything": "open",
    "vandaag": "reference date",
    "aujourd’hui": "reference date",
    "aujourd'hui": "reference date",
    "today": "reference date",
    "de laatste vijf jaar": "several years",
    "les cinq dernières années": "several years",
    "the last five years": "several years",
    "schooljaar": "school year",
    "année scolaire": "school year",
    "depuis le": "since",
    "depuis": "since",
    "sinds": "since",
    "vanaf": "since",
    "tot": "to",
    "au": "to",
    "t/m": "to",
    "van": "from",
    "du": "from",
    "einde": "end",
    "eind": "end",
    "fin": "end",
    "en": "and",
    "et": "and",
    "kwartaal": "q",
}
ALONE = re.compile(r"^(?:op|le|in|on|over|pour)\s+")
"""What stands before a day or a year and says nothing."""
SLASHED = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
ORDINAL = re.compile(rf"\b(\d{{1,2}})(?:er|e|ste|de)?\s+(?=(?:{'|'.join(short for short, _ in MONTHS)})\b)")
_MONTH = {name: short for short, names in MONTHS for name in (short, *names.split())}
_LONGEST_FIRST = sorted(WORDS, key=len, reverse=True)


def read(typed: str, asked_on: date) -> Period:
    """The period that is meant. Raises `NotUnderstood`."""
    return periods.read(plain(typed), asked_on)


def plain(typed: str) -> str:
    """The same in the form that `periods` reads."""
    text = " ".join(typed.casefold().split())
    text = SLASHED.sub(lambda found: f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}", text)
    for word in _LONGEST_FIRST:
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", WORDS[word], text)
    text = re.sub(r"[^\W\d]+", lambda found: _MONTH.get(found[0], found[0]), text)
    text = ORDINAL.sub(r"\1 ", text)
    text = re.sub(r"\b(?:de|le)\s+(?=\d)", "", text)
    return ALONE.sub("", text)
