"""The placeholder language: `{town}`. A fixed list, plain replacing, and marks for a heading and a list.

A text is parsed into paragraphs first and filled afterwards, so that what is filled in never becomes a heading, a list
or another placeholder, whatever stands in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: dict[str, Promise] = {
    "name": _("how the person is addressed"),
    "colleague": _("the colleague who writes"),
    "today": _("the day of the letter"),
    "day": _("the day and hour of the talk"),
    "place": _("where the talk is"),
    "organisation": _("the organisation somebody is referred to"),
    "service": _("the service of that organisation"),
    "request": _("what is asked, in the words agreed with the person"),
    "town": _("the name of the town"),
    "team": _("the name of the team"),
    "team_address": _("where the team is"),
    "team_phone": _("the phone of the team"),
    "team_email": _("the e-mail of the team"),
    "dpo": _("how to reach the data protection officer"),
    "supervisor": _("the supervisor for data protection, with its address"),
    "complaints": _("where a complaint goes"),
    "kept": _("how long a dossier is kept"),
    "read_when": _("when the words of a client are read"),
    "help_now": _("where help is now, day and night"),
    "law_secrecy": _("the article on professional secrecy, on the day of the letter"),
    "law_information": _("the articles on being informed"),
    "law_task": _("the article on tasks of general interest"),
    "law_policy": _("the decree on local social policy"),
}
"""Every placeholder with what comes in its place."""
MARK = re.compile(r"\{([^{}\n]{0,60})\}")
HEADING, ITEM = "## ", "- "
EMPTY = "…………"
"""What is not known stays a line to fill in by hand."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading (`kind` "h2") or a list (`kind` "ul", one line an item)."""

    kind: str
    lines: tuple[str, ...]


def unknown(text: str) -> list[str]:
    """Placeholders that do not exist, as they were written, in order."""
    found = dict.fromkeys(mark for mark in MARK.findall(text) if mark.strip() not in NAMES)
    return [f"{{{mark}}}" for mark in found]


def used(text: str) -> set[str]:
    """Which placeholders a text has."""
    return {mark.strip() for mark in MARK.findall(text)} & set(NAMES)


def blocks(text: str) -> list[Block]:
    """The text as paragraphs, headings and lists; nothing is filled in yet."""
    return [block for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()) for block in _split(part)]


def filled(text: str, values: Mapping[str, str]) -> list[Block]:
    """The blocks with each placeholder replaced, once, by plain text; an unknown one stays as it was written."""

    def value(mark: re.Match[str]) -> str:
        name = mark[1].strip()
        return values.get(name, "").strip() or EMPTY if name in NAMES else mark[0]

    return [Block(one.kind, tuple(MARK.sub(value, line) for line in one.lines)) for one in blocks(text)]


def _split(part: str) -> Iterator[Block]:
    lines: list[str] = []
    kind = "p"
    for line in (one.strip() for one in part.split("\n")):
        now = "h2" if line.startswith(HEADING) else "ul" if line.startswith(ITEM) else "p"
        if lines and (now != kind or now == "h2"):
            yield _block(kind, lines)
            lines = []
        kind = now
        lines.append(line.removeprefix(HEADING if now == "h2" else ITEM if now == "ul" else "").strip())
    if any(lines):
        yield _block(kind, lines)


def _block(kind: str, lines: list[str]) -> Block:
    return Block(kind, tuple(lines) if kind == "ul" else ("\n".join(lines),))
