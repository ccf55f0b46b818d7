"""What people of a story do on the pages, in the words that stand on them (Dutch): one function for each sitting.

Each asserts what somebody would notice who sits there. What does not live here: the order of a story.
"""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.stories.house import House

CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
CONCERN = "Hij slaapt in het bushokje aan de vaart en komt niet meer naar school."
REFERRER = "mia.stevens@school.example"
NOTES = "De turnleraar kent hem goed en gaat dinsdag mee."


def heading(page: Page, text: str) -> None:
    """The one heading of the page says this."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def done(page: Page, text: str) -> None:
    """What the page says was done."""
    expect(page.get_by_role("status").get_by_text(text)).to_be_visible()


def button(page: Page, name: str) -> None:
    """Press the one button with this name that somebody sees."""
    page.get_by_role("button", name=name, exact=True).click()


def unfold(page: Page, title: str) -> None:
    """Open a folded part by its title."""
    page.locator("summary", has_text=title).click()


def refer(page: Page, house: House, *, email: str = REFERRER) -> str:
    """Refer somebody in three steps, without their name; the code that is shown once."""
    page.goto(house.address)
    page.get_by_role("link", name="Ik wil iemand aanmelden").click()
    heading(page, "Wie ben jij?")
    page.get_by_role("radio", name="School").check()
    page.get_by_label("E-mail").fill(email)
    button(page, "Verder")
    heading(page, "Je bezorgdheid")
    assert page.get_by_label(re.compile("naam", re.IGNORECASE)).count() == 0, "the name of the person is not asked"
    page.get_by_label("Wat zie je, wat hoor je?").fill(CONCERN)
    button(page, "Verder")
    heading(page, "Wanneer praten we?")
    assert CONCERN not in page.locator("main dl").inner_text(), "what is sent is told, not repeated"
    button(page, "Meld aan")
    heading(page, "Bedankt dat je dit deelt.")
    found = CODE.search(page.locator(".code").inner_text().replace("\n", ""))
    assert found, "a code of four times four"
    return found[0]


def open_newest(page: Page, house: House) -> str:
    """From the board, which shows a code and no word of the concern, into the newest card; its address."""
    page.goto(f"{house.address}/board")
    heading(page, "Aanmeldingen")
    lane = page.get_by_role("region", name="Nieuw").or_(page.locator(".lane", has_text="Nieuw")).first
    card = lane.get_by_role("link", name=re.compile(r"^A-\w{4,}$")).last
    expect(card).to_be_visible()
    assert "bushokje" not in page.content()
    assert REFERRER not in page.content()
    card.click()
    expect(page.get_by_text(CONCERN)).to_be_visible()
    return page.url.partition("?")[0].partition("#")[0]


def plan_talk(page: Page) -> None:
    """Plan the talk for tomorrow afternoon, and invite by mail."""
    page.get_by_label("Dag van het gesprek").fill((date.today() + timedelta(days=1)).isoformat())  # noqa: DTZ011
    page.get_by_label("Uur").fill("14:30")
    page.get_by_role("radio", name=f"per mail naar {REFERRER}").check()
    button(page, "Plan en nodig uit")
    done(page, "Het gesprek is gepland.")


def note_talk(page: Page) -> None:
    """Write down what the talk brought."""
    page.get_by_label("Wat kwam er in het gesprek naar boven?").fill(NOTES)
    button(page, "Bewaar")
    done(page, "Je notitie is bewaard.")


def propose_role(page: Page, colleague: str) -> None:
    """Lay before the referrer that we take a role, and ask a colleague to take it."""
    page.get_by_role("radio", name=re.compile("^We nemen een rol op|^Wij nemen een rol op")).check()
    choice = page.get_by_label("Bij een rol: aan wie vraag je het?")
    option = choice.locator("option").filter(has_text=colleague)  # his load stands behind the name
    choice.select_option(option.get_attribute("value"))
    page.get_by_role("radio", name="Outreach", exact=True).check()
    page.get_by_label("Wat doet de aanmelder?").fill("stelt ons voor, dinsdag aan de poort")
    page.get_by_label("Wat doen wij?").fill("komen elke week langs")
    page.get_by_role("radio", name=f"per mail naar {REFERRER}").check()
    button(page, "Leg voor aan de aanmelder")
    done(page, "Het ligt voor bij de aanmelder.")


def confirm_by_link(page: Page, path: str, code: str) -> None:
    """The referrer opens the link: nothing is shown before the code fits, and it works once."""
    page.goto(path)
    heading(page, "Je code, alsjeblieft")
    assert "rol" not in page.locator("main").inner_text().casefold().replace("controle", "")
    page.get_by_label("Je code").fill("0000-0000-0000-0000")
    button(page, "Open")
    expect(page.get_by_text("Deze code opent deze link niet")).to_be_visible()
    page.get_by_label("Je code").fill(code.lower().replace("-", " "))
    button(page, "Open")
    heading(page, "Klopt dit voor jou?")
    expect(page.get_by_text("Wij nemen een rol op.")).to_be_visible()
    expect(page.get_by_text("komen elke week langs")).to_be_visible()
    assert NOTES not in page.content(), "the notes of the talk are not for the referrer"
    page.get_by_role("radio", name="Ja, dit klopt").check()
    button(page, "Bevestig")
    heading(page, "Bedankt")
    page.goto(path)
    page.get_by_label("Je code").fill(code)
    button(page, "Open")
    expect(page.get_by_text("Deze code opent deze link niet")).to_be_visible()


def take_role(page: Page, *, nickname: str, deputy: str) -> None:
    """Say yes: the dossier opens under a nickname, with no name of anybody."""
    expect(page.get_by_text(CONCERN)).to_be_visible()
    page.get_by_label("Hoe noem je het dossier?").fill(nickname)
    page.get_by_label("Wie vervangt jou?").select_option(label=deputy)
    page.get_by_role("radio", name="Outreach", exact=True).check()
    button(page, "Ja, open het dossier")
    heading(page, nickname)
