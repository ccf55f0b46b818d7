"""The plan."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, Way, in_turn
from tests.stories.screens.ways import send_as_it_is, unfold_all


def plans(places: Places) -> Iterator[Screen]:
    """The plan, a row and an action of it under the pen, the client's version, and what an owner sees."""
    robin, bare = (f"dossiers/{places.dossiers[name]}/plan" for name in ("quiet", "bare"))
    asked, used = places.links["nudge"], places.links["nudge to use up"]
    yield Screen("plan", "noor", robin)
    yield Screen("plan-version", "noor", f"{robin}/version/1")
    yield Screen("plan-empty", "noor", bare)
    yield Screen("plan-closed", "noor", f"dossiers/{places.dossiers['closed']}/plan")
    yield Screen("plan-row", "noor", robin, in_turn(_pen("plan/row/"), unfold_all))
    yield Screen("plan-row-errors", "noor", f"{robin}/row", _sent_kept)
    yield Screen("plan-both-texts", "noor", robin, _written_twice)
    yield Screen("plan-action", "noor", robin, _pen("plan/action/"))
    yield Screen("plan-action-errors", "noor", f"{robin}/action", _sent_kept)
    yield Screen("plan-ask", "noor", robin, _pen("/ask"))
    yield Screen("plan-agree", "noor", f"{robin}/agree")
    yield Screen("client-page", "noor", f"{robin}/client", unfold_all)
    yield Screen("client-paper", "noor", f"{robin}/client/paper")
    yield Screen("client-words", "noor", f"{robin}/client/words")
    client = places.links["client"]
    yield Screen("client-send", "noor", f"{robin}/client/send")
    yield Screen("client-send-errors", "noor", f"{robin}/client/send", send_as_it_is)
    yield Screen("client-word", NOBODY, client.path[1:])
    yield Screen("client-refused", NOBODY, client.path[1:], _word("banjo kiwi"))
    yield Screen("client-own", NOBODY, client.path[1:], in_turn(_word(client.code), unfold_all))
    yield Screen("client-own-errors", NOBODY, client.path[1:], in_turn(_word(client.code), send_as_it_is))
    yield Screen("client-own-said", NOBODY, client.path[1:], in_turn(_word(client.code), _say))
    yield Screen("client-left", NOBODY, "weg")
    yield Screen("nudge-word", NOBODY, asked.path[1:])
    yield Screen("nudge-refused", NOBODY, asked.path[1:], _word("banjo kiwi"))
    yield Screen("nudge", NOBODY, asked.path[1:], in_turn(_word(asked.code), unfold_all))
    yield Screen("nudge-thanks", NOBODY, used.path[1:], in_turn(_word(used.code), _done))


def _pen(to: str) -> Way:
    def follow(page: Page) -> None:
        page.locator(f"main a[href*='{to}']").first.click()
        page.wait_for_load_state()

    return follow


def _written_twice(page: Page) -> None:
    """A colleague was earlier on the same row: the form says that it saw another state."""
    _pen("plan/row/")(page)
    page.locator("textarea[name=wish]").fill("Ik wil keeper worden, en op zaterdag meespelen.")
    page.locator("input[name=seen]").evaluate("one => { one.value = '0'; }")
    _sent_kept(page)


def _sent_kept(page: Page) -> None:
    """Send the form under the pen, which keeps what was typed before it goes."""
    page.wait_for_selector(".planform[data-keep-ready]")
    page.locator(".planform").evaluate("form => { form.noValidate = true; }")
    with page.expect_navigation():
        page.locator(".planform .btn.primary").click()


def _word(word: str) -> Way:
    def say(page: Page) -> None:
        page.locator("input[name=word]").fill(word)
        page.locator("main .btn.primary").click()
        page.wait_for_load_state()

    return say


def _say(page: Page) -> None:
    page.locator("textarea[name=words]").fill("Zaterdag wil ik meespelen.")
    send_as_it_is(page)


def _done(page: Page) -> None:
    page.locator("button[name=answer][value=done]").click()
    page.wait_for_load_state()
