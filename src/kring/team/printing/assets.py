"""What a sheet may fetch: the fonts that are brought along, by name, and nothing else (security.md 4.20).

No file, no address, no `data:`. The name is looked up in a table, so that a text can never become a path.
"""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

SCHEME = "kring-font:"
FONTS = {
    "body": "atkinson-hyperlegible-next-latin-wght-normal",
    "body-italic": "atkinson-hyperlegible-next-latin-wght-italic",
    "display": "bricolage-grotesque-latin-wght-normal",
    "voice": "newsreader-latin-wght-normal",
    "voice-italic": "newsreader-latin-wght-italic",
}
"""Name in the style sheet -> file. "voice" is the client's own words, nothing else."""
STYLE = Path(__file__).parent / "paper.css"


class NotOurs(ValueError):
    """A sheet asked for something that is not brought along."""


def font(url: str) -> bytes:
    """The bytes of one font. Raises `NotOurs` for every other address."""
    name = FONTS.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
    found = finders.find(f"vendor/fonts/{name}.woff2") if name else None
    if not isinstance(found, str):
        raise NotOurs
    return Path(found).read_bytes()


def fetcher(weasyprint: Any) -> Any:
    """The engine's fetcher that gives those fonts and refuses the rest."""

    class OwnFonts(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # the engine is imported lazily and has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            return weasyprint.urls.URLFetcherResponse(url, font(url), {"Content-Type": "font/woff2"})

    return OwnFonts()
