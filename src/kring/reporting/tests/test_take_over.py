"""The first day of a town: 276 pasted lines with 20 mistakes in them. All named, none lost, every count proved.

The seven outreachers paste what they carry, through the page; the mistakes are mended there. Then the council's figure
counts every case on its old start date.
"""

import html
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from kring.reporting import actions, queries
from kring.reporting.content import Audience
from kring.support.dossier.models import Dossier
from kring.support.dossier.takeover.models import TakeOver
from kring.team.testing import PEOPLE, Town, found_town
from kring.vault.rows import concrete

ON = date(2021, 3, 1)
CARRIED = {"noor": 50, "joris": 41, "fatma": 35, "samir": 40, "eline": 34, "tom": 41, "lotte": 35}
DEPUTY = {"noor": "Joris", "joris": "Noor", "fatma": "Noor", "samir": "Eline", "eline": "Samir"}
NAMES = {"street_work": "straathoekwerk", "identity_coaching": "PiM", "street_therapy": "Urban Therapy"}
MISTAKES = (
    *((0, ""), (0, "?"), (0, "Robin 85.07.30-033.28"), (0, "x" * 60)),
    *((1, ""), (1, "30/02/2020"), (1, "13/13/2019"), (1, "2/3/2031"), (1, "vorig jaar"), (1, "1/1/1900")),
    *((2, "voetbal"), (2, "burenbemiddeling"), (2, "SAMEN"), (3, "soms"), (3, "later eens")),
    *((4, "nu en dan"), (4, "999"), (5, "Piet"), (5, "Greet Aerts"), (5, "@zelf")),
)
"""Column and what stands in it: twenty, no two alike."""
STEM = "Zeldzaamlabel"


@pytest.fixture
def town(db: None) -> Town:
    """The people alone: no dossier was opened yet."""
    return found_town()


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def sheet(who: str, dice: random.Random) -> list[list[str]]:
    """What one colleague has in a spreadsheet."""
    programme = NAMES.get(PEOPLE[who][2], "ViDA")
    deputy = DEPUTY.get(who, "Lotte" if who == "tom" else "Tom")
    rows = []
    for number in range(CARRIED[who]):
        day = ON - timedelta(days=1 + dice.randrange(900))
        row = [f"{STEM} {who[0].upper()}{number}", f"{day:%d/%m/%Y}", programme, "hybride", "elke 2 weken", deputy]
        rows.append(row)
    return rows


def spoiled(rows: list[list[str]], mistakes: list[tuple[int, str]], who: str, dice: random.Random) -> list[int]:
    """Put the mistakes in; the numbers of their lines."""
    at = dice.sample(range(len(rows)), len(mistakes))
    for line, (column, text) in zip(at, mistakes, strict=True):
        rows[line] = list(rows[line])
        rows[line][column] = PEOPLE[who][0] if text == "@zelf" else text
    return [line + 1 for line in at]


def page(browser: Client, fields: dict[str, Any]) -> str:
    answer = browser.post("/take-over", fields)
    assert answer.status_code == 200
    return answer.content.decode()


def hidden(text: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    return html.unescape(found[1]) if found else ""


def to_mend(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of the lines that are named with a field to mend them."""
    for number, line in re.findall(r'name="line-(\d+)"[^>]*>([^<]*)</textarea>', text):
        yield int(number), html.unescape(line)


def test_276_lines_with_20_mistakes(town: Town) -> None:
    dice = random.Random(276)
    left = list(MISTAKES)
    dice.shuffle(left)
    share = dict(zip(CARRIED, (3, 3, 3, 3, 3, 3, 2), strict=True))
    for who, all_of_them in CARRIED.items():
        whole = sheet(who, dice)
        rows, mistakes = list(whole), [left.pop() for _ in range(share[who])]
        planted = spoiled(rows, mistakes, who, dice)
        browser = town.people[who].client
        pasted = "\n".join("\t".join(row) for row in rows)

        looked = page(browser, {"once": "a", "text": pasted, "look": "1"})
        assert Dossier.objects.filter(holder=town.people[who].principal).count() == 0, "looking opens nothing"
        assert sorted(number for number, _line in to_mend(looked)) == sorted(planted), who

        fields = {name: hidden(looked, name) for name in ("once", "kept")}
        fields |= {f"line-{number}": line for number, line in to_mend(looked)}
        opened = page(browser, fields | {"open": "1"})
        still = dict(to_mend(opened))
        assert sorted(still) == sorted(planted), "what was refused stays to be mended"
        for number, (column, text) in zip(planted, mistakes, strict=True):
            if text != "@zelf":
                assert text in still[number], (column, text)

        mended = {f"line-{number}": ";".join(whole[number - 1]) for number in planted}
        page(browser, mended | {"once": hidden(opened, "once"), "open": "1"})
        again = page(browser, {"once": "c", "text": "\n".join("\t".join(row) for row in whole), "open": "1"})
        assert f"{all_of_them} lijnen = 0 geopend + {all_of_them} al aanwezig + 0 te herstellen" in again

        rounds = [row.verified() for row in TakeOver.objects.filter(person=town.people[who].principal).order_by("at")]
        counts = [(row.pasted, row.opened, row.there, row.refused) for row in rounds]
        wrong = share[who]
        assert counts == [
            (all_of_them, all_of_them - wrong, 0, wrong),
            (wrong, wrong, 0, 0),
            (all_of_them, 0, all_of_them, 0),
        ]
    assert not left
    assert Dossier.objects.count() == 276

    answer = actions.freeze(town.saar.session, ON)
    figures = queries.figures(town.saar.session, answer, Audience.INTERNAL)
    assert figures.total == 276
    by_programme = {one.code: one.cases for one in figures.programmes}
    assert by_programme == {
        "street_work": 126,
        "identity_coaching": 74,
        "street_therapy": 41,
        "early_intervention": 35,
        "youth_reconnect": 0,
    }
    middle = ON - timedelta(days=450)
    earlier = queries.figures(town.saar.session, actions.freeze(town.saar.session, middle), Audience.INTERNAL)
    assert earlier.total == Dossier.objects.filter(opened_on__lte=middle).count(), "the old start date counts"


def test_the_source_is_kept_nowhere(town: Town) -> None:
    line = f"{STEM} N1\t1/5/2019\tstraathoekwerk\thybride\t14\tJoris"
    browser = town.noor.client
    text = page(browser, {"once": "a", "text": f"{line}\n{STEM} wrong", "look": "1"})
    page(browser, {"once": "b", "kept": hidden(text, "kept"), "open": "1"})
    for table in concrete():
        for row in table.objects.all():
            kept = [getattr(row, field.attname) for field in table._meta.concrete_fields]
            as_bytes = [bytes(one) for one in kept if isinstance(one, (bytes, memoryview))]
            assert STEM not in " ".join(map(str, kept)), table
            assert all(STEM.encode() not in one for one in as_bytes), table
