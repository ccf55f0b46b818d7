"""The desk on the long day: running cases, an appointment, a rhythm, a judgement at an age, and onward to a service.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser
from tests.stories.planting import FORM_TOKEN, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def takes_over(day: "Day", browser: Browser) -> None:
    """Running cases pasted into the page: one that opens, one that comes back and is mended wrong again."""
    new, planted = day.planted.new, day.planted
    form = planted.see(browser.ask("GET", "/take-over")).page.form("text")
    lines = f"{new('case, label')};1/5/2019;straathoekwerk;outreach;elke week;Joris\n{new('case, wrong')};{new('day')}"
    looked = planted.see(browser.ask("POST", form.action, planted.fill(form, "take over", {"text": lines})))
    mending = looked.page.form("line-2")
    opened = browser.ask("POST", mending.action, {**planted.fill(mending, "mend", {"text": ""}), "open": "1"})
    assert "1 dossier geopend" in planted.see(opened).text, said(opened)
    wrong = "\n".join(f"{new(f'case {at}, wrong')};nooit" for at in range(3))
    page = planted.see(browser.ask("GET", "/take-over"))
    looked = planted.see(browser.ask("POST", form.action, planted.fill(page.page.form("text"), "all", {"text": wrong})))
    planted.see(browser.ask("POST", form.action, planted.fill(looked.page.form("line-3"), "mend all")))
    file = {"file": (f"{new('list, name')}.csv", f"{new('list, label')};1/5/2019".encode())}
    browser.ask("POST", form.action, {FORM_TOKEN: str(form.given[FORM_TOKEN]), "once": "f"}, file)


def makes_an_appointment(day: "Day", browser: Browser) -> None:
    """An appointment with a client, changed; each form wrong first."""
    found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    assert found, "a dossier"
    path = f"{found[0]}/appointments"
    page = day.planted.see(browser.ask("GET", path))
    page = day.planted.send(browser, page, "appointment", "about", seen="")
    one = re.search(rf"{path}/[\w-]{{22}}", page.text)
    assert one, said(page)
    page = day.planted.see(browser.ask("GET", one[0]))
    page = day.planted.send(browser, page, "appointment, changed", "about")
    assert page.status == 200, said(page)


def tells_how_it_goes(day: "Day", browser: Browser, head: Browser) -> None:
    """The one question of the week, wrong first; the head of service reads the answer."""
    page = day.planted.see(browser.ask("GET", "/how-is-your-work"))
    day.planted.send(browser, page, "how the work goes", "words", seen="")
    browser.ask("GET", "/today")
    stand = day.planted.see(head.ask("GET", "/stand"))
    assert day.planted.words["how the work goes, words"] in stand.text, said(stand)


def agrees(day: "Day", browser: Browser) -> None:
    """A rhythm, a judgement at an age, what was told, and who it is: each form wrong first."""
    for found in dict.fromkeys(re.findall(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)):
        page = day.planted.see(browser.ask("GET", f"{found}/rhythm"))
        day.planted.send(browser, page, f"rhythm {len(day.planted.words)}", "often", wrong=False, days="9")
        page = day.planted.see(browser.ask("GET", f"{found}/age"))
        if any("words" in form.fields for form in page.page.forms):
            day.planted.send(browser, page, f"age {len(day.planted.words)}", "words")
        _tells(day, browser, found)
        page = day.planted.see(browser.ask("GET", f"{found}/who"))
        if any("contact" in form.fields for form in page.page.forms):
            day.planted.send(browser, page, f"who {len(day.planted.words)}", "contact")


def _tells(day: "Day", browser: Browser, dossier: str) -> None:
    """It waits, and is told after that; each form wrong first."""
    page = day.planted.see(browser.ask("GET", f"{dossier}/telling"))
    if not any("way" in form.fields for form in page.page.forms):
        return
    day.planted.send(browser, page, f"not told {len(day.planted.words)}", "waits", again_on="2031-03-11")
    page = day.planted.see(browser.ask("GET", f"{dossier}/telling"))
    sent = day.planted.send(browser, page, f"told {len(day.planted.words)}", "way", on="2021-03-01")
    assert "Verteld op" in sent.text, said(sent)


def refers_onward(day: "Day", browser: Browser) -> None:
    """An onward referral, whether it still runs, and two letters; each form wrong first."""
    found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    assert found, "a dossier"
    page = day.planted.see(browser.ask("GET", f"{found[0]}/linkages"))
    sent = day.planted.send(browser, page, "onward", "service", went_along="yes")
    assert sent.status == 200, said(sent)
    page = day.planted.see(browser.ask("GET", f"{found[0]}/linkages"))
    day.planted.send(browser, page, "onward, answer", "runs", runs="no")
    for letter in ("invitation", "referral"):
        page = day.planted.see(browser.ask("GET", f"{found[0]}/letters/{letter}"))
        day.planted.send(browser, page, f"letter, {letter}", "language", language="nl")
        form = page.page.form("language")
        typed = day.planted.fill(form, f"letter as a file, {letter}", {"language": "nl"})
        assert browser.ask("POST", form.action, {**typed, "pdf": "pdf"}).body.startswith(b"%PDF")
