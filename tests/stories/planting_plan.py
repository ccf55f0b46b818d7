"""A plan on the long day: a row, an action, a question that its owner answers, a version agreed, the client's words.

A word is typed in every field on the way, wrong ones first. What does not live here: looking for them.
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser

if TYPE_CHECKING:
    from tests.stories.planting import Day

ASK = re.compile(r"/dossiers/[\w-]{22}/plan/action/[\w-]{22}/ask")
LINK = re.compile(r"/(?:c|actie)/([\w-]{22})")


def write(day: "Day", browser: Browser, dossier: str) -> None:
    """The whole plan of one dossier."""
    planted, plan = day.planted, f"{dossier}/plan"
    page = planted.see(browser.ask("GET", f"{plan}/row"))
    page = planted.send(browser, page, "plan row", "wish", domain="leisure", level="-1", aside="")
    assert planted.words["plan row, wish"] in page.text
    page = planted.see(browser.ask("GET", f"{plan}/action"))
    page = planted.send(
        browser, page, "plan action", "what", owner="organisation", person="", how_far="agreed", mode="hybrid"
    )
    asking = ASK.search(page.text)
    assert asking, page.path
    page = planted.send(browser, planted.see(browser.ask("GET", asking[0])), "plan ask", "line", language="nl")
    assert planted.words["plan ask, word"] in page.text
    _owner(day)
    page = planted.see(browser.ask("GET", plan))
    assert planted.words["plan answer, words"] in page.text
    page = planted.see(browser.ask("GET", f"{plan}/agree"))
    on = str(page.page.form("others").given["on"])
    page = planted.send(browser, page, "plan agree", "others", how="0", on=on)
    page = planted.send(
        browser, planted.see(browser.ask("GET", f"{plan}/client/words")), "plan sheet", "want", language="ar"
    )
    assert planted.words["plan sheet, want"] in page.text


def _owner(day: "Day") -> Answer:
    """Who does it, without an account: the word, one line, one tap."""
    planted, browser = day.planted, day.place.stranger()
    day.place.command("send_outbox")
    token = LINK.search(day.place.posted())
    assert token
    planted.words["plan, token of the link"] = token[1]
    path, word = f"/actie/{token[1]}", planted.words["plan ask, word"]
    page = planted.send(browser, planted.see(browser.ask("GET", path)), "plan word", "word", word=word)
    assert planted.words["plan ask, line"] in page.text
    form = page.page.form("words")
    typed = planted.fill(form, "plan answer", {"word": word})
    return planted.see(browser.ask("POST", path, {**typed, "answer": "busy"}))
