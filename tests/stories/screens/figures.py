"""The figures."""

from collections.abc import Iterator
from datetime import date, timedelta

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, in_turn
from tests.stories.screens.ways import send_as_it_is

TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  the town's own day


def figures(places: Places) -> Iterator[Screen]:
    """The figures for who reads and for who counts, and how the team stands."""
    yield Screen("pulse", "greet", "stand")
    yield Screen("checkin", "noor", "how-is-your-work")
    yield Screen("checkin-first", "joris", "how-is-your-work")
    yield Screen("figures-public", "greet", f"figures?on={places.frozen_on}")
    yield Screen("figures-internal", "greet", f"figures?on={places.frozen_on}&audience=internal")
    yield Screen("figures-not-frozen", "greet", "figures?on=2020-01-01")
    yield Screen("figures-department", "bart", "figures/department")
    yield Screen("figures-draft", "saar", f"figures?on={date.today().isoformat()}")  # noqa: DTZ011
    yield Screen("figures-to-come", "saar", f"figures?on={TOMORROW}")
    yield from _composer(places)


def _composer(places: Places) -> Iterator[Screen]:
    """Questions that are answered, in every state, and their forms with what can be wrong."""
    yield Screen("questions", "saar", "figures/questions")
    yield Screen("question-new", "saar", "figures/questions/new")
    yield Screen("question-new-errors", "saar", "figures/questions/new", send_as_it_is)
    for state in ("empty", "waiting", "full", "frozen", "sent", "corrected", "withdrawn"):
        yield Screen(f"question-{state}", "saar", f"figures/questions/{places.people[f'{state} question']}")
    citizen = f"figures/questions/{places.people['full question']}?as=citizen"
    yield Screen("question-as-citizen", "saar", citizen)
    yield Screen("trends", "greet", "figures/trends")
    yield Screen("questions-head", "greet", "figures/questions")
    for state in ("waiting", "frozen"):
        yield Screen(f"question-{state}-head", "greet", f"figures/questions/{places.people[f'{state} question']}")
    yield Screen("question-to-read-over", "jonas", f"figures/questions/{places.people['frozen question']}")
    approved = f"figures/questions/{places.people['approved question']}"
    yield Screen("question-to-approve", "saar", approved)
    yield Screen("question-to-approve-errors", "saar", approved, send_as_it_is)
    full = f"figures/questions/{places.people['full question']}"
    yield Screen("question-figure", "saar", f"{full}/figure")
    yield Screen("question-figure-errors", "saar", f"{full}/figure", send_as_it_is)
    yield Screen("question-figure-changed", "saar", full, _first_figure)
    yield Screen("question-words", "saar", f"{full}/words")
    yield Screen("question-words-errors", "saar", f"{full}/words", in_turn(_number, send_as_it_is, _errors))
    yield Screen("question-received", "saar", f"{full}/received")
    for act in ("correct", "withdraw"):
        page = f"figures/questions/{places.people['sent question']}/{act}"
        yield Screen(f"question-{act}", "greet", page)
        yield Screen(f"question-{act}-errors", "saar", page, send_as_it_is)
    for state in ("corrected", "withdrawn"):
        page = f"figures/questions/{places.people[f'{state} question']}"
        yield Screen(f"question-{state}-frozen-answer", "saar", page, _reply)
    yield Screen("question-frozen-answer", "saar", f"figures/questions/{places.people['sent question']}", _reply)


def _first_figure(page: Page) -> None:
    page.locator("main a[href*='/figure/']").first.click()
    page.wait_for_load_state()


def _reply(page: Page) -> None:
    page.locator("main a[href*='/frozen/']").first.click()
    page.wait_for_load_state()


def _number(page: Page) -> None:
    page.locator("textarea[name=opening]").fill("Er lopen 276 dossiers.")


def _errors(page: Page) -> None:
    """The draft is kept before the form goes."""
    page.locator(".errmsg").first.wait_for()
    page.wait_for_load_state()
