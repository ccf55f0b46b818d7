"""The consultation: prepared, a guest invited by mail who answers, and what is agreed aloud."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.stories import steps
from tests.stories.case.sitting import Sitting

GUEST, MAIL = "Els Lens", "els.lens@school.example"
LINE = "Robin komt liefst na de middag."
NOT_FOR_GUESTS = "Yusuf om 16.25 uur laten gaan."
AGREED = "De Brug houdt een lokaal vrij."
IN_TWO_WEEKS = (date.today() + timedelta(days=14)).isoformat()  # noqa: DTZ011  the town's own day


def prepare(who: Sitting, dossier: str) -> str:
    """Moment, agenda, own notes, one guest by name with one line; the code one tells her."""
    who.go(f"dossiers/{dossier}/consultations")
    form = who.page.locator("main form").last
    who.fill(form, day=IN_TWO_WEEKS, hour="16:00", place="Huis van de Wijk")
    who.press(form, "Bereid het voor")
    here = who.page.url.partition("?")[0]
    form = who.form("table_item")
    who.fill(form, title="School: hele dagen volhouden", minutes="20", domain="school")
    who.press(form, "Zet op de agenda")
    form = who.form("table_notes")
    who.fill(form, text=NOT_FOR_GUESTS)
    who.press(form, "Bewaar")
    who.unfold()
    form = who.form("table_seat")
    who.fill(form, name=GUEST, function="leerlingbegeleider", organisation="De Brug", kind="school", email=MAIL)
    who.press(form, "Zet aan tafel")
    who.look("preparation")
    who.go(here)
    with who.page.expect_navigation():
        who.page.get_by_role("link", name=GUEST).click()
    form = who.form("table_lines")
    who.fill(form, typed=LINE, by_link="link", agreed_for="De school mag weten wat we afspraken.")
    form.locator("[name=checklist]").evaluate_all("them => them.forEach(one => { one.checked = true; })")
    form.locator("[name=informed]").check(force=True)
    who.press(form, "Geef deze regels")
    who.sees(LINE)
    code = who.page.locator(".code").inner_text().strip()
    who.look("seat")
    who.go(here)
    return code


def answer_as_guest(guest: Sitting, link: str, code: str) -> None:
    """The guest gives the code, reads her line and nothing else, and comes."""
    guest.go(link)
    guest.look("guest-code")
    assert LINE not in guest.page.content()
    guest.page.locator("input[name=code]").fill(code)
    steps.button(guest.page, "Open")
    guest.sees(LINE)
    assert "Yusuf" not in guest.page.locator("main").inner_text()
    guest.look("guest")
    guest.page.locator("input[name=answer][value=yes]").check(force=True)
    steps.button(guest.page, "Verstuur")
    expect(guest.page.locator("main h1")).to_contain_text("Bedankt")
    guest.look("guest-thanks")


def hold(who: Sitting, here: str) -> None:
    """On the shared screen one agreement becomes an action; then it was held."""
    who.go(here)
    who.sees("komt")
    who.go(f"{here}/table")
    form = who.form("table_agreement")
    who.fill(form, what=AGREED, by_when=IN_TWO_WEEKS)
    form.locator("label", has_text=GUEST).locator("input").check(force=True)
    who.press(form, "Maak er een actie van")
    who.sees(AGREED)
    assert "Yusuf" not in who.page.content(), "one's own notes never stand on the shared screen"
    who.look("table-screen")
    who.go(here)
    form = who.form(action="/hold")
    who.fill(form, client="yes", result="agreed")
    who.press(form, "Het ging door")
    who.sees(AGREED)
    who.look("held")
