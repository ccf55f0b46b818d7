"""The part of the long day in which a contact is noted: with a draft, corrected; notes under a lock of their own."""

import json
import re
from typing import TYPE_CHECKING, Any

from tests.stories.browsing import Browser

if TYPE_CHECKING:
    from tests.stories.planting import Planting

NOTHING_LATER: dict[str, Any] = {
    "follow": "",
    "follow_on": "",
    "day": "",
    "time": "",
    "other_kind": "",
    "review_on": "2030-01-01",
}


def notes(browser: Browser, planted: "Planting", dossier: str) -> None:
    """A draft, a contact with every word there is, a correction, a sensitive and an own note, and a search for them."""
    log = dossier.replace("/dossiers/", "/log/")
    page = planted.see(browser.ask("GET", log))
    token = str(page.page.form("sentence").given["csrfmiddlewaretoken"])
    draft = json.dumps([["sentence", planted.new("draft, sentence")]])
    told = {"form": "contact", "on": dossier[-22:], "path": log, "about": planted.new("draft, about"), "turn": "1"}
    kept = {**told, "csrfmiddlewaretoken": token, "pen": "A" * 22, "fields": draft}
    assert browser.ask("POST", "/drafts/keep", kept).status == 200
    assert planted.words["draft, sentence"] in browser.ask("GET", "/unfinished").text
    page = planted.send(browser, page, "log", "sentence", kind="street", made="yes", **NOTHING_LATER)
    assert page.path.startswith(log), page.path
    page = planted.see(browser.ask("GET", dossier))
    assert planted.words["log, sentence"] in page.text
    contact = next(link for link in page.page.links if re.fullmatch(rf"{dossier}/contacts/[\w-]{{22}}", link))
    page = planted.see(browser.ask("GET", contact))
    planted.send(browser, page, "correction", "sentence", kind="school", made="yes", **NOTHING_LATER)
    page = planted.see(browser.ask("GET", f"{dossier}/sensitive"))
    page = planted.send(browser, page, "sensitive", "basis", topic="justice")
    assert planted.words["sensitive, text"] in page.text
    page = planted.send(browser, planted.see(browser.ask("GET", f"{dossier}?show=own")), "own", "text", wrong=False)
    assert planted.words["own, text"] in page.text
    page = planted.see(browser.ask("GET", "/log"))
    planted.send(browser, page, "log, look", "words", sentence=planted.new("log, looked"))
    planted.send(browser, planted.see(browser.ask("GET", "/notes")), "notes", "words", wrong=False)
