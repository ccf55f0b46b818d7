"""The part of the long day on the street and in the attachments: a spot, nicknames, a word, files."""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser, follow

if TYPE_CHECKING:
    from tests.stories.planting import Planting

ATTACHED = re.compile(r"/dossiers/[\w-]{22}/attachments")


def walks(browser: Browser, planted: "Planting") -> None:
    """A round from beginning to end, every form of it wrong first, and a word passed on."""
    page = planted.send(browser, planted.see(browser.ask("GET", "/street")), "street, begin", "beside", wrong=False)
    page = planted.send(browser, page, "street, spot", "name")
    assert planted.words["street, spot, name"] in page.text
    page = planted.send(browser, page, "street, nickname", "known")
    page = planted.send(browser, page, "street, group", "size")
    assert planted.words["street, nickname, nickname"] in page.text
    page = planted.send(browser, page, "street, without", "without-kind")
    page = planted.send(browser, page, "street, word", "word-sentence")
    assert page.path.startswith("/words"), page.path
    page = planted.see(browser.ask("GET", "/street"))
    ending = next(form for form in page.page.forms if form.action.endswith("/end"))
    planted.see(follow(browser, browser.ask("POST", ending.action, planted.fill(ending, "street, end"))))


def attaches(browser: Browser, planted: "Planting") -> None:
    """A text and a photo with a dossier, and something that is refused; each with words in name and content."""
    links = browser.ask("GET", "/dossiers").page.links
    dossier = next(link for link in links if re.fullmatch(r"/dossiers/[\w-]{22}", link))
    page = planted.see(browser.ask("GET", f"{dossier}/attachments"))
    for number, content in enumerate((b"%s\n" * 40_000, b"%PDF-1.7 %s", b"<html>%s")):
        form = page.page.form("words")
        typed = planted.fill(form, f"attach {number}")
        marked = content.replace(b"%s", planted.new(f"attach {number}, content").encode())
        name = f"{planted.new(f'attach {number}, name of the file')}.txt"
        answer = follow(browser, browser.ask("POST", form.action, typed, {"file": (name, marked)}))
        page = planted.see(answer)
    assert planted.words["attach 0, words"] in page.text
    for link in {link for link in page.page.links if ATTACHED.match(link)}:
        one = planted.see(browser.ask("GET", link))
        for given in {link for link in one.page.links if link.endswith("/file")}:
            assert browser.ask("GET", given).status == 200
