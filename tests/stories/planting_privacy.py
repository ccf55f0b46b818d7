"""Behind glass, and the privacy officer's desk, on the long day: each form wrong first.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def breaks_the_glass(planted: "Planting", holder: Browser, other: Browser) -> None:
    """A colleague of the circle reads one part in an emergency; the holder reads why, and puts the notice away."""
    numbers = re.findall(r"K-\w{4,5}\b", holder.ask("GET", "/dossiers").text)
    page = planted.see(other.ask("GET", "/glass"))
    form = page.page.form("reason")
    planted.see(other.ask("POST", form.action, planted.fill(form, "glass", right=False)))
    given = {**planted.fill(form, "glass", {"number": ""}), "part": "basis", "tried": ["holder", "deputy"]}
    answers = (planted.see(other.ask("POST", form.action, {**given, "number": one})) for one in dict.fromkeys(numbers))
    page = next(answer for answer in answers if answer.status == 200)  # of one's own one is led to the dossier
    assert "Dit lees je één keer" in page.text, said(page)
    page = planted.see(holder.ask("GET", "/glass/told"))
    assert planted.words["glass, reason"] in page.text, said(page)
    [seen] = [one for one in page.page.forms if one.action.startswith("/glass/told/")]
    planted.see(follow(holder, holder.ask("POST", seen.action, planted.fill(seen, "glass, seen"))))


def looks_into_it(planted: "Planting", officer: Browser) -> None:
    """The journal searched, broken glass looked into, what a lost key could open, who had access on a day."""
    page = planted.see(officer.ask("GET", "/privacy/journal"))
    page = planted.send(officer, page, "journal", "words")
    page = planted.see(officer.ask("GET", "/privacy/glass"))
    assert planted.words["glass, reason"] in page.text, said(page)
    [checked] = [one for one in page.page.forms if one.action.startswith("/privacy/glass/")]
    planted.see(follow(officer, officer.ask("POST", checked.action, planted.fill(checked, "glass, checked"))))
    planted.send(officer, planted.see(officer.ask("GET", "/privacy/incident")), "incident", "who", at="06:10")
    page = planted.see(officer.ask("GET", "/privacy/access"))
    form = page.page.form("on")
    planted.see(officer.ask("GET", f"{form.action}?on={planted.fill(form, 'access', right=False)['on']}"))
    planted.see(officer.ask("GET", "/privacy/record"))
