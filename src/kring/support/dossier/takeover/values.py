"""From a cell to what it means: a day, a rhythm, a way of working, a label. Pure; raises `Wrong` with a kind sentence.

A day is written day first, as people here do; a number alone is how spreadsheet programs keep a day.
"""

import re
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.support import register_numbers
from kring.support.dossier.content import Mode
from kring.support.dossier.takeover.columns import plain

LONGEST_LABEL = 40
LONGEST_RHYTHM = 180
SHEET_BEGINS = date(1899, 12, 30)
MONTHS = (
    "januari janvier january jan",
    "februari fevrier february feb fev",
    "maart mars march mrt mar",
    "april avril apr avr",
    "mei mai may",
    "juni juin june jun",
    "juli juillet july jul",
    "augustus aout august aug",
    "september septembre sep sept",
    "oktober octobre october okt oct",
    "november novembre nov",
    "december decembre dec",
)
_MONTH = {word: at for at, words in enumerate(MONTHS, 1) for word in words.split()}
MODES: dict[Mode, str] = {
    Mode.DIRECTION: "regie casusregie direction casedirection coordination",
    Mode.HANDS_ON: "outreach outreachend outreachendwerken aanklampend zelf handson deterrain terrain",
    Mode.HYBRID: "hybride hybrid beide allebei regieenoutreach casusregieenoutreach lesdeux both "
    "casedirectionandoutreach",
}
_MODE = {word: mode for mode, words in MODES.items() for word in words.split()}
_NO_RHYTHM = {
    "",
    "geen",
    "geenritme",
    "geenritmeafgesproken",
    "geenafgesproken",
    "nvt",
    "aucun",
    "none",
    "norhythmagreed",
}
_RHYTHM = {
    **dict.fromkeys(("dagelijks", "elkedag", "daily", "everyday", "quotidien"), 1),
    **dict.fromkeys(("wekelijks", "elkeweek", "week", "weekly", "everyweek", "hebdomadaire", "chaquesemaine"), 7),
    **dict.fromkeys(("tweewekelijks", "veertiendaags", "omdeweek", "omdetweeweken", "elketweeweken"), 14),
    **dict.fromkeys(("maandelijks", "elkemaand", "maand", "monthly", "everymonth", "mensuel", "chaquemois"), 28),
}
_EVERY = re.compile(
    r"^(?:elke|omde|every|touteslesou|toutesles|tousles)?(\d{1,3})(d|dag|dagen|days?|jours?|w|week|weken|"
    r"weeks?|semaines?)?$"
)
_DAY = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_SPOKEN = re.compile(r"^(\d{1,2})(?:er|e)?[ .-]+([^\W\d_]+)\.?[ .-]+(\d{4}|\d{2})$")
_SERIAL = re.compile(r"^(\d{5})(?:[.,]\d+)?$")
_CLOCK = re.compile(r"[T ]\d{1,2}[:.u]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?: ?[ap]m)?Z?$", re.IGNORECASE)


class Wrong(ValueError):
    """A cell that cannot be taken over; the sentence may be shown to who typed it."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def label(cell: str) -> str:
    """A first name and an initial, or a nickname. Raises `Wrong`."""
    if not any(sign.isalnum() for sign in cell):
        raise Wrong(_("A first name with an initial, or a nickname, is missing."))
    if register_numbers.holds_one(cell):
        raise Wrong(_("A national register number stands in it. Leave it out: a first name will do."))
    if len(cell) > LONGEST_LABEL:
        raise Wrong(_("This is too long for a label: a first name with an initial, or a nickname, is enough."))
    return cell


def day(cell: str, today: date) -> date:
    """A day that is not ahead. Raises `Wrong`."""
    if not cell:
        raise Wrong(_("The day is missing."))
    found = _as_day(_CLOCK.sub("", cell.strip()), today)
    if found > today:
        raise Wrong(format_lazy(_("“{typed}” lies ahead: it is later than today."), typed=cell))
    return found


def mode(cell: str) -> Mode:
    """Direction, outreach or both. Raises `Wrong`."""
    found = _MODE.get(plain(cell))
    if found is None:
        raise Wrong(format_lazy(_("“{typed}” is no way of working we know: direction, outreach or both."), typed=cell))
    return found


def rhythm(cell: str) -> int | None:
    """Days, or None when no rhythm was agreed. Raises `Wrong`."""
    said = plain(cell)
    if said in _NO_RHYTHM:
        return None
    if said in _RHYTHM:
        return _RHYTHM[said]
    counted = _EVERY.match(said)
    if counted is None:
        raise Wrong(
            format_lazy(_("“{typed}” is no rhythm we know. Write “14 days”, “every week” or “none”."), typed=cell)
        )
    days = int(counted[1]) * (7 if (counted[2] or "").startswith(("w", "s")) else 1)
    if not 1 <= days <= LONGEST_RHYTHM:
        raise Wrong(format_lazy(_("“{typed}” is no rhythm: between a day and half a year."), typed=cell))
    return days


def _as_day(typed: str, today: date) -> date:
    parts = _parts(typed, today)
    if parts is None:
        raise Wrong(format_lazy(_("“{typed}” is no day we can read. Write it as 01/05/2019."), typed=typed))
    try:
        found = date(*parts)
    except ValueError:
        raise Wrong(format_lazy(_("“{typed}” does not exist in the calendar."), typed=typed)) from None
    if found.year < 1990:
        raise Wrong(format_lazy(_("“{typed}” is too long ago to be true."), typed=typed))
    return found


def _parts(typed: str, today: date) -> tuple[int, int, int] | None:
    """Year, month, day."""
    if serial := _SERIAL.match(typed):
        kept = SHEET_BEGINS + timedelta(days=int(serial[1]))
        return kept.year, kept.month, kept.day
    if iso := _ISO.match(typed):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if figures := _DAY.match(typed):
        return _year(figures[3], today), int(figures[2]), int(figures[1])
    spoken = _SPOKEN.match(typed)
    month = _MONTH.get(plain(spoken[2])) if spoken else None
    return (_year(spoken[3], today), month, int(spoken[1])) if spoken and month else None


def _year(written: str, today: date) -> int:
    if len(written) == 4:
        return int(written)
    year = today.year // 100 * 100 + int(written)
    return year if year <= today.year else year - 100
