"""The project pot on the long day: rules are published, a group applies, the office looks.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from typing import TYPE_CHECKING

from kring.pot.testing import IBAN
from tests.stories.browsing import Browser, follow
from tests.stories.planting import CODE, TALK_DAY, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def publishes(day: "Day", greet: Browser) -> None:
    """Rules, whose words are for everybody: what is planted is not a secret and is not looked for."""
    page = day.planted.see(greet.ask("GET", "/pot/rules"))
    form = page.page.form("criteria")
    public = {
        "from_on": "2020-01-01",
        "aim": "Sport",
        "decision_body": "Het college",
        "criteria": "1 Welkom",
        "budget_lines": "Sport: 9000",
    }
    day.planted.see(greet.ask("POST", form.action, {**form.given, **public}))
    day.planted.fields |= {(form.action, name) for name, one in form.fields.items() if one.takes_text}


def applies(day: "Day") -> None:
    """A group applies, wrong first; its code opens where it stands."""
    planted, somebody = day.planted, day.place.stranger()
    page = planted.see(somebody.ask("GET", "/projectpot/aanvragen"))
    days = {"starts_on": TALK_DAY, "ends_on": TALK_DAY}
    right = {**days, "asked_euro": "400", "iban": IBAN, "website": "", "group": "on"}
    form = page.page.form("plan")
    planted.see(somebody.ask("POST", form.action, planted.fill(form, "pot application", right=False)))
    page = planted.see(somebody.ask("POST", form.action, planted.fill(form, "pot application", right)))
    code = CODE.search(said(page))
    assert code, said(page)
    page = planted.see(somebody.ask("GET", "/projectpot/stand"))
    planted.send(somebody, page, "pot code", "code", code=code[0])


def looks(day: "Day", greet: Browser, wout: Browser, bart: Browser) -> None:
    """The office opens it: two weigh, one decides with reasons and prints the letter; what is paid is looked at."""
    planted = day.planted
    planted.see(greet.ask("GET", "/projectpot"))
    page = day.planted.see(greet.ask("GET", "/pot"))
    assert day.planted.words["pot application, title"] in page.text, said(page)
    [path] = dict.fromkeys(re.findall(r"/pot/[\w-]{22}", page.text))
    page = day.planted.see(greet.ask("GET", path))
    form = page.page.form("words")
    day.planted.see(greet.ask("POST", form.action, day.planted.fill(form, "pot weighing", right=False)))
    day.planted.see(follow(greet, greet.ask("POST", form.action, day.planted.fill(form, "pot weighing"))))
    planted.send(wout, planted.see(wout.ask("GET", path)), "pot second weighing", "words", wrong=False)
    page = planted.see(bart.ask("GET", path))
    page = planted.send(bart, page, "pot decision", "reasons", outcome="decline")
    assert planted.words["pot decision, reasons"] in page.text, said(page)
    planted.see(bart.ask("GET", f"{path}/letter"))
    paying = planted.see(bart.ask("GET", "/pot/payments"))
    for form in paying.page.forms:  # the payer is the town itself, in the clear
        planted.fields |= {(form.action, name) for name, one in form.fields.items() if one.takes_text}
