"""Dossiers that changed hands, as the figures tell of them: on each day by who carried them then (COU-04)."""

from datetime import date
from typing import Any

import pytest

from kring.reporting import answering, asking
from kring.reporting.answers import Answer
from kring.reporting.content import Audience
from kring.support.dossier.content import DossierClosed, DossierOpened, Mode
from kring.support.dossier.figures_source import CLOSED, OPENED
from kring.team.testing import Town
from kring.vault import facts
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.primitives import new_key

TODAY = date(2021, 3, 15)


def told(town: Town, *stints: tuple[str, str], closed_on: date | None = None) -> list[Entry]:
    """A dossier of street work that went from one to another: holder and since when."""
    who = [(facts.worker(town.people[name].principal), since) for name, since in stints]
    carried = " ".join(f"{name}@{since}" for name, since in who) if len(who) > 1 else ""
    began = date.fromisoformat(stints[0][1])
    key = new_key()
    opened = DossierOpened("street_work", Mode.HYBRID, began, who[-1][0], carried=carried)
    found = [Entry(OPENED, key, "opened", opened)]
    return [*found, Entry(CLOSED, key, "closed", DossierClosed(closed_on))] if closed_on else found


def caseload(town: Town) -> None:
    """Six dossiers with three holders; on 1 February those of Fatma go to Joris, one later to Samir, a coach."""
    entries = [
        *(one for _ in range(2) for one in told(town, ("noor", "2021-01-04"))),
        *(one for _ in range(2) for one in told(town, ("joris", "2021-01-04"))),
        *told(town, ("fatma", "2021-01-04"), ("joris", "2021-02-01")),
        *told(town, ("fatma", "2021-01-04"), ("joris", "2021-02-01"), ("samir", "2021-03-01")),
        *told(town, ("tom", "2020-12-01"), ("noor", "2021-01-15"), closed_on=date(2021, 1, 20)),
    ]
    with acting("test.facts", by="system") as act:
        facts.write_all(act, entries)


def asked(town: Town, audience: Audience, **said: Any) -> Answer:
    question = asking.understood({"topic": "outreach", **said}, TODAY)
    return answering.answer(town.saar.session, question, audience)


def by_function(town: Town, measure: str, **said: Any) -> dict[str, float | None]:
    answer = asked(town, Audience.INTERNAL, measures=[measure], dimensions=["worker_role"], **said)
    [part] = [one for one in answer.parts if one.dims]
    return {at[0]: number for at, number in part.figure.cells.items() if number}


def test_a_day_is_told_by_who_carried_it_then(town_alone: Town) -> None:
    caseload(town_alone)
    assert by_function(town_alone, "cases_open", on="2021-01-10") == {"street_worker": 6, "street_therapist": 1}
    assert by_function(town_alone, "cases_open", on="2021-02-28") == {"street_worker": 6}
    assert by_function(town_alone, "cases_open", on="2021-03-01") == {"street_worker": 5, "coach": 1}


def test_inflow_is_of_who_took_the_role_and_outflow_of_who_closed(town_alone: Town) -> None:
    caseload(town_alone)
    year: dict[str, Any] = {"from": "2020-12-01", "to": "2021-03-15"}
    assert by_function(town_alone, "cases_new", **year) == {"street_worker": 6, "street_therapist": 1}
    assert by_function(town_alone, "cases_closed", **year) == {"street_worker": 1}
    assert by_function(town_alone, "cases_served", **year) == {"street_worker": 6, "coach": 1}


@pytest.mark.parametrize(
    ("on", "carriers", "shown"), [("2021-01-31", 3, 6), ("2021-02-15", 2, None), ("2021-03-02", 3, 6)]
)
def test_cou_04_is_held_on_each_day_by_who_carried_then(
    town_alone: Town, on: str, carriers: int, shown: int | None
) -> None:
    caseload(town_alone)
    [inside] = asked(town_alone, Audience.INTERNAL, measures=["cases_open"], on=on).parts
    assert (inside.figure.whole, inside.figure.carriers) == (6, carriers)
    [public] = asked(town_alone, Audience.PUBLIC, measures=["cases_open"], on=on).parts
    assert public.figure.whole == shown
