"""The entries of the line of time as HTML: `parts/entry.html` is drawn once for each look that a page has, then filled.

A look is which lines an entry has, without what they say: two hundred contacts have two or three. Nothing is kept
beyond the page, and nothing that somebody wrote goes into a look.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString

Line = dict[str, Any]
HOLE = "\ue000"
"""Around the name of what is filled in; drawn before anything of a person is there, so it is met nowhere else."""


_TO_ESCAPE = re.compile("[&<>\"']").search
"""Most of what is said holds none of these: looking first is cheaper than replacing five times."""


def _escaped(text: str) -> str:
    return escape(text) if _TO_ESCAPE(text) else text


def _broken(text: str) -> str:
    """As `linebreaksbr`."""
    return _escaped(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", "<br>")


FILLED: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("when", "title", "url", "next", "small", "noted", "marks", "holders"), _escaped),
    **dict.fromkeys(("text", "voice"), _broken),
}
"""What is said in an entry, and how it becomes HTML."""
LOOKS = ("dot", "icon", "struck", "pinned", "closed", "shared")
"""What an entry looks like beside which of its lines are there."""


def html(lines: Iterable[Line]) -> SafeString:
    """All entries in order."""
    template = get_template("support/desk/pages/parts/entry.html")
    looks: dict[tuple[Any, ...], list[str]] = {}
    told: list[str] = []
    for line in lines:
        if line.get("corrected"):
            told.append(template.render({"line": line}))
            continue
        there = [name for name in FILLED if line.get(name)]
        look = (*map(line.get, LOOKS), *there)
        if look not in looks:
            shown = {name: line.get(name) for name in LOOKS} | {name: f"{HOLE}{name}{HOLE}" for name in there}
            looks[look] = template.render({"line": shown}).split(HOLE)
        drawn = looks[look].copy()
        for at in range(1, len(drawn), 2):
            name = drawn[at]
            drawn[at] = FILLED[name](line[name])
        told += drawn
    return SafeString("".join(told))
