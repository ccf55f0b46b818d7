"""The words of an HTML message, in one pass over its tags.

Own code and not `html.parser`: on a hostile page that one takes quadratic time, and we want the words only, not a
tree. Whatever is no tag is text; styles, scripts and comments are not words.
"""

import html
import re
from typing import Final

from kring.support.intake.mail.limits import TAGS

_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:]{0,30})")
_NEW_LINE: Final = frozenset(
    (
        *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"),
    ),
)
_NEW_CELL: Final = frozenset(("td", "th"))
_UNHEARD: Final = frozenset(("script", "style", "head", "title"))
_LONG_NUMBER = re.compile(r"&#(?:[xX][0-9a-fA-F]{7,}|[0-9]{8,});?")


def words_of(page: str) -> str:
    """Plain text, one line a block, entities resolved. Past `TAGS` tags it stops."""
    places = _Places(page)
    pieces: list[str] = []
    at = 0
    for _ in range(TAGS):
        start = places.next("<", at)
        pieces.append(places.page[at:start].replace("\n", " "))
        if start == places.end:
            break
        at, shown = _after_tag(places, start)
        pieces.append(shown)
    return _tidy(html.unescape(_LONG_NUMBER.sub("\ufffd", "".join(pieces))))


class _Places:
    """Where a mark comes next. Asked for rising places it looks at every character once, found or not."""

    def __init__(self, page: str) -> None:
        self.page = page.replace("\r\n", "\n")
        small = self.page.lower()
        self._small = small if len(small) == len(self.page) else self.page
        self._known: dict[str, int] = {}
        self.end = len(self.page)

    def next(self, mark: str, at: int) -> int:
        """The first place of `mark` from `at` on; the end when there is none."""
        if self._known.get(mark, -1) < at:
            found = self._small.find(mark, at)
            self._known[mark] = self.end if found < 0 else found
        return self._known[mark]


def _after_tag(places: _Places, start: int) -> tuple[int, str]:
    """Where reading goes on after what begins at `start`, and what it leaves in the text."""
    name = _NAME.match(places.page, start + 1)
    if places.page.startswith("<!--", start):
        return min(places.next("-->", start + 4) + 3, places.end), ""
    if not name and not places.page.startswith(("<!", "<?", "</"), start):
        return start + 1, "<"
    close = places.next(">", start)
    if close == places.end:
        return start + 1, "<"
    tag = name[1].lower() if name else ""
    if tag in _UNHEARD and not places.page.startswith("/", start + 1):
        silent_until = places.next(f"</{tag}", close)
        return (close + 1 if silent_until == places.end else silent_until), ""
    return close + 1, "\n" if tag in _NEW_LINE else "\t" * (tag in _NEW_CELL)


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip()
