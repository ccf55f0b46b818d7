"""Walking to the city and back, for the stories beside this file."""

import re
from typing import Any

from django.test import Client

from kring.team.city.tests.pretending import City
from kring.team.testing import Persona
from kring.team.ways_in.tests.walking import confirmed, once_of, stranger


def there_and_back(city: City, browser: Client, start: str = "/sign-in/city") -> Any:
    """From our page to the city, signed in there, and back at ours: the page that leads on."""
    away = browser.get(start)
    assert away["Location"].startswith(f"{city.issuer}/authorize?"), away["Location"]
    return browser.get(city.sends_back(away["Location"]))


def onward(answer: Any) -> str:
    """Where the page that leads on leads."""
    found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', answer.content.decode())
    assert found
    assert "<form" not in answer.content.decode(), "a form would replace the token of every other page"
    return found[1]


def bound(city: City, persona: Persona) -> Client:
    """A colleague who bound the account at which he sits."""
    browser = confirmed(persona)
    assert onward(there_and_back(city, browser, "/ways-in/city/go")) == "/ways-in/city"
    page = browser.get("/ways-in/city")
    answer = browser.post("/ways-in/city", shown(page))
    assert answer["Location"] == "/ways-in"
    return browser


def shown(page: Any) -> dict[str, str]:
    """What the form on one's own page about the account sends."""
    found = re.search(r'name="account" value="(\w+)"', page.content.decode())
    assert found
    return {"once": once_of(page), "account": found[1]}


def comes(city: City, browser: Client | None = None, start: str = "/sign-in/city") -> tuple[Client, Any]:
    """Somebody comes in by the city: the browser, and the page that asks what opens."""
    browser = browser or stranger()
    return browser, browser.get(onward(there_and_back(city, browser, start)))
