"""Kring as a site: how its town is made, started and asked. The only module here that knows its addresses."""

import json
import re
import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import run_command
from benchmarks.sites import NOTE, TEXT, Person, Place, fill
from benchmarks.visitor import Answer, Ask, RefusedByServer, Visitor, get

SETTINGS = "kring.site.settings"
WORKER = "Noor Claes"
NEEDED = ("kring.support.desk.views", "kring.support.intake.views", "kring.team.views")
CASELOAD = "/dossiers"
TWO = 2
"""Dossiers: one is opened, in another a contact is added."""
CASE = re.compile(r'<a href="/dossiers/([^"]+)">([^<]+)</a><small>(K-\w+)</small>')
OF_A_DAY = (
    "log",
    "today/week",
    "board",
    "agenda",
    "notes",
    "team/services",
    "handovers",
    "keys",
    "away",
    "back",
    "words",
)
OF_A_DOSSIER = (
    "network",
    "consultations",
    "plan",
    "plan/client",
    "follow-up",
    "linkages",
    "closing",
    "appointments",
    "attachments",
    "rhythm",
)
"""Further pages of a day, and of a dossier, by their addresses."""
DAY = re.compile(r'name="day" value="([\d-]+)"')
ROW = re.compile(rb'<div class="who">\s*<span class="av s"|<p class="words">')


def ready() -> bool:
    """Whether the product has the pages that the journeys walk through."""
    try:
        return all(find_spec(module) for module in NEEDED)
    except ModuleNotFoundError:
        return False


class Kring:
    """The product, with a town in a folder of its own."""

    name = "kring"
    application = "kring.site.wsgi:application"
    settings = SETTINGS
    first_page = "/sign-in"

    def __init__(self, place: Place) -> None:
        self.place = place
        self.environ: Mapping[str, str] = {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "KRING_DATA": str(place.folder),
            "KRING_DATABASE": place.database("kring"),
        }
        self.worker = Person("", "")
        self._asked = 0

    def make(self) -> None:
        """Migrate and make the town, once a folder."""
        self.place.folder.mkdir(parents=True, exist_ok=True)
        if not (self.place.folder / "personas.json").exists():
            self._run("migrate", "-v0")
            self._run("make_town", "--dossiers", str(self.place.dossiers))
        listed: list[dict[str, str]] = json.loads((self.place.folder / "personas.json").read_text())
        [worker] = [one for one in listed if one["name"] == WORKER]
        self.worker = Person(worker["sign_in"], worker["password"])

    def sign_in_form(self, visitor: Visitor) -> Ask:
        token = get(visitor, self.first_page).token
        fields = [
            ("csrfmiddlewaretoken", token),
            ("sign_in", self.worker.name),
            ("password", self.worker.password),
        ]
        return Ask(self.first_page, fields)

    def signed_in(self, answer: Answer) -> bool:
        return answer.status in (302, 303)

    def meet_worker(self, visitor: Visitor) -> None:
        page = get(visitor, CASELOAD)
        cases = sorted((number, label, case) for case, label, number in CASE.findall(page.text))
        if len(cases) < TWO:
            raise RefusedByServer("the product's list shows no dossier")
        (number, label, self._case), (*_, self._other) = cases[:TWO]
        self.worker = Person(self.worker.name, self.worker.password, number, label)
        self._token = page.token
        [self._day] = DAY.findall(get(visitor, f"/log/{self._case}").text)
        fill(self, visitor)

    def referral(self, visitor: Visitor) -> Ask:
        visitor.move()
        page = get(visitor, "/aanmelden")
        fields = [
            ("csrfmiddlewaretoken", page.token),
            ("submission", secrets.token_urlsafe(16)),
            ("kind", "school"),
            ("name", "Katrien Smets"),
            ("organisation", "Basisschool De Brug"),
            ("phone", "015 00 00 00"),
            ("email", "katrien@school.example"),
            ("concern", TEXT),
            ("tried", "Twee gesprekken met de klasleerkracht."),
            ("urgency", "this_week"),
            ("age_band", "12_17"),
            ("domains", "school"),
            ("domains", "network"),
            ("informed", "not_yet"),
        ]
        return Ask("/aanmelden/bedankt", fields)

    def caseload(self, visitor: Visitor) -> Ask:
        return Ask(CASELOAD)

    def today(self, visitor: Visitor) -> Ask:
        return Ask("/today")

    def find(self, visitor: Visitor) -> Ask:
        self._asked += 1
        words = self.worker.number if self._asked % 2 else self.worker.label
        return Ask(CASELOAD, [("csrfmiddlewaretoken", self._token), ("words", words)])

    def dossier(self, visitor: Visitor) -> Ask:
        return Ask(f"/dossiers/{self._case}?show=contacts&whole=1")

    def newest(self, visitor: Visitor) -> Ask:
        return Ask(f"/dossiers/{self._case}")

    def contact(self, visitor: Visitor) -> Ask:
        return self._note(self._other, [])

    def earlier(self, visitor: Visitor, days: int) -> Ask:
        on = date.fromisoformat(self._day) - timedelta(days=days + 1)
        return self._note(self._case, [("day", on.isoformat()), ("time", "14:30")])

    def _note(self, case: str, when: list[tuple[str, str]]) -> Ask:
        fields = [
            ("csrfmiddlewaretoken", self._token),
            ("who", case),
            ("kind", "street"),
            ("made", "yes"),
            ("sentence", NOTE),
            ("once", secrets.token_urlsafe(16)),
            *when,
        ]
        return Ask(f"/log/{case}", fields)

    def pages(self, visitor: Visitor) -> Mapping[str, Ask]:
        inside = {name: Ask(f"/dossiers/{self._other}/{name}") for name in OF_A_DOSSIER}
        return {"log of one": Ask(f"/log/{self._other}")} | {name: Ask(f"/{name}") for name in OF_A_DAY} | inside

    def rows(self, answer: Answer) -> int:
        return len(ROW.findall(answer.body))

    def import_mail(self, folder: Path) -> list[str]:
        return ["kring", "import_mail", str(folder)]

    def referrals(self) -> int:
        code = "from kring.support.intake.models import Referral; print(Referral.objects.count())"
        return int(self._run("shell", "-v0", "-c", code))

    def _run(self, *command: str) -> str:
        return run_command(["kring", *command], self.environ).output
