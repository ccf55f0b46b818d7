"""The front door on the long day: coming in, and letting in somebody new.

What does not live here: looking for the words (test_stolen_database.py).
"""

from typing import TYPE_CHECKING

from tests.stories.browsing import Browser
from tests.stories.planting import HANDED, LET_IN, LINK, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def comes_in(day: "Day", name: str) -> Browser:
    """The front door: with a wrong name, a wrong password, and then rightly."""
    browser, planted = day.place.stranger(), day.planted
    page = planted.see(browser.ask("GET", f"/sign-in?next=/dossiers/{planted.new(f'{name}, where to')}"))
    wrong = {"sign_in": planted.new(f"{name}, wrong name"), "password": planted.new(f"{name}, wrong password")}
    planted.send(browser, page, f"{name}, sign-in", "password", wrong=False, **wrong)
    sign_in = f"{name}@kring.example"
    almost = {"sign_in": sign_in, "password": planted.new(f"{name}, almost the password")}
    planted.send(browser, page, f"{name}, sign-in again", "password", wrong=False, **almost)
    right = {"sign_in": sign_in, "password": day.password}
    answer = planted.send(browser, page, f"{name}, come in", "password", wrong=False, **right)
    planted.words |= {f"{name}, cookie {kept}": text for kept, text in browser.kept().items()}
    assert answer.status in (200, 404), answer.status
    return browser


def newcomer_gets_in(day: "Day", administrator: Browser, colleague: Browser) -> None:
    """An invitation, a password behind its link, and a key at one table. Whom the town employs is no secret."""
    form = administrator.ask("GET", "/team/manage/new").page.form("email")
    staff = {"name": "Zoe Peeters", "email": "zoe@post.example", "function": "coach", "status": "secrecy"}
    administrator.ask("POST", form.action, {**form.given, **staff, "wishes": ["welfare"]})
    day.place.command("send_outbox")
    found = LINK.search(day.place.posted())
    assert found, "a link in the invitation"
    day.planted.words["token of the invitation"] = found[1]
    browser, password = day.place.stranger(), day.planted.new("newcomer, the password")
    day.planted.send(browser, browser.ask("GET", "/sign-in"), "newcomer, no paper", "paper", wrong=False)
    page = day.planted.see(browser.ask("GET", f"/team/invited/{found[1]}"))
    page = day.planted.send(browser, page, "newcomer", "again", password=password, again=password)
    code = HANDED.search(page.text)
    assert code, said(page)
    day.planted.words["the code handed over"] = code[1]
    way = LET_IN.search(colleague.ask("GET", "/team").text)
    assert way, "somebody waits"
    page = day.planted.see(colleague.ask("GET", way[0]))
    page = day.planted.send(colleague, page, "let in", "code", code=code[1], same_words="on")
    assert browser.ask("GET", "/dossiers").status == 200, said(page)
