"""A colleague takes over; closing together; a word back to the referrer; aftercare; taking it up again."""

from datetime import date

from playwright.sync_api import expect

from tests.stories import steps
from tests.stories.case.sitting import Sitting

PROMISE = "Woensdag mee naar de training"
VERDICT = "Ik had niet gedacht dat iemand zou blijven bellen."
TODAY = date.today().isoformat()  # noqa: DTZ011  the town's own day


def offer(who: Sitting, dossier: str, *, to: str) -> None:
    """What matters, what was promised, and that the client knows."""
    who.go(f"dossiers/{dossier}/handover")
    form = who.form("handover")
    who.choose(form, "receiver", to)
    who.fill(form, matters="Hij traint weer.", promises=PROMISE, reason="Ik ga op ouderschapsverlof.", told="yes")
    who.look("handover")
    who.press(form, "Bied het aan")
    who.sees("Het is aangeboden")


def accept(who: Sitting) -> None:
    """Read it first, then say yes, with the promises."""
    who.go("handovers")
    with who.page.expect_navigation():
        who.page.locator("main a.rowlink, main .rows a").first.click()
    who.sees(PROMISE)
    form = who.page.locator("main form").last
    who.fill(form, said="yes")
    who.look("offer")
    who.press(form, "Geef je antwoord")


def move_keys(who: Sitting, dossier: str) -> None:
    """The giver moves the keys, and afterwards opens it no more."""
    who.go("handovers")
    who.press(who.form(action="/move"), "Wissel de sleutels")
    who.sees("De sleutels zijn gewisseld.")
    who.look("keys-moved")
    answer = who.page.goto(f"{who.house.address}/dossiers/{dossier}")
    assert answer is not None
    assert answer.status == 404


def close(who: Sitting, dossier: str) -> None:
    """The closing talk, the outcome of each goal, the client's verdict, a word back to the referrer."""
    who.go(f"dossiers/{dossier}/closing")
    who.sees("zoals afgesproken")
    form = who.form("closing")
    who.fill(form, reason="together", talk_on=TODAY, verdict=VERDICT)
    who.look("closing")
    who.press(form, "Sluit samen af")
    who.sees("De rol is afgelopen.")
    who.sees(VERDICT)
    who.look("closed")
    who.press(who.form(action="/word"), "Het is afgesloten")


def read_status(referrer: Sitting, code: str) -> None:
    """The referrer reads that it is closed, and not a word more."""
    referrer.go("aanmelden/stand")
    referrer.page.locator("input[name=code]").fill(code)
    with referrer.page.expect_navigation():
        referrer.page.locator("main .btn.primary").click()
    expect(referrer.page.locator("main")).to_contain_text("afgesloten")
    assert VERDICT not in referrer.page.content()
    referrer.look("status")


def care_afterwards(who: Sitting, dossier: str) -> None:
    """How it goes since."""
    who.go(f"dossiers/{dossier}/closing")
    form = who.form("aftercare")
    who.fill(form, words="Hij speelt elke zaterdag.")
    who.press(form, "Noteer het")
    who.sees("Hij speelt elke zaterdag.")
    who.look("aftercare")


def reopen(who: Sitting, dossier: str) -> None:
    """The role is taken up again, in the same dossier."""
    who.unfold()
    form = who.form("reopening")
    who.fill(form, why="Zijn oma belde.")
    who.press(form, "Neem de rol weer op")
    who.sees("De rol is weer opgenomen.")
    who.go(f"dossiers/{dossier}")
    steps.heading(who.page, "Bushalte")
    who.look("reopened")
