"""Kring as a site: how its town is made, started and asked. The only module here that knows its addresses.

TODO(when /my-dossiers, /refer and the town command are in the product): `ready` then says yes by itself
as soon as the named modules exist; until then the harness measures the floor against itself.
"""

import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import run_command
from benchmarks.sites import Person, Place
from benchmarks.visitor import Answer, Ask, Visitor

SETTINGS = "kring.site.settings"
WORKER = "Noor Claes"
NEEDED = ("kring.support.desk.views", "kring.support.intake.views", "kring.team.views")
ROW = re.compile(rb'<div class="who"><span class="av s"')


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

    def __init__(self, place: Place, *, kept: Path | None = None) -> None:
        self.place = place
        self.environ: Mapping[str, str] = {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "KRING_DATA": str(place.folder),
            "KRING_DATABASE": place.cluster.database(f"kring_{place.dossiers}") if place.cluster else "",
        }
        self.kept = kept
        self.worker = Person("", "")

    def make(self) -> None:
        """Migrate and make the town, once for a folder that is kept."""
        raise NotImplementedError

    def read_personas(self) -> list[dict[str, str]]:
        listed: list[dict[str, str]] = json.loads((self.place.folder / "personas.json").read_text())
        return listed

    def sign_in_form(self, visitor: Visitor) -> Ask:
        raise NotImplementedError

    def signed_in(self, answer: Answer) -> bool:
        return answer.status in (302, 303)

    def meet_worker(self, visitor: Visitor) -> None:
        raise NotImplementedError

    def referral(self, visitor: Visitor) -> Ask:
        raise NotImplementedError

    def caseload(self, visitor: Visitor) -> Ask:
        raise NotImplementedError

    def find(self, visitor: Visitor) -> Ask:
        raise NotImplementedError

    def rows(self, answer: Answer) -> int:
        return len(ROW.findall(answer.body))

    def import_mail(self, folder: Path) -> list[str]:
        return ["kring", "import_mail", str(folder)]

    def referrals(self) -> int:
        raise NotImplementedError

    def _run(self, *command: str) -> str:
        return run_command(["kring", *command], self.environ).output
