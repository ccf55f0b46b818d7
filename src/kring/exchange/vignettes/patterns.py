"""What leads to somebody whoever it is: an address, a number, a mail, a day, an exact age.

Looked for in the text as it was typed, in Dutch and French.
"""

import re
from datetime import date

MONTHS = (
    ("januari", "janvier", "jan"),
    ("februari", "fevrier", "février", "feb"),
    ("maart", "mars", "mrt"),
    ("april", "avril", "apr"),
    ("mei", "mai"),
    ("juni", "juin", "jun"),
    ("juli", "juillet", "jul"),
    ("augustus", "aout", "août", "aug"),
    ("september", "septembre", "sept", "sep"),
    ("oktober", "octobre", "okt", "oct"),
    ("november", "novembre", "nov"),
    ("december", "decembre", "décembre", "dec", "déc"),
)
BANDS = ((0, 5), (6, 11), (12, 17), (18, 25), (26, 39), (40, 59), (60, 79))
"""Ages as a vignette tells them: the stages of a life, never the year."""
_MONTH = "|".join(sorted((name for names in MONTHS for name in names), key=len, reverse=True))
_STREET = r"(?:straat|laan|lei|plein|weg|dreef|steenweg|kaai|vest|markt|hof|park|pad|baan|singel|dijk|steeg|stwg|str\.)"
_NUMBER = r"(?:\s+(?:nr\.?\s*)?\d{1,4}(?:\s?[a-zA-Z]\b)?(?:\s*(?:bus|bte|b)\.?\s*\w{1,4})?)?"

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w@])@\w[\w.]{2,}")
ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .]?\d{4}){2,7}\b")
PLATE = re.compile(r"\b\d-[A-Z]{3}-\d{3}\b")
DOSSIER = re.compile(r"\b[KR]-[0-9A-Z]{4,8}\b")
ADDRESS = re.compile(
    rf"\b[A-ZÀ-Þ][\w'’-]{{2,}}(?:\s[A-ZÀ-Þ][\w'’-]+)*?{_STREET}\b{_NUMBER}"
    rf"|\b[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)*\s(?:[Ss]traat|[Ll]aan|[Pp]lein|[Ss]teenweg|[Dd]reef)\b{_NUMBER}"
    rf"|\b(?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Cc]hauss[ée]e)\s(?:d[eu]s?\s|de\sla\s|de\sl['’])?[A-ZÀ-Þ][\w'’-]+{_NUMBER}"
)
POSTCODE = re.compile(r"\b(?:B-?)?[1-9]\d{3}\s+[A-ZÀ-Þ][\w'’-]+")
DAY = re.compile(
    rf"\b(?:(\d{{1,2}})[./-](\d{{1,2}})(?:[./-](\d{{4}}|\d{{2}}))?|(\d{{4}})-(\d{{2}})-(\d{{2}})"
    rf"|(?:(\d{{1,2}})(?:ste|de|er|e)?\s+)?({_MONTH})\b\.?(?:\s+(?:van\s+)?(\d{{4}}))?)(?![\w])",
    re.IGNORECASE,
)
AGE = re.compile(r"\b(\d{1,3})(?:\s?-\s?|\s)?(jarigen?|jaar|jr|ans?)\b", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<![\w.,])(?:\+|00)?\d(?:[\d\s./()\-]{5,}\d|\d{4,}\d)(?!\w)|(?<!\w)0\d{2,3}[\s./]?\d[\d\s./]{4,}"
)

ANYBODY: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mail", MAIL),
    ("link", LINK),
    ("number", ACCOUNT),
    ("number", PLATE),
    ("number", DOSSIER),
    ("place", ADDRESS),
    ("place", POSTCODE),
    ("day", DAY),
    ("age", AGE),
    ("number", NUMBER),
)
"""kind -> pattern, in the order in which they are looked for."""


def season_of(found: re.Match[str]) -> tuple[int, int | None] | None:
    """Of a day: its season (0 winter .. 3 autumn) and its year where one was said; None where it is no day."""
    short_day, short_month, short_year, year, month, day, said_day, said_month, said_year = found.groups()
    if said_month:
        lone = said_day is None and said_year is None
        number = next(at for at, names in enumerate(MONTHS, 1) if said_month.casefold() in names)
        return None if lone and len(said_month) < 4 else _season(number, said_year)
    if month:
        return _season(int(month), year) if _is_day(int(month), int(day)) else None
    if short_day and short_month and _is_day(int(short_month), int(short_day)):
        return _season(int(short_month), short_year)
    return None


def band_of(age: int) -> tuple[int, int] | None:
    """The stage of life of an age; None above the last, which is told as its beginning."""
    return next((band for band in BANDS if band[0] <= age <= band[1]), None)


def _season(month: int, year: str | None) -> tuple[int, int | None]:
    full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return (month % 12) // 3, full


def _is_day(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True
