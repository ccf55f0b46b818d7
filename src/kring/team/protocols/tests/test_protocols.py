"""Protocols with other bodies: two offices keep them in versions, everybody reads them, a term and an end (GDP-13)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.team.protocols import queries
from kring.team.protocols.models import SharingProtocol
from kring.team.protocols.testing import CAW, a_protocol, said
from kring.team.testing import PEOPLE, Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db
PAGE = "/team/protocols"
ON = date(2021, 3, 1)
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def sent(**other: Any) -> dict[str, Any]:
    return {
        "parties": CAW,
        "purpose": "Samen hulp bieden.",
        "categories": "Afspraken",
        "document": "P-7",
        "published": "Webstek van de stad",
        "from_on": "2021-01-01",
        "until_on": "2022-12-31",
        "ended_on": "",
        "seen": 0,
        "protocol": new_id(),
        "once": new_id(),
        **other,
    }


def read(town: Town, who: str = "noor", path: str = PAGE) -> str:
    return " ".join(strip_tags(town.people[who].client.get(path).content.decode()).split())


@pytest.mark.parametrize("who", ["hilde", "greet"])
def test_gdp_13_the_privacy_officer_and_the_head_of_service_register_one(town: Town, who: str) -> None:
    assert "Vandaag geldt geen enkel protocol" in read(town)
    assert town.people[who].client.post(PAGE, sent()).status_code == 302
    assert CAW in read(town).partition("Ze gelden vandaag")[2]
    [row] = SharingProtocol.objects.all()
    shown = read(town, path=f"{PAGE}/{row.protocol}")
    for told in (CAW, "Samen hulp bieden.", "Afspraken", "P-7", "Webstek van de stad", "1 januari 2021"):
        assert told in shown


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - {"hilde", "greet"}))
def test_everybody_reads_and_nobody_else_writes(town: Town, who: str) -> None:
    one = a_protocol(town)
    browser, here = town.people[who].client, f"{PAGE}/{one.protocol}"
    assert CAW in read(town, who)
    for path in (PAGE, here):
        assert "<textarea" not in browser.get(path).content.decode()
        assert browser.post(path, sent(protocol=one.protocol, seen=1)).status_code == 404
    assert SharingProtocol.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"parties": " "}, "Zeg met welke instantie."),
        ({"purpose": ""}, "Zeg voor welk doel."),
        ({"categories": ""}, "Zeg welke soorten informatie."),
        ({"document": ""}, "Geef het nummer van het document."),
        ({"published": ""}, "Zeg waar het gepubliceerd is."),
        ({"until_on": "2020-12-31"}, "Kies een dag na de eerste."),
        ({"ended_on": "2020-12-31"}, "Kies een dag na de eerste."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(town: Town, wrong: dict[str, str], said: str) -> None:
    answer = town.hilde.client.post(PAGE, sent(**wrong))
    assert answer.status_code == 200
    assert said in strip_tags(answer.content.decode())
    assert "P-7" in answer.content.decode() or "document" in wrong
    assert not SharingProtocol.objects.exists()


def test_a_version_is_followed_never_changed_and_both_stand_there_when_two_write(town: Town) -> None:
    one = a_protocol(town)
    here = f"{PAGE}/{one.protocol}"
    late = town.greet.client
    again = sent(protocol=one.protocol, seen=1, document="P-8", once=new_id())
    assert town.hilde.client.post(here, again).status_code == 302
    assert town.hilde.client.post(here, again).status_code == 302
    assert SharingProtocol.objects.count() == 2
    answer = late.post(here, sent(protocol=one.protocol, seen=1, document="P-9"))
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "P-8" in shown
    assert 'value="P-9"' in shown
    assert [row.document for row in queries.versions(one.protocol)] == ["P-8", one.document]


def test_the_page_of_one_writes_no_other(town: Town) -> None:
    one, other = a_protocol(town), a_protocol(town, parties="De Brug")
    town.hilde.client.post(f"{PAGE}/{one.protocol}", sent(protocol=other.protocol, seen=1))
    assert SharingProtocol.objects.count() == 2


@pytest.mark.parametrize(
    ("day", "holds"),
    [((2021, 2, 1), False), ((2021, 2, 2), True), ((2021, 5, 9), True), ((2021, 5, 10), False), ((2022, 2, 2), False)],
)
def test_gdp_13_it_holds_within_its_term_and_until_the_day_it_was_ended(day: tuple[int, int, int], holds: bool) -> None:
    one = said(from_on=date(2021, 2, 2), until_on=date(2022, 2, 1), ended_on=date(2021, 5, 10))
    assert one.holds(date(*day)) is holds


def test_gdp_13_ended_it_is_offered_no_more_and_an_older_version_holds_nothing(town: Town) -> None:
    one = a_protocol(town)
    assert [each.row for each in queries.holding(ON)] == [one.row]
    assert queries.holds(one.row, ON)
    ended = a_protocol(town, protocol=one.protocol, seen=1, ended_on=ON)
    assert queries.holding(ON) == []
    assert not queries.holds(one.row, ON)
    assert not queries.holds(ended.row, ON)
    assert queries.holds(ended.row, ON - timedelta(days=1))
    assert "Afgelopen" in read(town)


def test_one_that_somebody_wrote_into_the_database_counts_for_nothing(town: Town) -> None:
    one = a_protocol(town)
    unguarded(SharingProtocol).update(until_on=date(2199, 1, 1))
    queries.forget()
    assert town.noor.client.get(PAGE).status_code == 404
    with pytest.raises(Refused):
        queries.holds(one.row, ON)


def test_one_that_is_not_there_is_the_one_refusal(town: Town) -> None:
    assert town.noor.client.get(f"{PAGE}/{new_id()}").status_code == 404


@pytest.mark.parametrize("number", [1, 9])
def test_few_queries_however_many_there_are(town: Town, number: int) -> None:
    made = [a_protocol(town, parties=f"Dienst {at}") for at in range(number)]
    browser = town.hilde.client
    for path in (PAGE, f"{PAGE}/{made[0].protocol}"):
        browser.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(path).status_code == 200
        sql = [one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
        assert len(sql) <= MOST_QUERIES, sql


def test_an_id_with_a_line_behind_it_is_no_id(town: Town) -> None:
    assert town.hilde.client.post(PAGE, sent(protocol=f"{new_id()}\n")).status_code == 200
    assert not SharingProtocol.objects.exists()
