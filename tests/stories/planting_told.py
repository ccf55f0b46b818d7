"""Telling something outside on the long day: with every condition weighed, not at all, in haste and completed later.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser, Form, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def tells(planted: "Planting", browser: Browser) -> None:
    """Each form wrong first; a report, because it asks most words."""
    found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    assert found, "a dossier"
    here = f"{found[0]}/passed-on"
    page = planted.see(browser.ask("GET", f"{here}/new"))
    sent = _weighed(planted, browser, page, "told outside")
    for name in ("recipient", "organisation", "typed", "why_not", "danger", "alone"):
        assert planted.words[f"told outside, {name}"] in sent.text, said(sent)
    form = planted.see(browser.ask("GET", f"{here}/new")).page.form("typed")
    sent = _send(planted, browser, form, {**planted.fill(form, "not told outside"), "decline": "1"})
    assert planted.words["not told outside, words"] in sent.text, said(sent)
    form = planted.see(browser.ask("GET", f"{here}/urgent")).page.form("words")
    planted.see(browser.ask("POST", form.action, {**planted.fill(form, "in haste", right=False), "now": "life"}))
    sent = _send(planted, browser, form, {**planted.fill(form, "in haste, right"), "now": "life"})
    assert planted.words["in haste, right, words"] in sent.text, said(sent)
    complete = re.search(rf"{here}/[\w-]{{22}}", sent.text)
    assert complete, said(sent)
    sent = _weighed(planted, browser, planted.see(browser.ask("GET", complete[0])), "completed")
    assert planted.words["completed, typed"] in sent.text, said(sent)


def agrees(planted: "Planting", browser: Browser) -> None:
    """What the client wants told, on paper, and that the client wants it no more; each form wrong first."""
    found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    assert found, "a dossier"
    page = planted.see(browser.ask("GET", f"{found[0]}/agreed"))
    form = page.page.form("purpose")
    planted.see(browser.ask("POST", form.action, planted.fill(form, "agreed", right=False)))
    given = {"sorts": "plan", "way": "written", "on": str(form.given["on"]), "until": str(form.given["until"])}
    sent = _send(planted, browser, form, planted.fill(form, "agreed, right", given))
    assert planted.words["agreed, right, purpose"] in sent.text, said(sent)
    here = max(
        set(re.findall(rf"{found[0]}/agreed/[\w-]{{22}}", sent.text)), key=lambda one: _says(browser, one, planted)
    )
    page = planted.see(browser.ask("GET", here))
    planted.see(browser.ask("POST", f"{here}/paper", dict(page.page.form("told_by").given)))
    sent = planted.send(browser, page, "withdrawn", "told_by", on=given["on"])
    assert planted.words["withdrawn, told_by"] in planted.see(browser.ask("GET", here)).text, said(sent)


def _says(browser: Browser, here: str, planted: "Planting") -> bool:
    return planted.words["agreed, right, purpose"] in browser.ask("GET", here).text


def _weighed(planted: "Planting", browser: Browser, page: Answer, where: str) -> Answer:
    form = page.page.form("typed")
    planted.see(browser.ask("POST", form.action, planted.fill(form, where, right=False)))
    chosen = {"kind": "prosecution", "ground": "right_to_report", "informed": "no", "on": str(form.given["on"])}
    weighed = {"weighed_right_to_report": list(form.fields["weighed_right_to_report"].choices)}
    return _send(planted, browser, form, {**planted.fill(form, where, chosen), **weighed})


def _send(planted: "Planting", browser: Browser, form: Form, fields: dict[str, str | list[str]]) -> Answer:
    return planted.see(follow(browser, browser.ask("POST", form.action, fields)))


def asks(planted: "Planting", browser: Browser, greet: Browser) -> None:
    """A letter upward, an answer, and a letter of its own further up; each form wrong first."""
    found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    assert found, "a dossier"
    planted.see(browser.ask("GET", f"{found[0]}/briefings"))
    page = planted.see(browser.ask("GET", f"{found[0]}/briefings/new"))
    sent = _asked(planted, browser, page, "letter upward")
    assert planted.words["letter upward, question"] in sent.text, said(sent)
    letter = re.search(r"/briefings/[\w-]{22}", planted.see(greet.ask("GET", "/briefings")).text)
    assert letter, "a letter"
    page = planted.see(greet.ask("GET", letter[0]))
    page = planted.send(greet, page, "letter, answer", "words")
    assert planted.words["letter, answer, words"] in page.text, said(page)
    page = planted.see(greet.ask("GET", f"{letter[0]}/further"))
    sent = _asked(planted, greet, page, "letter further up")
    assert "Wat verder naar boven ging" in sent.text, said(sent)


def _asked(planted: "Planting", browser: Browser, page: Answer, where: str) -> Answer:
    form = page.page.form("question")
    planted.see(browser.ask("POST", form.action, planted.fill(form, where, right=False)))
    chosen = {"ground": "necessity", "informed": "no", "until": str(form.given["until"]), "to": str(form.given["to"])}
    weighed = {"weighed_necessity": list(form.fields["weighed_necessity"].choices)}
    return _send(planted, browser, form, {**planted.fill(form, where, chosen), **weighed})
