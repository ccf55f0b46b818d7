"""Mail programs of three languages, as data: how they introduce an answer, print a forward, and sign.

answering.toml, forwarding.toml, signing.toml hold the lines; here they become whole messages. Each is one variant of
the table in docs/reference/mail-folding.md.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("nl", "fr", "en")
WHO, ADDRESS = "Mia Claes", "mia.claes@zorgpunt.example"
WORDS = {
    "nl": "Dag,\n\nHij was gisteren weer niet in de klas.\n- zijn broer evenmin\n\nBedankt, ik bel morgen nog.",
    "fr": "Bonjour,\n\nIl n'était pas en classe hier.\n- son frère non plus\n\nMerci, je rappelle demain.",
    "en": "Hello,\n\nHe was not in class yesterday.\n- neither was his brother\n\nThanks, I will call tomorrow.",
}
EARLIER = {
    "nl": "Dag Jo,\n\nKunnen we hem zien? EERDER-1\n\nGroeten, Kring EERDER-2",
    "fr": "Bonjour Jo,\n\nPouvons-nous le voir ? EERDER-1\n\nKring EERDER-2",
    "en": "Hello Jo,\n\nCan we see him? EERDER-1\n\nKring EERDER-2",
}
FORWARDER = {"nl": "Kunnen jullie hiernaar kijken?", "fr": "Pouvez-vous regarder ?", "en": "Can you look at this?"}
WORRY = {
    "nl": "Dag,\n\nMijn zoon komt niet meer buiten. ZORG-1\n\nIk weet niet meer wat doen. ZORG-2",
    "fr": "Bonjour,\n\nMon fils ne sort plus. ZORG-1\n\nJe ne sais plus quoi faire. ZORG-2",
    "en": "Hello,\n\nMy son no longer leaves the house. ZORG-1\n\nI do not know what to do. ZORG-2",
}


def _lines_of(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to introduce an earlier message. `quoted`: whether the program puts "> " before what follows."""

    client: str
    language: str
    opening: str
    quoted: bool

    def after(self, words: str, earlier: str) -> str:
        """A whole answer: the words of the sender, the opening, the earlier message."""
        opening = self.opening.replace("{who}", WHO).replace("{to}", ADDRESS)
        return f"{words}\n\n{opening}\n{_quoted(earlier) if self.quoted else earlier}\n"


@dataclass(frozen=True, slots=True)
class Forward:
    """One way to pass a message on: the tag of the subject, the line above the printed header, the header."""

    client: str
    language: str
    tag: str
    announcement: str
    printed: str
    quoted: bool

    def written(self) -> tuple[str, str]:
        """Subject and text of the message as it arrives."""
        below = f"{self.printed.replace('{who}', f'{WHO} <{ADDRESS}>')}\n\n{WORRY[self.language]}"
        above = f"{FORWARDER[self.language]}\n\n{self.announcement}".rstrip(" ")
        return f"{self.tag}: vraag", f"{above}\n{_quoted(below) if self.quoted else below}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


VARIANTS = [
    Variant(client["name"], language, opening, client["quoted"])
    for client in _lines_of("answering")["client"]
    for language in LANGUAGES
    for opening in client[language]
]
FORWARDS = [
    Forward(client["name"], language, quoted=client["quoted"], **client[language])
    for client in _lines_of("forwarding")["client"]
    for language in LANGUAGES
]
SIGNATURES: dict[str, list[str]] = _lines_of("signing")
"""How a message ends, by language."""
