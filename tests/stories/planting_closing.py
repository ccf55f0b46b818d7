"""The ending of a role on the long day: closed with words everywhere, how it goes since, taken up again."""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def ends(planted: "Planting", browser: Browser) -> None:
    """The last dossier in the list: each form wrong first."""
    *_, dossier = re.findall(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
    page = planted.see(browser.ask("GET", f"{dossier}/closing"))
    page = planted.send(browser, page, "closing", "verdict", reason="other", talk_on="", silent="")
    assert planted.words["closing, note"] in page.text, said(page)
    assert planted.words["closing, verdict"] in page.text, said(page)
    page = planted.send(browser, page, "aftercare", "words")
    assert planted.words["aftercare, words"] in page.text, said(page)
    page = planted.send(browser, page, "reopen", "why", wrong=False)
    assert "done=reopened" in page.path, said(page)
    assert dossier in browser.ask("GET", "/dossiers").text
