"""Concerns on the long day: an invitation, what is shared on the page of the school, answers, an agreement, an end."""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Answer, Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting
    from tests.stories.planting_day import Day

SEEN = re.compile(r"/(?:c|seen)/([\w-]{22})")


def shares(day: "Day", noor: Browser) -> None:
    """Noor invites; the school shares and goes on; Noor answers; both agree; it becomes a referral; the page ends."""
    planted = day.planted
    planted.see(noor.ask("GET", "/concerns"))
    page = planted.send(
        noor,
        planted.see(noor.ask("GET", "/concerns/invite")),
        "invite",
        "school",
        works_as="bridge",
        secrecy="discretion",
        until=_until(noor),
    )
    assert planted.words["invite, name"] in page.text, said(page)
    day.place.command("send_outbox")
    found = SEEN.search(day.place.posted())
    assert found, day.place.posted()
    planted.words["link of a school"] = found[1]
    school, path, word = day.place.stranger(), f"/seen/{found[1]}", planted.words["invite, word"]
    asked = planted.see(school.ask("GET", path)).page.form("word")
    planted.see(school.ask("POST", path, planted.fill(asked, "word of a school", right=False)))
    page = _opened(planted, school, path, word)
    form = page.page.form("signs")
    planted.see(school.ask("POST", path, planted.fill(form, "share", right=False)))
    page = planted.see(school.ask("POST", path, planted.fill(form, "share")))
    assert planted.words["share, words"] in page.text, said(page)
    page = planted.see(noor.ask("GET", "/concerns"))
    concern = next(link for link in page.page.links if re.fullmatch(r"/concerns/[\w-]{22}", link))
    planted.send(noor, planted.see(noor.ask("GET", concern)), "answer", "words")
    planted.send(
        noor, planted.see(noor.ask("GET", concern)), "decide", "outcome", wrong=False, outcome="referral", talk_on=""
    )
    page = _opened(planted, school, path, word)
    line = next(one for one in page.page.forms if "what" in one.given)
    page = planted.see(school.ask("POST", path, {**planted.fill(line, "line"), "agrees": "yes"}))
    assert planted.words["line, words"] in page.text, said(page)
    page = planted.see(noor.ask("GET", concern))
    passing = next(one for one in page.page.forms if one.action.endswith("/pass-on"))
    planted.see(follow(noor, noor.ask("POST", passing.action, planted.fill(passing, "pass on"))))
    taking = next(one for one in page.page.forms if one.action.endswith("/take"))
    planted.see(follow(noor, noor.ask("POST", taking.action, planted.fill(taking, "take"))))
    page = planted.see(noor.ask("GET", "/concerns/partners"))
    link = next(one for one in page.page.links if one.endswith("/link"))
    planted.send(noor, planted.see(noor.ask("GET", link)), "new link", "word")
    ending = next(
        one for one in planted.see(noor.ask("GET", "/concerns/partners")).page.forms if one.action.endswith("/end")
    )
    planted.see(follow(noor, noor.ask("POST", ending.action, planted.fill(ending, "end"))))


def _opened(planted: "Planting", school: Browser, path: str, word: str) -> Answer:
    """The page of the school, with its word."""
    asked = planted.see(school.ask("GET", path)).page.form("word")
    return planted.see(school.ask("POST", path, {**asked.given, "word": word}))


def _until(noor: Browser) -> str:
    """The day that the form proposes."""
    form = noor.ask("GET", "/concerns/invite").page.form("until")
    return str(form.given["until"])
