"""The person asks, on the long day: a copy of the file, and what is masked in it."""

import re
from typing import TYPE_CHECKING, Any

from tests.stories.browsing import Answer, Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def asks(planted: "Planting", browser: Browser) -> None:
    """A request for a copy and one page of its worksheet, and the three other requests; each wrong first."""
    dossier = re.findall(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)[0]
    page = _asked(planted, browser, dossier, "access")
    assert "/pieces/" in page.path, said(page)
    [form] = [one for one in page.page.forms if one.action.endswith("/pieces/1")]
    browser.ask("POST", form.action, planted.fill(form, "worksheet", right=False))
    masked = {name: "mask" for name in form.fields if name.endswith("-choice")}
    planted.see(follow(browser, browser.ask("POST", form.action, planted.fill(form, "worksheet", masked))))
    for kind, button in (("rectification", "words"), ("objection", "why"), ("restriction", "why")):
        page = _asked(planted, browser, dossier, kind)
        assert page.path.endswith("/answer"), said(page)
        page = planted.send(browser, page, f"answered {kind}", button, outcome="stops", of="")
        assert "beantwoord op" in page.text, said(page)
    page = planted.send(browser, _asked(planted, browser, dossier, "erasure"), "asked to erase", "why", wrong=False)
    assert page.path.endswith("/answer"), said(page)
    page = planted.see(browser.ask("GET", f"{dossier}/person"))
    longer = re.search(rf"{dossier}/person/[\w-]{{22}}/longer", page.text)
    assert longer, said(page)
    day = _today(browser, dossier)
    page = planted.send(browser, planted.see(browser.ask("GET", longer[0])), "longer", "why", told_on=day)
    assert planted.words["longer, why"] in page.text, said(page)


def _asked(planted: "Planting", browser: Browser, dossier: str, kind: str) -> Answer:
    """Asked as the client, and by the trusted person where the client is a minor on this day."""
    given: dict[str, Any] = {"kind": kind, "asked_on": _today(browser, dossier)}
    page = planted.see(browser.ask("GET", f"{dossier}/person"))
    page = planted.send(browser, page, f"asked {kind}", "asked_on", role="client", **given)
    if page.path.endswith("/person"):
        page = planted.send(browser, page, f"asked {kind} young", "asked_on", wrong=False, role="trusted", **given)
    return page


def _today(browser: Browser, dossier: str) -> str:
    """The day of the house, as the form of a request has it filled in."""
    return str(browser.ask("GET", f"{dossier}/person").page.form("asked_on").given["asked_on"])
