"""The columns of a case, in our order, and the words by which a heading names them."""

import re
import unicodedata
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Column(StrEnum):
    """What a line says of a case. BEYOND: cells for which there is no column."""

    LABEL = "label"
    OPENED = "opened_on"
    PROGRAMME = "programme"
    MODE = "mode"
    RHYTHM = "rhythm"
    DEPUTY = "deputy"
    CONTACT = "last_contact"
    BEYOND = "beyond"


ORDER: tuple[Column | None, ...] = tuple(column for column in Column if column != Column.BEYOND)
NAMES: dict[Column, Promise] = {
    Column.LABEL: _("Label"),
    Column.OPENED: _("Opened on"),
    Column.PROGRAMME: _("Programme"),
    Column.MODE: _("How we work"),
    Column.RHYTHM: _("Rhythm"),
    Column.DEPUTY: _("Deputy"),
    Column.CONTACT: _("Last contact"),
}
WORDS: dict[Column, str] = {
    Column.LABEL: "label naam voornaam roepnaam client clienten jongere gast wie nom prenom surnom name who",
    Column.OPENED: "geopend geopendop opgestart opstart start startdatum begin begindatum sinds datum opened openedon "
    "ouvert ouvertle debut depuis since",
    Column.PROGRAMME: "programma werking dienst programme program",
    Column.MODE: "werkwijze werkvorm hoe howwework aanpak mode methode methodedetravail",
    Column.RHYTHM: "ritme frequentie rythme frequence rhythm",
    Column.DEPUTY: "waarnemer vervanger backup suppleant deputy",
    Column.CONTACT: "laatstecontact contact laatstgezien derniercontact lastcontact",
}
_BY_WORD = {word: column for column, words in WORDS.items() for word in words.split()}


def heading(cells: list[str]) -> tuple[tuple[Column | None, ...] | None, tuple[str, ...]]:
    """The order a heading gives and what it names besides; None when the line is no heading."""
    found = [_BY_WORD.get(plain(cell)) for cell in cells]
    named = [column for column in found if column]
    if Column.OPENED not in named or Column.LABEL not in named:
        return None, ()
    once = [column if column not in found[:at] else None for at, column in enumerate(found)]
    return tuple(once), tuple(cell for cell, column in zip(cells, once, strict=True) if cell and column is None)


def plain(text: str) -> str:
    """Letters and figures alone, small, without accents."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", "".join(sign for sign in bare if not unicodedata.combining(sign)))
