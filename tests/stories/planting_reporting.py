"""The statistics office on the long day: a question as it came, a figure, own words, frozen, read over, approved, sent.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def composes(day: "Day", saar: Browser, jonas: Browser) -> None:
    """Every form of the composer, wrong first where that can be."""
    planted = day.planted
    page = planted.see(saar.ask("GET", "/figures/questions/new"))
    given = {
        "body": "council",
        "asked_on": "2021-02-15",
        "due_on": "2031-03-11",
        "language": "nl",
        "saved": "",
        "year": "2020",
    }
    page = planted.send(saar, page, "question", "asker", wrong=True, **given)
    here = page.path.partition("#")[0]
    form = planted.see(saar.ask("GET", f"{here}/received"))
    page = planted.send(saar, form, "question, mended", "asker", wrong=True, **given)
    form = planted.see(saar.ask("GET", f"{here}/figure"))
    chosen = {"measure": "cases_new", "first": "", "second": "", "only": "", "also": "", "period": "2020"}
    page = planted.send(saar, form, "figure", "period", wrong=True, **chosen)
    assert "in 2020" in page.text, said(page)
    _mends(day, saar, here, chosen)
    form = planted.see(saar.ask("GET", f"{here}/words"))
    page = planted.send(saar, form, "own words", "opening", wrong=False)
    page = _step(day, saar, here, "freeze")
    page = _step(day, jonas, here, "read-over")
    page = planted.send(jonas, page, "approval", "reference", approved_on="2021-03-01")
    page = _step(day, jonas, here, "send")
    [reply] = dict.fromkeys(re.findall(rf"{here}/frozen/[\w-]{{22}}", page.text))
    planted.see(saar.ask("GET", reply))
    assert planted.words["own words, opening"] in page.text, said(page)
    _takes_back(day, saar, jonas, here)


def _takes_back(day: "Day", saar: Browser, jonas: Browser, here: str) -> None:
    """What went out is answered anew, and then withdrawn."""
    planted = day.planted
    form = planted.see(saar.ask("GET", f"{here}/correct"))
    planted.send(saar, form, "correction", "why", wrong=True)
    _step(day, saar, here, "freeze")
    page = _step(day, jonas, here, "read-over")
    planted.send(jonas, page, "approval of a correction", "reference", approved_on="2021-03-01")
    page = _step(day, jonas, here, "send")
    for reply in dict.fromkeys(re.findall(rf"{here}/frozen/[\w-]{{22}}", page.text)):
        planted.see(saar.ask("GET", reply))
    form = planted.see(saar.ask("GET", f"{here}/withdraw"))
    page = planted.send(saar, form, "withdrawal", "why", wrong=True)
    assert planted.words["withdrawal, why"] in page.text, said(page)


def _mends(day: "Day", saar: Browser, here: str, chosen: dict[str, str]) -> None:
    """The figure mended, another one left out, everything counted again."""
    planted = day.planted
    form = planted.see(saar.ask("GET", f"{here}/figure"))
    page = planted.see(
        follow(saar, saar.ask("POST", form.page.form("period").action, {**form.page.form("period").given, **chosen}))
    )
    figures = list(dict.fromkeys(re.findall(rf"{here}/figure/[\w-]{{22}}", page.text)))
    assert len(figures) == 2, said(page)
    form = planted.see(saar.ask("GET", figures[0]))
    planted.send(saar, form, "figure, mended", "period", wrong=True, **chosen)
    page = planted.see(saar.ask("GET", figures[1]))
    [gone] = [one for one in page.page.forms if one.action.endswith("/leave-out")]
    planted.see(follow(saar, saar.ask("POST", gone.action, planted.fill(gone, "leave out"))))
    _step(day, saar, here, "recount")


def _step(day: "Day", browser: Browser, here: str, step: str) -> Answer:
    page = day.planted.see(browser.ask("GET", here))
    [form] = [one for one in page.page.forms if one.action.endswith(f"/{step}")]
    return day.planted.see(follow(browser, browser.ask("POST", form.action, day.planted.fill(form, step))))
