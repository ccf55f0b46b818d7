"""The town in which the table of need to know is tried: every part holds a word of its own, and everybody looks.

What does not live here: who may see what (need_to_know_table.py), and planting what each step of the work brings
(need_to_know_steps.py, need_to_know_contacts.py, need_to_know_case.py, need_to_know_referrals.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.test import Client
from django.urls import reverse

from kring.reporting import actions as reporting
from kring.support.dossier.content import DossierOpened, Mode
from kring.support.dossier.figures_source import OPENED
from kring.support.intake.models import Referral
from kring.team.testing import PEOPLE, Town
from kring.vault import facts
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.primitives import new_key
from tests.stories.browsing import Answer, Browser, Inside
from tests.stories.need_to_know_case import case
from tests.stories.need_to_know_concerns import concerned
from tests.stories.need_to_know_contacts import contacts
from tests.stories.need_to_know_exchange import exchanged
from tests.stories.need_to_know_person import requested
from tests.stories.need_to_know_pot import applied, paid
from tests.stories.need_to_know_privacy import privacy
from tests.stories.need_to_know_referrals import planted_arrived, planted_moment, planted_talked, planted_together
from tests.stories.need_to_know_reporting import composed
from tests.stories.need_to_know_steps import (
    planted_dossier,
    planted_kept,
    planted_network,
    planted_onward,
    planted_plan,
    planted_table,
)
from tests.stories.need_to_know_table import WAYS, Cell
from tests.stories.need_to_know_told import agreed, briefing, told
from tests.stories.need_to_know_ways import FROZEN, NOBODY, Request, Thing, figures, get, lists, original, searches

COUNTED = {"noor": 50, "joris": 41, "fatma": 35, "samir": 40, "eline": 34, "tom": 41, "lotte": 35}
PUBLIC, INTERNAL, DRAFT, LATER = ">276<", ">74<", ">285<", 9


@dataclass
class Planted:
    """The town with everything in it."""

    town: Town
    things: dict[str, Thing]

    def browser(self, who: str) -> Browser:
        return Inside(Client(headers={"accept-language": "nl"}) if who == NOBODY else self.town.people[who].client)

    def arrive(self) -> None:
        """A fresh referral by mail for whoever looks next: the first look files it."""
        self.things["arrived"] = planted_arrived()


def plant(town: Town) -> Planted:
    """Three dossiers, three referrals, and figures."""
    things = {
        "robin": planted_dossier(town, town.noor, town.joris, along=town.fatma),
        "kim": planted_dossier(town, town.nele, town.eline, circle="samen"),
        "sam": planted_dossier(town, town.noor, town.joris, closed=True),
        "network": planted_network(town),
        "in talk": planted_talked(town, outcome=Referral.Outcome.BETTER_PLACED, confirmed=False),
        "put together": planted_together(town),
        "forgotten": planted_talked(town, outcome=Referral.Outcome.TALK_ENOUGH, confirmed=True),
        "moment": planted_moment(town),
        "plan": planted_plan(town),
        "kept": planted_kept(town),
        "council": _council(town),
        "composed": composed(town),
        "applied": applied(town),
        "paid": paid(town),
        "table": planted_table(town),
        "onward": planted_onward(town),
        "case": case(town),
        "asked": requested(town),
        "agreed": agreed(town),
        "told": told(town),
        "briefing": briefing(town),
        **contacts(town),
        **privacy(town),
        "concern": concerned(town),
        **exchanged(town),
    }
    return Planted(town, things)


def look(planted: Planted, who: str, browser: Browser) -> Iterator[tuple[Cell, bool]]:
    """Ask everything as somebody; every cell with whether the word of that part was shown."""
    kept: dict[Request, Answer] = {}
    planted.arrive()
    for name, thing in planted.things.items():
        for way in WAYS:
            shown = ""
            for request in thing.ways.get(way, []):
                if request not in kept:
                    method, path, fields = request
                    kept[request] = browser.ask(method, path, dict(fields))
                shown += kept[request].text
            for part, planted_word in thing.words.items():
                yield (name, part, who, way), planted_word in shown


def _council(town: Town) -> Thing:
    counted = [_opened(town, who, date(2019, 5, 1)) for who, number in COUNTED.items() for _ in range(number)]
    later = [_opened(town, "noor", date(2020, 6, 1)) for _ in range(LATER)]
    with acting("test.facts", by="system") as act:
        facts.write_all(act, [*counted, *later])
    reporting.freeze(town.saar.session, FROZEN)
    told = {"public": PUBLIC, "internal": INTERNAL, "draft": DRAFT, "facts": facts.worker(town.noor.principal)}
    ways = {"page": [get(reverse("reporting:freeze"))], "list": lists(), "search": searches(["276"])}
    return Thing("", told, [], {**ways, "figures": figures(), "file": [get(original("facts"))]})


def _opened(town: Town, who: str, on: date) -> Entry:
    content = DossierOpened(PEOPLE[who][2], Mode.HYBRID, on, facts.worker(town.people[who].principal))
    return Entry(OPENED, new_key(), "opened", content)
