"""A client consultation on the long day: prepared, lines given, agreed at the table, read by a guest.

What does not live here: looking for the words (test_stolen_database.py).
"""

from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser, follow
from tests.stories.planting import GUEST, HANDED, SEAT, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def sits_down(day: "Day", browser: Browser, dossier: str) -> None:
    """A client consultation: prepared, somebody invited and given lines, an agreement, a guest who answers."""
    planted = day.planted
    page = planted.see(browser.ask("GET", f"{dossier}/consultations"))
    page = planted.send(browser, page, "table start", "place", minutes="60")
    here = page.path.partition("#")[0]
    page = planted.send(browser, page, "table item", "title", minutes="15")
    page = planted.send(
        browser, page, "table seat", "organisation", kind="school", secrecy="none", language="nl", only=""
    )
    page = planted.send(browser, page, "table details", "prepares", wrong=False, minutes="60")
    page = planted.send(browser, page, "table notes", "text", wrong=False)
    [invite] = [form for form in page.page.forms if form.action.endswith("/invite")]
    planted.see(follow(browser, browser.ask("POST", invite.action, invite.given)))
    day.place.command("send_outbox")
    token, seat = GUEST.search(day.place.posted()), SEAT.search(page.text)
    assert token, said(page)
    assert seat, said(page)
    page = planted.see(browser.ask("GET", seat[0]))
    code = HANDED.search(page.text)
    assert code, said(page)
    planted.words |= {"table, token of the link": token[1], "table, code": code[1]}
    _give(day, browser, page)
    [again] = [form for form in page.page.forms if form.action.endswith("/seat")]
    was = {name: str(again.given[name]) for name in ("name", "email", "organisation")}
    told = {"kind": "school", "secrecy": "none", "language": "nl", **was}
    planted.send(browser, page, "table seat again", "organisation", wrong=True, **told)
    _agree(day, browser, f"{here}/table")
    page = planted.see(browser.ask("GET", here))
    on = str(page.page.form("why_absent").given["held_on"])
    page = planted.send(browser, page, "table held", "why_absent", held_on=on, client="no", result="agreed")
    assert planted.words["table agree otherwise, what"] in page.text, said(page)
    _guest(day, f"/overleg/{token[1]}", code[1])


def _give(day: "Day", browser: Browser, page: Answer) -> None:
    """Lines for somebody at the table: refused with words in every field, then with everything weighed."""
    form, planted = page.page.form("typed"), day.planted
    planted.see(browser.ask("POST", form.action, planted.fill(form, "table lines", right=False)))
    weighed, until = list(form.fields["checklist"].choices), str(form.given["until"])
    typed = planted.fill(form, "table lines", {"until": until, "by_link": "link"})
    answer = follow(browser, browser.ask("POST", form.action, {**typed, "checklist": weighed}))
    assert "Geef deze regels in de plaats" in planted.see(answer).text, said(answer)


def _agree(day: "Day", browser: Browser, screen: str) -> None:
    page = day.planted.see(browser.ask("GET", screen))
    page = day.planted.send(browser, page, "table agree", "what")
    day.planted.send(browser, page, "table agree otherwise", "record", wrong=False)


def _guest(day: "Day", path: str, code: str) -> None:
    """Who was invited reads it behind the link, after the consultation as well."""
    browser, planted = day.place.stranger(), day.planted
    page = planted.see(browser.ask("GET", path))
    page = planted.send(browser, page, "table guest", "code", code=code)
    assert planted.words["table lines, typed"] in page.text, said(page)
    page = planted.send(browser, page, "table guest answer", "words", code=code)
    assert page.status == 200, said(page)
