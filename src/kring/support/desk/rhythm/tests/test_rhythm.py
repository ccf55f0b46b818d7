"""A rhythm agreed with the client: from that day on, or none, which is a full choice; nobody's choice is lost."""

from datetime import timedelta
from typing import Any

import pytest

from kring.support.dossier.content import SummaryContent
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def summary(town: Town, dossier: str) -> SummaryContent:
    return opening(town.noor.session, dossier, act="test").summary


@pytest.mark.parametrize(
    ("sent", "days"),
    [({"often": "14"}, 14), ({"often": "other", "days": "10"}, 10), ({"often": "none"}, None)],
)
def test_it_is_agreed_from_today_on(town: Town, sent: dict[str, str], days: int | None) -> None:
    dossier = a_dossier(town, rhythm_days=7).dossier.id
    answer = town.noor.client.post(f"/dossiers/{dossier}/rhythm", {"seen": "1", **sent})
    assert answer["Location"] == f"/dossiers/{dossier}"
    found = summary(town, dossier)
    assert found.rhythm_days == days
    assert found.rhythm_from == (ON if days else None)


def test_no_rhythm_takes_a_case_out_of_the_quiet_ones(town: Town) -> None:
    dossier = a_dossier(town, label="Elias T.", rhythm_days=7, last_contact_on=ON - timedelta(days=31)).dossier.id
    browser = town.noor.client
    assert 'class="quiet-n"' in browser.get("/today").content.decode()
    browser.post(f"/dossiers/{dossier}/rhythm", {"seen": "1", "often": "none"})
    assert 'class="quiet-n"' not in browser.get("/today").content.decode()


def test_two_who_agree_at_once_both_see_it(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    path = f"/dossiers/{dossier}/rhythm"
    assert town.noor.client.post(path, {"seen": "1", "often": "7"}).status_code == 302
    late = town.joris.client.post(path, {"seen": "1", "often": "28"})
    assert late.status_code == 409
    text = late.content.decode()
    assert "elke week" in text
    assert summary(town, dossier).rhythm_days == 7


@pytest.mark.parametrize("sent", [{"often": "other"}, {"often": "other", "days": "0"}, {"often": ""}])
def test_what_is_not_whole_comes_back(town: Town, sent: dict[str, str]) -> None:
    dossier = a_dossier(town).dossier.id
    assert town.noor.client.post(f"/dossiers/{dossier}/rhythm", {"seen": "1", **sent}).status_code == 200
    assert summary(town, dossier).rhythm_days is None


def test_who_has_no_key_finds_no_page(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    for who in ("fatma", "greet", "ann"):
        assert town.people[who].client.get(f"/dossiers/{dossier}/rhythm").status_code == 404
