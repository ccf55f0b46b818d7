"""The notebook of the long day in which a random word is typed, sent or mailed at every place that takes text.

It keeps which words were typed where, and which fields of which forms of which pages have had one. What does not live
here: the day itself (planting_day.py), and looking for the words (test_stolen_database.py).
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from django.urls import Resolver404, resolve

from tests.stories.browsing import Answer, Browser, Form, follow
from tests.stories.searching import digits, word

FORM_TOKEN = "csrfmiddlewaretoken"
LINK = re.compile(r"/(?:c|team/invited)/([\w-]{22})")
LET_IN = re.compile(r"/team/let-in/[\w-]{22}")
HANDED = re.compile(r'class="code[^"]*">([0-9A-Z]{4}-[0-9A-Z]{4})<')
GUEST = re.compile(r"/(?:c|overleg)/([\w-]{22})")
SEAT = re.compile(r"/dossiers/[\w-]{22}/consultations/[\w-]{22}/seats/[\w-]{22}")
OWN = re.compile(r"/aanmelden/mijn/([\w-]{22})")
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
NOTHING: Mapping[str, str] = {}
OWN_PAGES = ("/ways-in", *(f"/ways-in/{way}" for way in ("confirm", "password", "code", "paper")), "/locked/write")
OWN_PAGES += ("/written", "/unfinished", "/agenda", "/keys", "/take-over/proof", "/team/recovery", "/team/services")
TALK_DAY, BIRTHDAY = "2031-03-11", "2004-05-06"
CHOSEN = {"kind": "school", "urgency": "today", "answer": "yes", "outcome": "role", "mode": "hands_on", "to": "@"}


class Place(Protocol):
    """Where the day is spent."""

    def stranger(self) -> Browser: ...  # pragma: no cover

    def command(self, *words: str) -> None: ...  # pragma: no cover

    def posted(self) -> str:
        """The text of the newest mail that went out."""
        ...  # pragma: no cover

    def posted_id(self) -> str:
        """The Message-ID of that mail."""
        ...  # pragma: no cover


@dataclass
class Planting:
    """The words planted so far by where they were typed, and which fields of which form have had one."""

    words: dict[str, str] = field(default_factory=dict)
    fields: set[tuple[str, str]] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    statuses: set[int] = field(default_factory=set)
    routes: set[str] = field(default_factory=set)
    stem: str = field(default_factory=lambda: word(8))
    number_stem: str = field(default_factory=lambda: digits(12))

    def new(self, where: str, *, number: bool = False) -> str:
        """A fresh word for a place. Raises when the place has one already, so that none is lost."""
        assert where not in self.words, where
        self.words[where] = digits(8, self.number_stem) if number else word(10, self.stem)
        return self.words[where]

    def see(self, answer: Answer) -> Answer:
        """Remember which page it is and which text fields it offers."""
        self.statuses.add(answer.status)
        self._came_by(answer.path)
        for form in answer.page.forms:
            self.offered |= {(place(form.action), _row(one.name)) for one in form.fields.values() if one.takes_text}
        return answer

    def fill(
        self, form: Form, where: str, given: Mapping[str, str] = NOTHING, *, right: bool = True
    ) -> dict[str, str | list[str]]:
        """What somebody types: right, or a word in every field there is, also those that offer a choice."""
        self._came_by(form.action)
        typed = dict(form.given)
        for one in form.fields.values():
            if one.name == FORM_TOKEN:
                continue
            if one.name in given:
                typed[one.name] = given[one.name]
            elif not right and one.kind != "hidden":
                typed[one.name] = self.new(f"{where}, wrong {one.name}")
            elif one.kind in ("radio", "checkbox", "select"):
                typed[one.name] = _choose(one.name, one.choices)
            elif one.kind == "hidden" or not one.takes_text:
                continue
            else:
                typed[one.name] = self._text(one.name, one.kind, f"{where}, {one.name}")
            if one.takes_text:
                self.fields.add((place(form.action), _row(one.name)))
        return typed

    def _came_by(self, path: str) -> None:
        with suppress(Resolver404):
            self.routes.add(resolve(path.partition("?")[0]).view_name)

    def _text(self, name: str, kind: str, where: str) -> str:
        if kind == "tel":
            return self.new(where, number=True)
        if kind == "email":
            return f"{self.new(where)}@post.example"
        fixed = {"date": BIRTHDAY if name == "born_on" else TALK_DAY, "time": "14:30"}
        return fixed.get(kind) or self.new(where)

    def send(
        self, browser: Browser, page: Answer, where: str, with_field: str, *, wrong: bool = True, **given: str
    ) -> Answer:
        """Send a form of a page twice: with a word in every field, and as it should be. The answer to the last."""
        form = page.page.form(with_field)
        if wrong:
            self.see(browser.ask("POST", form.action, self.fill(form, where, right=False)))
        return self.see(follow(browser, browser.ask("POST", form.action, self.fill(form, where, given))))


def place(action: str) -> str:
    """The address of a form without its ids, and without the page of a worksheet."""
    without = re.sub(r"/[\w-]{20,}(?=/|$)", "/<id>", action.partition("?")[0])
    return re.sub(r"(?<=/pieces/)\d+$", "<n>", without)


def _row(name: str) -> str:
    """The name of a field; those of a list of lines count as one."""
    return re.sub(r"^[\w-]{22}-(?=\w+$)", "<id>-", re.sub(r"^line-\d+$", "line-<n>", name))


def _choose(name: str, choices: Iterable[str]) -> str:
    """What fits the story, or the last that is offered."""
    offered = [one for one in choices if one]
    wanted = CHOSEN.get(name, "")
    return next((one for one in offered if wanted and wanted in one), offered[-1] if offered else "")


def said(answer: Answer) -> str:
    """What a page says, for a failing assertion: its words without the marks."""
    return " ".join(re.sub(r"<svg.*?</svg>|<wbr>|<[^>]*>", " ", answer.text, flags=re.DOTALL).split()).replace(
        "- ", "-"
    )[:1500]
