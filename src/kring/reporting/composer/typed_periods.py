"""A period as people here type it, in Dutch or French, turned into one of the forms that `periods` reads. Pure."""

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kring.reporting import periods
from kring.reporting.periods import NotUnderstood, Period, Unreadable

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


ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "premier": 1,
    "deuxième": 2,
    "troisième": 3,
    "quatrième": 4,
}
ORDINALS |= {"first": 1, "second": 2, "third": 3, "fourth": 4}
YEARS_FROM_NOW = {"vorig jaar": -1, "dit jaar": 0, "l’année passée": -1, "l'année passée": -1, "cette année": 0}
YEARS_FROM_NOW |= {"last year": -1, "this year": 0}
QUARTER = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:kwartaal|trimestre|quarter)\b")
BETWEEN = re.compile(r"^(?:tussen|entre|between) (.+) and (.+)$")
_NUMBER = {short: number for number, (short, _names) in enumerate(MONTHS, start=1)}
FORMS: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile(r"^(?:from )?(\d{4}) to (\d{4})$"), r"\1-\2"),
    (re.compile(r"^since (\d{4})$"), r"since \1-01-01"),
    (re.compile(r"\bq ?([1-4]) (?:from |of )?(\d{4})\b"), r"\2-q\1"),
    (
        re.compile(rf"(?<!\d )\b({'|'.join(_NUMBER)}) (\d{{4}})\b"),
        lambda found: f"{found[2]}-{_NUMBER[found[1]]:02}",
    ),
)
"""What is still to be read otherwise once the words are ours: years, a quarter, a month of a year."""


def read(typed: str, asked_on: date) -> Period:
    """The period that is meant. Raises `NotUnderstood`, with the words as they were typed."""
    text = plain(typed)
    if text in YEARS_FROM_NOW:
        text = str(asked_on.year + YEARS_FROM_NOW[text])
    try:
        return periods.read(text, asked_on)
    except Unreadable:
        said = _(
            "The period “%(text)s” is not understood. Write for example 2020, March 2020, 1 May 2020 to 1 July 2020."
        )
        raise NotUnderstood(said % {"text": periods.quoted(typed)}) from None


def plain(typed: str) -> str:
    """The same in the form that `periods` reads."""
    text = " ".join(re.sub("[–—]", "-", typed.casefold()).split())
    text = QUARTER.sub(lambda found: f"q{ORDINALS[found[1]]}", text)
    text = SLASHED.sub(lambda found: f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}", text)
    for word in _LONGEST_FIRST:
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", WORDS[word], text)
    text = re.sub(r"[^\W\d]+", lambda found: _MONTH.get(found[0], found[0]), text)
    text = ORDINAL.sub(r"\1 ", text)
    text = re.sub(r"\b(?:de|le)\s+(?=\d)", "", text)
    text = BETWEEN.sub(r"\1 to \2", ALONE.sub("", text))
    for form, meant in FORMS:
        text = form.sub(meant, text)
    return text
