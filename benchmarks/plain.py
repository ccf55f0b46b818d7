"""The floor as a site: how it is made, started and asked."""

import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.processes import run_command
from benchmarks.sites import NOTE, TEXT, Person, Place, fill
from benchmarks.visitor import Answer, Ask, RefusedByServer, Visitor, get

SETTINGS = "benchmarks.floor.settings"
ROW = re.compile(rb'<div class="who"><span class="av s"|<p class="words">')
FIRST = re.compile(r'/dossiers/(K-\w+)/">(\w+) ')


class Floor:
    """The plain Django project of `benchmarks/floor/`."""

    name = "floor"
    application = "benchmarks.floor.wsgi:application"
    settings = SETTINGS
    first_page = "/login/"

    def __init__(self, place: Place) -> None:
        self.place = place
        self.environ: Mapping[str, str] = {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "FLOOR_FOLDER": str(place.folder),
            "FLOOR_DATABASE": place.database("floor"),
        }
        self.worker = Person("noor", "a plain floor")
        self._asked = 0

    def make(self, listed: int = 40) -> None:
        """Migrate and fill the town; `listed` dossiers stand in the worker's list, nine of them joined."""
        self.place.folder.mkdir(parents=True, exist_ok=True)
        self._run("migrate", "-v0")
        town = ["--dossiers", str(self.place.dossiers), "--password", self.worker.password]
        self._run("make_town", *town, "--held", str(max(0, listed - 9)), "--joined", str(min(9, listed)))

    def sign_in_form(self, visitor: Visitor) -> Ask:
        token = get(visitor, self.first_page).token
        person = self.worker
        fields = [("csrfmiddlewaretoken", token), ("username", person.name), ("password", person.password)]
        return Ask(self.first_page, fields)

    def signed_in(self, answer: Answer) -> bool:
        return answer.status == 302

    def meet_worker(self, visitor: Visitor) -> None:
        page = get(visitor, "/dossiers/")
        found = dict(FIRST.findall(page.text))
        once = [number for number, name in found.items() if list(found.values()).count(name) == 1]
        if not once:
            raise RefusedByServer("the floor's list shows no dossier with a name of its own")
        number, self._other = sorted(once)[:2]
        label = found[number]
        self.worker = Person(self.worker.name, self.worker.password, number, label)
        self._token = page.token
        fill(self, visitor)

    def referral(self, visitor: Visitor) -> Ask:
        visitor.move()
        token = get(visitor, "/refer/").token
        fields = [
            ("csrfmiddlewaretoken", token),
            ("referrer_kind", "school"),
            ("referrer_name", "Katrien Smets"),
            ("organisation", "Basisschool De Brug"),
            ("phone", "015 00 00 00"),
            ("email", "katrien@school.example"),
            ("text", TEXT),
            ("tried", "Twee gesprekken met de klasleerkracht."),
            ("urgency", "weeks"),
            ("age_group", "17"),
            ("domains", "school"),
            ("domains", "network"),
            ("client_knows", "no"),
        ]
        return Ask("/refer/", fields)

    def caseload(self, visitor: Visitor) -> Ask:
        return Ask("/dossiers/")

    def today(self, visitor: Visitor) -> Ask:
        return self.caseload(visitor)

    def find(self, visitor: Visitor) -> Ask:
        self._asked += 1
        words = self.worker.number if self._asked % 2 else self.worker.label
        return Ask("/dossiers/", [("csrfmiddlewaretoken", self._token), ("words", words)])

    def dossier(self, visitor: Visitor) -> Ask:
        return Ask(f"/dossiers/{self.worker.number}/")

    def newest(self, visitor: Visitor) -> Ask:
        return self.dossier(visitor)

    def contact(self, visitor: Visitor) -> Ask:
        return self._note(self._other)

    def earlier(self, visitor: Visitor, days: int) -> Ask:
        return self._note(self.worker.number)

    def _note(self, number: str) -> Ask:
        fields = [("csrfmiddlewaretoken", self._token), ("sentence", NOTE)]
        return Ask(f"/dossiers/{number}/note/", fields)

    def pages(self, visitor: Visitor) -> Mapping[str, Ask]:
        return {}

    def rows(self, answer: Answer) -> int:
        return len(ROW.findall(answer.body))

    def import_mail(self, folder: Path) -> list[str]:
        return ["django", "import_mail", str(folder)]

    def referrals(self) -> int:
        code = "from benchmarks.floor.cases.models import Referral; print(Referral.objects.count())"
        return int(self._run("shell", "-v0", "-c", code))

    def _run(self, *command: str) -> str:
        return run_command(["django", *command], self.environ).output
