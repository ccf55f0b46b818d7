"""Getting to know somebody: the first contact, an appointment, who stands around."""

from datetime import date, timedelta

from tests.stories import steps
from tests.stories.case.sitting import Sitting

CLIENT_SAYS = "Ik wil gewoon terug voetballen."
AROUND = (
    {"name": "Oma Jeanne", "role": "grootmoeder", "kind": "person", "domain": "family", "ring": "close"},
    {"name": "Kobe", "role": "vriend", "kind": "person", "domain": "leisure", "ring": "regular"},
    {"name": "De Brug", "role": "school", "kind": "organisation", "domain": "school", "ring": "far"},
)
TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  the town's own day


def log_first_contact(who: Sitting, dossier: str) -> None:
    """Quickly, on the phone: how, one sentence, what the client said."""
    who.go(f"log/{dossier}")
    form = who.form("contact")
    who.unfold()
    who.fill(form, kind="street", sentence="Samen op het bankje gezeten.", client_words=CLIENT_SAYS)
    who.look("log")
    who.press(form.locator(".savebar"), "Bewaar")
    steps.heading(who.page, "Bewaard")
    who.look("logged")
    who.go(f"dossiers/{dossier}")
    who.sees(CLIENT_SAYS)
    who.look("dossier")


def agree_on_appointment(who: Sitting, dossier: str) -> None:
    """For tomorrow, at school; it stands on the page of the week."""
    who.go(f"dossiers/{dossier}/appointments")
    form = who.form("appointment")
    who.fill(form, day=TOMORROW, hour="10:00", way="school", place="aan de poort")
    who.press(form, "Maak de afspraak")
    who.sees("aan de poort")
    who.look("appointment")
    who.go("today/week")
    who.sees("Bushalte")
    who.look("week")


def draw_network(who: Sitting, dossier: str) -> None:
    """Three around the client, and drawn together with the client."""
    for one in AROUND:
        who.go(f"dossiers/{dossier}/network/add")
        form = who.form(action="network/add")
        who.fill(form, relation="support", **one)
        who.press(form, "Zet op de kaart")
        who.sees(one["name"])
    who.unfold()
    form = who.form(action="network/drawn")
    who.fill(form, words="Kobe weet alles.")
    who.press(form, "Samen getekend")
    who.sees("Kobe weet alles.")
    who.look("network")
