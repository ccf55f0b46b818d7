"""The plan: what was agreed at the table, a goal, an action somebody is asked about, the client's own page."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.stories import steps
from tests.stories.case.first_weeks import CLIENT_SAYS
from tests.stories.case.sitting import Sitting
from tests.stories.case.table import AGREED

WORD = "piano kayak"
OWNER, OWNER_MAIL = "Jan Wouters", "jan@voetbal.example"
CLIENT_MAIL = "robin@post.example"
ACTION = "Een plaats op de training van woensdag"
CLIENT_ADDS = "Zaterdag wil ik meespelen."
SOON = (date.today() + timedelta(days=10)).isoformat()  # noqa: DTZ011  the town's own day


def write(who: Sitting, dossier: str) -> None:
    """Take over what was agreed, write one row with its goal and one action, agree on it together."""
    plan = f"dossiers/{dossier}/plan"
    who.go(plan)
    who.sees(AGREED)
    who.press(who.form(action="/take-over"), "Neem deze over")
    who.go(f"{plan}/row")
    form = who.form("plan-row")
    steps_of_goal = {"step_0": "nooit buiten", "step_2": "elke week op de training", "step_4": "speelt mee"}
    who.fill(form, domain="leisure", wish=CLIENT_SAYS, now="Hij speelt niet meer.", level="-2", **steps_of_goal)
    who.look("plan-row")
    who.press(form, "Bewaar deze rij")
    with who.page.expect_navigation():
        who.page.locator("main a[href*='/action']", has_text="Wie doet wat").first.click()
    form = who.form("plan-action")
    who.fill(form, what=ACTION, owner="organisation", name=OWNER, organisation="KV Zonhoven", due_on=SOON)
    who.press(form, "Bewaar deze actie")
    who.go(f"{plan}/agree")
    form = who.form("plan-agree")
    form.locator("[name=how]").first.check(force=True)
    who.press(form, "De cliënt gaat akkoord")
    who.sees(ACTION)
    who.look("plan")


def ask_owner(who: Sitting, dossier: str) -> None:
    """One line, by mail, to who does it; the word is told otherwise."""
    who.go(f"dossiers/{dossier}/plan")
    with who.page.expect_navigation():
        who.page.locator("main tr", has_text=ACTION).locator("a[href*='/ask']").click()
    form = who.form("plan-ask")
    who.fill(form, line="Is er een plaats op woensdag?", to=OWNER_MAIL, word=WORD)
    who.look("ask")
    who.press(form, "Verstuur de vraag")
    who.sees(WORD)


def answer_as_owner(owner: Sitting, link: str) -> None:
    """The owner reads his own line, and says that it is done."""
    owner.go(link)
    _say_word(owner)
    owner.sees("Is er een plaats op woensdag?")
    assert CLIENT_SAYS not in owner.page.content(), "nothing else of the plan"
    owner.look("nudge")
    with owner.page.expect_navigation():
        owner.page.locator("button[name=answer][value=done]").click()
    steps.heading(owner.page, "Bedankt")
    owner.look("nudge-thanks")


def send_to_client(who: Sitting, dossier: str) -> None:
    """The client's own version, behind a link with a word that the client chose."""
    who.go(f"dossiers/{dossier}/plan/client")
    who.sees(CLIENT_SAYS)
    who.look("client-version")
    who.go(f"dossiers/{dossier}/plan/client/send")
    form = who.page.locator("main form").last
    who.fill(form, to=CLIENT_MAIL, word=WORD)
    who.press(form, "Verstuur de link")


def read_as_client(client: Sitting, link: str) -> None:
    """The client reads the own page and says something."""
    client.go(link)
    _say_word(client)
    client.look("own-page")
    client.page.locator("textarea[name=words]").fill(CLIENT_ADDS)
    steps.button(client.page, "Zeg het")
    expect(client.page.get_by_role("status").first).to_be_visible()


def follow_up(who: Sitting, dossier: str) -> None:
    """The owner's answer and the client's words are in the plan; the goal moves to what was agreed."""
    plan = f"dossiers/{dossier}/plan"
    who.go(plan)
    who.sees(CLIENT_ADDS)
    expect(who.page.locator("main tr", has_text=ACTION)).to_contain_text(re.compile("gedaan|klaar", re.IGNORECASE))
    with who.page.expect_navigation():
        who.page.locator("main a[href*='/plan/row/']").first.click()
    form = who.form("plan-row")
    who.fill(form, level="0", now="Hij traint elke woensdag.")
    who.press(form, "Bewaar deze rij")
    who.look("plan-moved")
    who.go(f"dossiers/{dossier}/follow-up")
    who.look("follow-up")


def _say_word(page: Sitting) -> None:
    page.page.locator("input[name=word]").fill(WORD)
    with page.page.expect_navigation():
        page.page.locator("main .btn.primary").click()
