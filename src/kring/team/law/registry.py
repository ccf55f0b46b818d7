"""The registry of legal bases: which article says a thing on a day, and what it was or will be called.

Source: domain.md 7.11. Whoever finds that a law moved adds a row and ends the one before it; nothing else changes. The
day on which the new Criminal Code begins is an expected one until a person confirms it (switch.py): both numbers are
named until then, and the one of the day alone afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

NEW_CODE_FROM = date(2026, 4, 8)
"""The first day of the new Criminal Code, as it is expected."""
LANGUAGES = ("nl", "fr", "en")


@dataclass(frozen=True, slots=True)
class Basis:
    """One row: `of` is what it is about, the same before and after a move. Both ends of the term count in.

    article: which one, per language; "" where the law as a whole is meant. act: the law, per language.
    """

    code: str
    of: str
    article: tuple[str, str, str]
    act: tuple[str, str, str]
    from_on: date | None = None
    until_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return (self.from_on or on) <= on <= (self.until_on or on)

    def said(self, language: str, *, short: bool = False) -> str:
        """The reference in words; short: the article alone."""
        at_language = LANGUAGES.index(language) if language in LANGUAGES else 0
        article, act = self.article[at_language], self.act[at_language]
        return article if short and article else f"{article} {act}".strip()


def _moved(of: str, old: str, new: str, new_from: date) -> Iterator[Basis]:
    """A rule of the Criminal Code of 1867 and its place in the one of 2024."""
    act = ("van het Strafwetboek", "du Code pénal", "of the Criminal Code")
    for code, place, from_on, until_on in (
        (f"cp-1867-{old}", old, None, new_from - timedelta(days=1)),
        (f"cp-2024-{new}", new, new_from, None),
    ):
        number, _, paragraph = place.partition("-")
        parts = (", paragraaf ", ", paragraphe ", ", paragraph ")
        names = ("artikel ", "l’article ", "article ")
        article = tuple(
            f"{name}{number}{part + paragraph if paragraph else ''}" for name, part in zip(names, parts, strict=True)
        )
        yield Basis(code, of, article, act, from_on, until_on)  # type: ignore[arg-type]  # three, as the languages are


ACT = ("de wet van", "la loi du", "the act of")
DECREE = ("het decreet van", "le décret flamand du", "the Flemish decree of")
PERSONAL_DATA = (
    "over de verwerking van persoonsgegevens",
    "sur les traitements de données à caractère personnel",
    "on the processing of personal data",
)
CELLS = (
    "over lokale integrale veiligheidscellen",
    "sur les cellules de sécurité intégrale locales",
    "on local integrated security cells",
)
ORDER = ("het koninklijk besluit van", "l’arrêté royal du", "the royal decree of")


def _act(
    code: str, of: str, from_on: date, day: str, sort: tuple[str, str, str] = ACT, on: tuple[str, str, str] = ("",) * 3
) -> Basis:
    """A law as a whole, named by its day; and by what it is on, where two are of one day."""
    nl, fr, en = (f"{words} {day} {about}".strip() for words, about in zip(sort, on, strict=True))
    return Basis(code, of, ("", "", ""), (nl, fr, en), from_on)


MOVED = (
    ("secrecy", "458", "352"),
    ("right_to_report", "458bis", "353-1"),
    ("case_consultation", "458ter", "353-2"),
    ("secrecy_of_those_present", "458quater", "353-3"),
    ("assistance", "422bis", "299"),
)
"""What it is about, its article in the Criminal Code of 1867, and in that of 2024."""
STAYED: tuple[Basis, ...] = (
    Basis(
        "gdpr",
        "information",
        ("artikel 13 en 14", "les articles 13 et 14", "articles 13 and 14"),
        (
            "van de Algemene Verordening Gegevensbescherming (AVG)",
            "du Règlement général sur la protection des données (RGPD)",
            "of the General Data Protection Regulation (GDPR)",
        ),
        date(2018, 5, 25),
    ),
    Basis(
        "gdpr-6-1-e",
        "public_task",
        ("artikel 6, lid 1, e)", "l’article 6, paragraphe 1, e)", "article 6(1)(e)"),
        ("van de AVG", "du RGPD", "of the GDPR"),
        date(2018, 5, 25),
    ),
    Basis(
        "lsb-fl-2018-02-09-11-2",
        "social_policy",
        ("", "", ""),
        (
            "het decreet van 9 februari 2018 over het lokaal sociaal beleid",
            "le décret flamand du 9 février 2018 sur la politique sociale locale",
            "the Flemish decree of 9 February 2018 on local social policy",
        ),
        date(2018, 7, 1),
    ),
    _act("dpa-be-2018-07-30", "belgian_act", date(2018, 9, 5), "30/07/2018", on=PERSONAL_DATA),
    _act("livc-2018", "security_cells", date(2018, 9, 24), "30/07/2018", on=CELLS),
    _act("sac-2013", "municipal_sanctions", date(2014, 1, 1), "24/06/2013"),
    _act("sac-rd-2014-01-28", "mediation_in_sanctions", date(2014, 1, 28), "28/01/2014", ORDER),
    _act("livc-fl-2021-05-21", "security_cells_flemish", date(2021, 6, 1), "21/05/2021", DECREE),
    _act("radical-fl-2024-03-22", "prevention_flemish", date(2024, 3, 22), "22/03/2024", DECREE),
    _act("minors-fl-2004", "minors", date(2006, 7, 1), "07/05/2004", DECREE),
    _act("iyc-fl-2013", "youth_care", date(2014, 3, 1), "12/07/2013", DECREE),
    _act("egov-fl-2008", "exchange", date(2008, 11, 1), "18/07/2008", DECREE),
    Basis(
        "admin-fl-2018-III.79-89",
        "archives",
        ("artikel III.79 tot III.89", "les articles III.79 à III.89", "articles III.79 to III.89"),
        ("van het Bestuursdecreet", "du Décret de gouvernance", "of the Governance Decree"),
        date(2019, 1, 1),
    ),
)


@lru_cache(maxsize=8)
def bases(new_from: date) -> tuple[Basis, ...]:
    """Every row, when the new Criminal Code begins on a day."""
    return (*(row for moved in MOVED for row in _moved(*moved, new_from)), *STAYED)


BASES = bases(NEW_CODE_FROM)
"""Every row, as it is expected."""


def at(of: str, on: date, new_from: date = NEW_CODE_FROM) -> Basis:
    """The row that holds on a day; before the first one began, the first. Raises `KeyError` for an unknown subject."""
    rows = [row for row in bases(new_from) if row.of == of]
    if not rows:
        raise KeyError(of)
    return next((row for row in rows if row.holds(on)), rows[0])


def said(of: str, on: date, language: str, *, confirmed: date | None) -> str:
    """The reference on a day; with the name it had before or has since, until the day of the move is confirmed.

    So that nobody looks it up in vain while the law moves, and so that one number alone stands there afterwards.
    """
    new_from = confirmed or NEW_CODE_FROM
    row = at(of, on, new_from)
    other = next((one for one in bases(new_from) if one.of == of and one is not row), None)
    if other is None or confirmed is not None:
        return row.said(language)
    return f"{row.said(language)} ({_alias(row, other, language)})"


def _alias(row: Basis, other: Basis, language: str) -> str:
    earlier, since = {
        "nl": ("vroeger {}", "vanaf {:%d/%m/%Y} {}"),
        "fr": ("auparavant {}", "à partir du {:%d/%m/%Y} {}"),
        "en": ("before: {}", "from {:%d/%m/%Y} {}"),
    }[language if language in LANGUAGES else "nl"]
    short = other.said(language, short=True)
    return earlier.format(short) if row.from_on else since.format(other.from_on, short)
