"""The network on the long day: somebody with every mark, drawn together, moved, ended, and what loosens the bond.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.stories.browsing import Browser
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def draws(day: "Day", browser: Browser, dossier: str) -> None:
    """Somebody on the map with every mark, drawn together, moved; and what loosens the bond, looked at again."""
    planted, here, on = day.planted, f"{dossier}/network", "2021-02-01"
    page = planted.see(browser.ask("GET", f"{here}/add"))
    page = planted.send(browser, page, "network add", "name", from_on=on, domain="school", kin="parent")
    somebody = planted.words["network add, name"]
    assert somebody in page.text, said(page)
    page = planted.send(browser, page, "network drawn", "words", on=on)
    assert planted.words["network drawn, words"] in page.text, said(page)
    tie = next(link for link in page.page.links if re.fullmatch(rf"{here}/[\w-]{{22}}", link))
    page = planted.send(browser, planted.see(browser.ask("GET", tie)), "network move", "words", from_on="2021-02-27")
    assert planted.words["network move, words"] in page.text, said(page)
    page = planted.see(browser.ask("GET", tie))
    page = planted.send(browser, page, "network correct", "role", name=planted.new("network, name"), from_on=on)
    planted.send(browser, planted.see(browser.ask("GET", tie)), "network end", "until_on", until_on="2021-02-27")
    [at] = [form for form in planted.see(browser.ask("GET", here)).page.forms if form.action == here]
    planted.see(browser.ask("GET", f"{here}?{urlencode(planted.fill(at, 'network at'), doseq=True)}"))
    page = planted.see(browser.ask("GET", f"{here}/factors/add"))
    page = planted.send(browser, page, "network factor", "action", noted_on=on)
    assert planted.words["network factor, action"] in page.text, said(page)
    factor = next(link for link in page.page.links if re.fullmatch(rf"{here}/factors/[\w-]{{22}}", link))
    page = planted.see(browser.ask("GET", factor))
    page = planted.send(browser, page, "network review", "still", on="2021-02-27", still="changed")
    planted.see(browser.ask("GET", factor))
