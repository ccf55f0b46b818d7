"""The board, a referral wherever it stands, and taking one down."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way, in_turn
from tests.stories.screens.ways import concern, keep, who

DOWN = "referrals/take-down"


def referrals(places: Places) -> Iterator[Screen]:
    """The board, a referral wherever it stands, and taking one down."""
    yield Screen("board", "noor", "board")
    for name, referral in places.referrals.items():
        if name != "talk_enough":
            yield Screen(f"referral-{name}", "noor", f"referrals/{referral}")
    gone, new, agreed = (places.referrals[name] for name in ("talk_enough", "new", "role agreed"))
    yield Screen("referral-gone", "noor", f"referrals/{gone}", status=404)
    yield Screen("referral-over", "noor", f"referrals/{new}", _sent_to(gone))
    yield Screen("referral-errors", "noor", f"referrals/{places.referrals['deciding']}", _propose_nothing)
    yield Screen("referral-role", "fatma", f"referrals/{agreed}")
    yield Screen("referral-role-known", "fatma", f"referrals/{agreed}", _look("Vermeulen Robin", "2005-06-01"))
    yield Screen("referral-role-perhaps", "fatma", f"referrals/{agreed}", _look("Robbe Vermeulen", ""))
    yield Screen("referral-role-nobody", "fatma", f"referrals/{agreed}", _look("Ibrahim Aydin", "2001-12-30"))
    yield Screen("moments", "noor", "referrals/moments")
    yield Screen("moments-errors", "noor", "referrals/moments", keep)
    yield Screen("moments-none", "tom", "referrals/moments")
    yield Screen("agenda", "samir", "agenda")
    yield Screen("agenda-made", "samir", "agenda", keep)
    yield Screen("take-down", "noor", DOWN)
    yield Screen("take-down-errors", "noor", DOWN, keep)
    yield Screen("taken-down", "noor", DOWN, in_turn(who, concern, keep))


def _sent_to(referral: str) -> Way:
    """What was typed goes to a referral that was ended meanwhile."""

    def send(page: Page) -> None:
        form = page.locator("form[action$=note]")
        form.evaluate("(form, to) => { form.action = `/referrals/${to}/note`; form.noValidate = true; }", referral)
        form.locator("xpath=ancestor::details/summary").click()
        form.locator("textarea").fill("De turnleraar kent hem goed.")
        form.locator(".btn").last.click()
        page.wait_for_load_state()

    return send


def _propose_nothing(page: Page) -> None:
    page.locator("form[action$=propose]").evaluate("form => { form.noValidate = true; }")
    page.locator("form[action$=propose] .btn.primary").click()
    page.wait_for_load_state()


def _look(name: str, born_on: str) -> Way:
    """Ask, while taking a role, whether a colleague knows somebody."""

    def ask(page: Page) -> None:
        form = page.locator("form[action$=take_role]")
        form.locator("input[name=mode]").first.check(force=True)
        form.locator("select[name=deputy]").select_option(index=1)
        form.locator("input[name=name]").fill(name)
        form.locator("input[name=born_on]").fill(born_on)
        form.locator("button[name=look]").click()
        page.wait_for_load_state()

    return ask
