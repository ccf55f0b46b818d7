"""What the harness must know of a site to walk its journeys; plain.py and product.py fill it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from benchmarks.postgres import Cluster
from benchmarks.visitor import Answer, Ask, Visitor

TEXT = (
    "Komt sinds januari bijna niet meer naar de les en zit op de speelplaats vaak alleen op de bank achteraan. "
    "Wil met niemand van school praten, ook niet met de leerkracht bij wie het vorig jaar wel lukte. "
    "Thuis is er veel veranderd na de verhuis en er is geen geld meer voor de sportclub waar alle vrienden zitten. "
    "Kan iemand van jullie eens meekijken hoe we opnieuw een band kunnen leggen, liefst nog deze maand?"
)[:400].ljust(400, ".")


NOTE, NOTES = TEXT[:200], 200
"""What one writes down after a talk, and how many of them the dossier has that is opened."""


@dataclass(frozen=True)
class Place:
    """Where one measurement lives: folder for the database file, engine, size of the town."""

    folder: Path
    dossiers: int = 276
    cluster: Cluster | None = None

    @property
    def engine(self) -> str:
        return "postgresql" if self.cluster else "sqlite"

    def database(self, site: str) -> str:
        """The address of a new database of its own for a site; empty on SQLite, whose file lies in the folder."""
        return self.cluster.database(f"{site}_{self.folder.name}_{self.dossiers}") if self.cluster else ""


@dataclass(frozen=True)
class Person:
    """Who signs in, and what the list of that person holds."""

    name: str
    password: str = field(repr=False)
    number: str = ""
    label: str = ""


def fill(site: "Site", visitor: Visitor) -> None:
    """Write notes until the opened dossier has as many as it should, one a day back in time."""
    for days in range(NOTES - site.rows(visitor.send(site.dossier(visitor)))):
        visitor.send(site.earlier(visitor, days))


class Site(Protocol):
    """One of the two sites: how it starts and what each journey asks of it."""

    name: str
    application: str
    settings: str
    environ: Mapping[str, str]
    first_page: str

    def make(self) -> None:
        """Migrate and fill the town."""

    def sign_in_form(self, visitor: Visitor) -> Ask: ...
    def signed_in(self, answer: Answer) -> bool: ...
    def meet_worker(self, visitor: Visitor) -> None:
        """Look up once what the later journeys need: a number and a name in the worker's own list."""

    def referral(self, visitor: Visitor) -> Ask:
        """J1: the one post that stores a referral of 400 characters; earlier steps are walked here, unmeasured."""

    def caseload(self, visitor: Visitor) -> Ask:
        """J2."""

    def today(self, visitor: Visitor) -> Ask:
        """J2b: the page the day begins with; the floor has none, so its caseload stands beside it."""

    def find(self, visitor: Visitor) -> Ask:
        """J5a: by number and by exact name in turn."""

    def dossier(self, visitor: Visitor) -> Ask:
        """J3: one dossier with two hundred notes, all of them."""

    def newest(self, visitor: Visitor) -> Ask:
        """J3b: the same as it opens by itself; the floor shows all of them."""

    def contact(self, visitor: Visitor) -> Ask:
        """J4: the one post that stores a note of two hundred characters; in another dossier than is opened."""

    def earlier(self, visitor: Visitor, days: int) -> Ask:
        """The same in the dossier that is opened, about so many days ago where the site asks which day it was."""

    def pages(self, visitor: Visitor) -> Mapping[str, Ask]:
        """Further pages of a working day, by name; the floor has none."""

    def rows(self, answer: Answer) -> int:
        """How many dossiers a list shows: the proof that both sites did the same work."""

    def import_mail(self, folder: Path) -> list[str]:
        """J7: the command after `python -m`."""

    def referrals(self) -> int:
        """Referrals stored now."""
