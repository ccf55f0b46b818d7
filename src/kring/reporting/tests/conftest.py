"""The town of 1 March 2021 as facts alone: 276 open dossiers over 7 outreachers, and some that do not count."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import override_settings

from kring.reporting.tests.asking_by_code import House
from kring.reporting.tests.invented import invented, tell
from kring.support.dossier.content import DossierClosed, DossierOpened, Mode
from kring.support.dossier.figures_source import CLOSED, OPENED
from kring.team.testing import PEOPLE, Town, found_town
from kring.vault import facts
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.primitives import Key, new_key

ON = date(2021, 3, 1)
CARRIED = {"noor": 50, "joris": 41, "fatma": 35, "samir": 40, "eline": 34, "tom": 41, "lotte": 35}
"""Open dossiers by holder: street corner work 126, coaching 74, street therapist 41, early intervention 35."""


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with override_settings(KRING_STRETCH=(1, 1024), KRING_TODAY=date(2021, 3, 15)):
        yield


def opened(town: Town, key: Key, holder: str, on: date) -> Entry:
    """The fact that somebody opened a dossier."""
    worker = facts.worker(town.people[holder].principal)
    return Entry(OPENED, key, "opened", DossierOpened(PEOPLE[holder][2], Mode.HYBRID, on, worker))


def closed(key: Key, on: date) -> Entry:
    """The fact that a dossier was closed."""
    return Entry(CLOSED, key, "closed", DossierClosed(on))


def recipe(town: Town) -> list[Entry]:
    """Facts of the open ones, of closed ones, and of those that come later."""
    dice = random.Random(20210301)
    found = []
    for holder, carried in CARRIED.items():
        for _ in range(carried):
            key = new_key()
            found.append(opened(town, key, holder, ON - timedelta(dice.randrange(900))))
            if dice.random() < 0.1:
                found.append(closed(key, ON + timedelta(1 + dice.randrange(9))))
        for _ in range(5):
            key = new_key()
            found += [opened(town, key, holder, ON - timedelta(400)), closed(key, ON - timedelta(dice.randrange(300)))]
        found.append(opened(town, new_key(), holder, ON + timedelta(1)))
    return found


@pytest.fixture
def town_alone(db: None) -> Town:
    """The people, before anything happened."""
    return found_town()


@pytest.fixture
def town(db: None) -> Town:
    """The people, and the facts of their dossiers."""
    made = found_town()
    with acting("test.facts", by="system") as act:
        facts.write_all(act, recipe(made))
    return made


@pytest.fixture
def house(town_alone: Town) -> House:
    """A town of which questions are asked by their code."""
    made = invented()
    with acting("test.invented", by="system") as act:
        tell(act, town_alone, made)
    return House(town_alone, made)
