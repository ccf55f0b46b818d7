"""A plan on the long day: a row, an action, a question that its owner answers, a version agreed, the client's words.

A word is typed in every field on the way, wrong ones first. What does not live here: looking for them.
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser

if TYPE_CHECKING:
    from tests.stories.planting import Planting
    from tests.stories.planting_day import Day

ASK = re.compile(r"/dossiers/[\w-]{22}/plan/action/[\w-]{22}/ask")
LINK = re.compile(r"/(?:c|actie|blad)/([\w-]{22})")


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
    _client(day, browser, plan)
    page = planted.see(browser.ask("GET", plan))
    assert planted.words["plan said, words"] in page.text
    for sort, word in (("row", "wish"), ("action", "what")):
        one = re.search(rf"{plan}/{sort}/[\w-]{{22}}", page.text)
        assert one, sort
        again = planted.see(browser.ask("GET", one[0]))
        planted.send(browser, again, f"plan {sort} again", word, wrong=False, level="-1", aside="", person="")
    _printed(planted, browser, f"{plan}/client/paper")


def _client(day: "Day", browser: Browser, plan: str) -> None:
    """The client's own link: sent, opened with the word, and something said behind it."""
    planted, stranger = day.planted, day.place.stranger()
    planted.send(browser, planted.see(browser.ask("GET", f"{plan}/client/send")), "plan link", "to")
    day.place.command("send_outbox")
    token = LINK.search(day.place.posted())
    assert token
    planted.words["plan, token of the own link"] = token[1]
    path, word = f"/blad/{token[1]}", planted.words["plan link, word"]
    page = planted.send(stranger, planted.see(stranger.ask("GET", path)), "plan own word", "word", word=word)
    assert planted.words["plan sheet, want"] in page.text
    said = planted.fill(page.page.form("words"), "plan said", {"word": word})
    assert planted.see(stranger.ask("POST", path, said)).status == 200


def _printed(planted: "Planting", browser: Browser, paper: str) -> None:
    """The client's version on paper, as a PDF."""
    page = planted.see(browser.ask("GET", paper))
    [form] = [form for form in page.page.forms if "/client/pdf/" in form.action]
    assert browser.ask("POST", form.action, planted.fill(form, "plan pdf")).body.startswith(b"%PDF")


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
