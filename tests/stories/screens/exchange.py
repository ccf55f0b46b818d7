"""The team exchange."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way, in_turn
from tests.stories.screens.ways import send_as_it_is, unfold_all


def exchange(places: Places) -> Iterator[Screen]:
    """Meetings, one of them with everything on it, an empty one, one that is over, and what goes wrong."""
    meeting, empty, over = (f"exchange/{places.people[one]}" for one in ("meeting", "meeting-empty", "meeting-over"))
    yield Screen("exchange", "noor", "exchange")
    yield Screen("exchange-plan", "nele", "exchange/plan")
    yield Screen("exchange-plan-errors", "noor", "exchange/plan", send_as_it_is)
    yield Screen("exchange-meeting", "noor", meeting)
    yield Screen("exchange-meeting-open", "noor", meeting, unfold_all)
    yield Screen("exchange-meeting-empty", "eline", empty)
    yield Screen("exchange-meeting-over", "noor", over)
    yield Screen("exchange-put", "noor", f"{meeting}/put")
    yield Screen("exchange-put-errors", "noor", f"{meeting}/put", send_as_it_is)
    yield Screen("exchange-topic", "samir", f"{meeting}/topic/{places.people['topic']}")
    card = f"exchange/lessons/{places.people['card']}"
    yield Screen("lessons", "nele", "exchange/lessons")
    yield Screen("lessons-found", "nele", "exchange/lessons", _find("belmoment"))
    yield Screen("lessons-not-found", "nele", "exchange/lessons", _find("zeppelin"))
    yield Screen("lesson-card", "nele", card)
    yield Screen("lesson-better", "nele", f"{card}/better")
    yield Screen("lesson-write-errors", "noor", "exchange/lessons/write", send_as_it_is)
    yield Screen("lesson-from", "noor", f"exchange/lessons/write/{places.dossiers['quiet']}")
    yield Screen("lesson-collection", "noor", f"exchange/collections/{places.people['collection']}")
    vignette = f"exchange/vignette/{places.dossiers['quiet']}"
    yield Screen("vignette-story", "noor", vignette)
    yield Screen("vignette-story-errors", "noor", vignette, send_as_it_is)
    yield Screen("vignette", "noor", vignette, _tell)
    yield Screen("vignette-errors", "noor", vignette, in_turn(_tell, send_as_it_is))


def _tell(page: Page) -> None:
    story = "Een tweeling van 14 jaar uit Syrië belt Wannes op 0470 12 34 56, na de brand. Robin V. lacht. " * 4
    for name, words in (("title", "Robin belt"), ("story", story), ("question", "Hoe hou je Robin erbij?")):
        page.locator(f"[name={name}]").fill(words)
    page.locator("main form .btn.primary").last.click()
    page.wait_for_load_state()


def _find(words: str) -> Way:
    def find(page: Page) -> None:
        page.locator("main form[role=search] [name=words]").fill(words)
        page.locator("main form[role=search] .btn").click()
        page.wait_for_load_state()

    return find
