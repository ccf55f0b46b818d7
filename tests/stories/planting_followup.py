"""Carrying on, on the long day: working along, another mode, days away, an evening alone, a dossier handed over."""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def works_together(planted: "Planting", browser: Browser, dossier: str) -> None:
    """The page of case direction, and days away: none of it takes more than a day."""
    page = planted.see(browser.ask("GET", f"{dossier}/follow-up"))
    page = planted.send(browser, page, "along", "until")
    assert "done=along" in page.path, said(page)
    page = planted.send(browser, page, "mode", "from_on", from_on="2021-02-27")
    planted.send(browser, planted.see(browser.ask("GET", "/away")), "away", "from_on")


def goes_out(planted: "Planting", browser: Browser) -> None:
    """Where to, for one colleague; and safely back."""
    page = planted.send(browser, planted.see(browser.ask("GET", "/back")), "out", "where", until="23:59")
    assert "done=out" in page.path, said(page)
    [pressed] = [form for form in page.page.forms if re.fullmatch(r"/back/[\w-]{22}", form.action)]
    planted.see(follow(browser, browser.ask("POST", pressed.action, planted.fill(pressed, "back"))))


def hands_over(planted: "Planting", browser: Browser, to: Browser, name: str) -> None:
    """One dossier offered, taken back, offered again with all the rest; read, answered, and the keys moved."""
    dossier = re.findall(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)[0]
    page = planted.see(browser.ask("GET", f"{dossier}/handover"))
    found = re.search(rf'value="([\w-]{{22}})"[^>]*>[^<]*{name}', page.text)
    assert found, said(page)
    receiver = found[1]
    page = planted.send(browser, page, "handover", "matters", receiver=receiver, deputy="", told="yes")
    assert "done=offered" in page.path, said(page)
    page = planted.see(browser.ask("GET", "/handovers"))
    [back] = [form for form in page.page.forms if form.action.endswith("/take-back")]
    planted.see(follow(browser, browser.ask("POST", back.action, planted.fill(back, "take back"))))
    page = planted.see(browser.ask("GET", "/handovers/many"))
    page = planted.send(browser, page, "many", "matters", receiver=receiver, deputy="", told="yes")
    assert "done=offered" in page.path, said(page)
    offer = re.search(r"/handovers/[\w-]{22}", to.ask("GET", "/handovers").text)
    assert offer
    page = planted.see(to.ask("GET", offer[0]))
    assert planted.words["many, watch"] in page.text, said(page)
    planted.send(to, page, "answer", "said", said="yes")
    [move] = [
        form for form in planted.see(browser.ask("GET", "/handovers")).page.forms if form.action.endswith("/move")
    ]
    page = planted.see(follow(browser, browser.ask("POST", move.action, planted.fill(move, "move"))))
    assert "done=moved" in page.path, said(page)
