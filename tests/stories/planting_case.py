"""A case consultation on the long day: opened inside the law, somebody of the list sits there, one's own action."""

from typing import TYPE_CHECKING

from tests.stories.browsing import Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def meets(planted: "Planting", browser: Browser, dossier: str) -> None:
    """Both forms, each wrong first; and the button that says who sat there."""
    page = planted.see(browser.ask("GET", f"{dossier}/case-consultations"))
    page = planted.send(browser, page, "case", "purpose", basis="law", on="2021-02-27")
    assert planted.words["case, permitted"] in page.text, said(page)
    [sits] = [form for form in page.page.forms if "who" in form.fields]
    page = planted.see(follow(browser, browser.ask("POST", sits.action, sits.given)))
    page = planted.send(browser, page, "case, own", "what")
    assert planted.words["case, own, what"] in page.text, said(page)
    planted.see(browser.ask("GET", f"{dossier}/case-consultations"))
