"""The team exchange on the long day: a meeting, its agenda, what is brought in, notes and an agreement."""

import re
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser, follow
from tests.stories.planting import said

if TYPE_CHECKING:
    from tests.stories.planting import Planting


def meets(planted: "Planting", noor: Browser, samir: Browser) -> None:
    """Noor plans and asks; Samir brings in, notes and agrees; each form wrong first."""
    planted.see(noor.ask("GET", "/exchange"))
    page = planted.see(noor.ask("GET", "/exchange/plan"))
    page = planted.send(noor, page, "meeting", "place")
    assert planted.words["meeting, place"] in page.text, said(page)
    meeting = page.path.partition("?")[0]
    page = planted.send(noor, planted.see(noor.ask("GET", f"{meeting}/put")), "topic", "title", kind="vignette")
    found = re.search(rf"{meeting}/topic/[\w-]{{22}}", page.text)
    assert found, said(page)
    _tells_vignette(planted, noor)
    page = planted.send(samir, planted.see(samir.ask("GET", found[0])), "brought in", "words")
    assert planted.words["brought in, words"] in page.text, said(page)
    page = planted.send(samir, planted.see(samir.ask("GET", meeting)), "meeting notes", "notes", seen="")
    page = planted.see(samir.ask("GET", meeting))
    owner = re.search(r'value="([\w-]{22})"[^>]*>\s*Samir', page.text)
    assert owner, said(page)
    page = planted.send(samir, page, "meeting agreed", "what", owner=owner[1])
    assert planted.words["meeting agreed, what"] in page.text, said(page)
    for ending in ("/done", "/end"):
        form = next(one for one in page.page.forms if one.action.endswith(ending))
        page = planted.see(follow(samir, samir.ask("POST", form.action, {**planted.fill(form, ending), "sure": "yes"})))


def _tells_vignette(planted: "Planting", noor: Browser) -> None:
    """A story with names, that comes back without: it is looked for too, since it is kept nowhere."""
    held = re.findall(r"/dossiers/[\w-]{22}", noor.ask("GET", "/dossiers").text)
    answers = (
        planted.see(noor.ask("GET", one.replace("dossiers", "exchange/vignette"))) for one in dict.fromkeys(held)
    )
    page = next(one for one in answers if one.status == 200)
    form = page.page.form("story")
    page = planted.see(noor.ask("POST", form.action, planted.fill(form, "vignette told")))
    page = planted.send(noor, page, "vignette", "room", room="nobody")
    assert planted.words["vignette, title"] in page.text, said(page)


def learns(planted: "Planting", noor: Browser, samir: Browser) -> None:
    """A card from nowhere and one from a dossier, written better, collected, looked for, taken away."""
    page = planted.send(noor, planted.see(noor.ask("GET", "/exchange/lessons/write")), "card", "situation")
    card = page.path.partition("?")[0]
    assert planted.words["card, situation"] in page.text, said(page)
    page = planted.send(samir, planted.see(samir.ask("GET", f"{card}/better")), "card better", "situation", seen="")
    page = planted.send(samir, planted.see(samir.ask("GET", "/exchange/lessons")), "collection", "name")
    shelf = page.path.partition("?")[0]
    card_page = planted.see(samir.ask("GET", card))
    planted.send(samir, card_page, "collecting", "collection", wrong=False, collection=shelf.rpartition("/")[2])
    collection = planted.see(samir.ask("GET", shelf))
    out = next(one for one in collection.page.forms if "/out/" in one.action)
    planted.see(follow(samir, samir.ask("POST", out.action, planted.fill(out, "out"))))
    planted.send(samir, planted.see(samir.ask("GET", "/exchange/lessons")), "finding", "words")
    held = dict.fromkeys(re.findall(r"/dossiers/[\w-]{22}", noor.ask("GET", "/dossiers").text))
    paths = [one.replace("dossiers", "exchange/lessons/write") for one in held]
    page = next(one for one in (planted.see(noor.ask("GET", path)) for path in paths) if one.status == 200)
    page = planted.send(noor, page, "card from", "situation")
    assert planted.words["card from, situation"] in page.text, said(page)
    mine = page.path.partition("?")[0]
    assert planted.see(noor.ask("GET", f"{mine}/origin")).status == 302
    away = next(one for one in page.page.forms if one.action.endswith("/away"))
    planted.see(follow(noor, noor.ask("POST", away.action, {**planted.fill(away, "away"), "sure": "yes"})))
