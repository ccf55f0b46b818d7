"""Walking through the pages of one's own ways in, for the stories beside this file."""

import re
from typing import Any

from django.test import Client

from kring.team.testing import PASSWORD, Persona
from kring.vault.testing import Device, posted
from kring.vault.written import from_page


def confirmed(persona: Persona, **proof: str) -> Client:
    """A browser in which a way in was just shown once more."""
    browser = persona.client
    assert browser.post("/ways-in/confirm", proof or {"password": PASSWORD}).status_code == 302
    return browser


def challenge_of(page: Any) -> bytes:
    """What the page asks a device to sign."""
    return from_page(_found(page, r'data-challenge="([\w-]+)"'))


def once_of(page: Any) -> str:
    """The key that makes a form of this page count once."""
    return _found(page, r'name="once" value="([\w-]+)"')


def with_passkey(persona: Persona) -> Device:
    """Enrol a device through the page."""
    browser, device = confirmed(persona), Device()
    challenge = challenge_of(browser.get("/ways-in/passkey"))
    answer = browser.post("/ways-in/passkey", {**posted(device.makes(persona.principal, challenge)), "place": "phone"})
    assert answer["Location"] == "/ways-in"
    return device


def stranger() -> Client:
    """A browser in Dutch in which nobody is signed in."""
    return Client(headers={"accept-language": "nl"})


def comes_in(device: Device, **more: str) -> Any:
    """Through the front door with a passkey."""
    browser = stranger()
    challenge = challenge_of(browser.get("/sign-in"))
    return browser.post("/sign-in", {**posted(device.answers(challenge=challenge)), **more})


def plain(answer: Any) -> str:
    """The page without what is fresh each time."""
    return re.sub(r'(?:name="csrfmiddlewaretoken" value|data-challenge)="[^"]*"', "", answer.content.decode())


def _found(page: Any, pattern: str) -> str:
    found = re.search(pattern, page.content.decode())
    assert found, pattern
    return found[1]
