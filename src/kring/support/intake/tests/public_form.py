"""A browser without script in the public form: it sends back every field it was given, and what is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

CONCERN = "Komt sinds januari bijna niet meer naar de les en zit vaak alleen."
YOU = {"kind": "school", "name": "Els Maas", "organisation": "De Brug", "email": "els@debrug.example"}
STORY = {"urgency": "this_week", "concern": CONCERN, "domains": ["school", "leisure"], "informed": "not_yet"}
TALK = {"wishes": "woensdagnamiddag"}


class _Fields(HTMLParser):
    """The fields of the form around the main button, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.action, self.actions = "", dict[str, str]()
        self._inside, self._area = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "novalidate" in given
            self.action = given.get("action", "") if self._inside else self.action
        elif self._inside and tag == "input" and given.get("name"):
            ticked = given["type"] in ("radio", "checkbox")
            if not ticked or "checked" in given:
                self.found.setdefault(given["name"], []).append(given.get("value", "on" if ticked else ""))
        elif self._inside and tag == "textarea":
            self._area = given["name"]
            self.found[self._area] = [""]
        elif tag == "button" and given.get("formaction"):
            self.actions[given.get("name", "back")] = given["formaction"]

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._inside = self._inside and tag != "form"

    def handle_data(self, data: str) -> None:
        if self._area:
            first = not self.found[self._area][0]
            self.found[self._area][0] += data.removeprefix("\n") if first else data


@dataclass
class Browser:
    """One visitor: the page in front of him and the fields in it."""

    client: Client = field(default_factory=lambda: Client(headers={"accept-language": "nl"}))
    page: Any = None

    @property
    def text(self) -> str:
        return str(self.page.content.decode())

    @property
    def fields(self) -> dict[str, list[str]]:
        return self._read().found

    def open(self, path: str = "/aanmelden") -> "Browser":
        self.page = self.client.get(path)
        return self

    def send(self, typed: Mapping[str, object] | None = None, *, button: str = "") -> "Browser":
        """Type into the page and press its main button, or one with another name."""
        read = self._read()
        path = read.actions[button] if button else read.action
        named = {button: "1"} if button and button != "back" else {}
        self.page = self.client.post(path, {**read.found, **(typed or {}), **named})
        return self

    def _read(self) -> _Fields:
        reader = _Fields()
        reader.feed(self.text)
        return reader


def referred(browser: Browser | None = None) -> Browser:
    """A whole referral through the three steps."""
    return (browser or Browser()).open().send(YOU).send(STORY).send(TALK)
