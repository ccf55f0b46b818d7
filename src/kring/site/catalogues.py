"""Builds the catalogues of words from the parts the slices write; nothing here knows a word itself.

A part is `locale/parts/<slice>.json`: {"English text": {"nl": "...", "fr": "..."}}. A text with a plural adds
"plural": "English plural" and gives [one, many] per language. English is the text itself, so it has no catalogue.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

LOCALE = Path(__file__).resolve().parents[1] / "locale"
LANGUAGES = {"nl": "nplurals=2; plural=(n != 1);", "fr": "nplurals=2; plural=(n > 1);"}


class Disagreement(Exception):
    """Two parts translate the same text differently, or a part lacks a language."""


@dataclass(frozen=True)
class Wording:
    """One English text with its translations; `plural` is empty where there is none."""

    text: str
    plural: str
    words: dict[str, tuple[str, ...]]
    part: str


def wordings(locale: Path = LOCALE) -> dict[str, Wording]:
    """Every text of every part, by its English. Raises: Disagreement."""
    known: dict[str, Wording] = {}
    for wording in _read(locale):
        earlier = known.get(wording.text)
        if earlier and (earlier.words, earlier.plural) != (wording.words, wording.plural):
            raise Disagreement(f"{wording.text!r} differs between {earlier.part} and {wording.part}.")
        known[wording.text] = wording
    return known


def _read(locale: Path) -> Iterator[Wording]:
    for part in sorted((locale / "parts").glob("*.json")):
        for text, entry in json.loads(part.read_text(encoding="utf-8")).items():
            yield Wording(text, entry.get("plural", ""), _words(text, entry, part.name), part.name)


def _words(text: str, entry: dict[str, Any], part: str) -> dict[str, tuple[str, ...]]:
    words = {}
    for language in LANGUAGES:
        given = entry.get(language)
        forms = tuple(given) if isinstance(given, list) else (given,)
        if len(forms) != (2 if "plural" in entry else 1) or not all(forms):
            raise Disagreement(f"{text!r} in {part} has no complete {language}.")
        words[language] = forms
    return words


def build(locale: Path = LOCALE) -> int:
    """Write django.po and django.mo per language. Returns the number of texts."""
    known = wordings(locale)
    for language, plural_forms in LANGUAGES.items():
        catalogue = polib.POFile(wrapwidth=120)
        catalogue.metadata = {
            "Content-Type": "text/plain; charset=utf-8",
            "Language": language,
            "Plural-Forms": plural_forms,
        }
        catalogue.extend(_entry(known[text], language) for text in sorted(known))
        folder = locale / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / "django.po", str(catalogue).encode())
        _replace(folder / "django.mo", catalogue.to_binary())
    return len(known)


def _entry(wording: Wording, language: str) -> polib.POEntry:
    forms = wording.words[language]
    if wording.plural:
        numbered = dict(enumerate(forms))
        return polib.POEntry(msgid=wording.text, msgid_plural=wording.plural, msgstr_plural=numbered)
    return polib.POEntry(msgid=wording.text, msgstr=forms[0])


def _replace(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a process starting next to us never reads half a file."""
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


def refresh(locale: Path = LOCALE) -> bool:
    """Build when a part is newer than a catalogue; a read-only installation keeps what it came with."""
    built = [locale / language / "LC_MESSAGES" / "django.mo" for language in LANGUAGES]
    # The folder's own time tells of a part that was taken away.
    newest = max(path.stat().st_mtime for path in [locale / "parts", *(locale / "parts").glob("*.json")])
    stale = any(not mo.exists() or mo.stat().st_mtime < newest for mo in built)
    if stale and os.access(locale, os.W_OK):
        build(locale)
        return True
    return False
