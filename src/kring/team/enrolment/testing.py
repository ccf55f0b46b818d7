"""Steps of getting in for tests: an administrator invites, somebody chooses a password, a colleague lets in."""

import re
from html import unescape
from typing import Any

from django.test import Client

from kring.vault import outbox
from kring.vault.outbox import Outgoing

NEW_PASSWORD = "vier gewone woorden samen"
ZOE = {
    "name": "Zoë Peeters",
    "email": "zoe@kring.example",
    "function": "street_worker",
    "programme": "street_work",
    "employer": "stad",
    "status": "secrecy",
    "document": "D-7",
    "wishes": ["welfare", "intake"],
    "language": "nl",
    "once": "once-zoe",
}
"""What the administrator fills in for somebody new."""


def dutch() -> Client:
    """A browser of somebody who was never here."""
    return Client(headers={"accept-language": "nl"})


def mails() -> list[Outgoing]:
    """What waits to be sent."""
    return list(outbox.waiting())


def newest_link() -> str:
    """The path of the newest invitation that was posted."""
    return "/team/invited/" + [mail.words["token"] for mail in mails() if "token" in mail.words][-1]


def choose_password(path: str, password: str = NEW_PASSWORD, **more: str) -> tuple[Client, Any]:
    """Open the link and choose a password; the browser one is in then, and the answer."""
    browser = dutch()
    page = browser.get(path).content.decode()
    found = re.search(r'name="once" value="([^"]+)"', page)
    given = {"password": password, "again": password, "once": found[1] if found else "x"} | more
    return browser, browser.post(path, given)


def handed(browser: Client) -> tuple[str, str]:
    """The four words and the code on the page of who waits."""
    page = browser.get("/waiting").content.decode()
    words = re.findall(r"<span>(\w+)</span>", page.partition("fourwords")[2].partition("</p>")[0])
    code = re.search(r'class="code[^"]*">([^<]+)<', page)
    if code is None:
        raise AssertionError(unescape(page))
    return " ".join(words), code[1]
