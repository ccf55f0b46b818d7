"""Both numbers are named until a person confirms the day of the move; then the one of the day of the event alone."""

from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.team.law import reference, switch
from kring.team.law.models import SwitchDate
from kring.team.testing import PEOPLE, Town
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db
PAGE, DAY, BEFORE = "/team/law", date(2026, 9, 1), date(2026, 6, 1)


def send(town: Town, who: str = "hilde", **given: Any) -> Any:
    said = {"from_on": DAY.isoformat(), "source": "Staatsblad 12/06/2026", "seen": 0, "once": new_id()}
    return town.people[who].client.post(PAGE, {**said, **given})


def read(town: Town, who: str = "hilde") -> str:
    return " ".join(strip_tags(town.people[who].client.get(PAGE).content.decode()).split())


def test_sec_14_once_confirmed_one_number_stands_there_by_the_day_of_the_event(town: Town) -> None:
    assert reference("secrecy", BEFORE, "nl") == "artikel 352 van het Strafwetboek (vroeger artikel 458)"
    assert "noemen brieven en pagina’s beide nummers" in read(town, "noor")
    assert send(town).status_code == 302
    assert reference("secrecy", BEFORE, "nl") == "artikel 458 van het Strafwetboek"
    assert reference("case_consultation", BEFORE, "nl") == "artikel 458ter van het Strafwetboek"
    assert reference("secrecy", DAY, "nl") == "artikel 352 van het Strafwetboek"
    assert reference("case_consultation", DAY, "fr") == "l’article 353, paragraphe 2 du Code pénal"
    assert "Bevestigd door Hilde Roels: Staatsblad 12/06/2026" in read(town, "noor")


def test_another_process_hears_of_it(town: Town) -> None:
    send(town)
    switch.remember(None)
    switch._known[0] = (switch._known[0][0] - switch.REMEMBERED - 1, None)
    assert switch.confirmed_on() == DAY


def test_a_day_that_was_wrong_is_mended_by_the_next_and_both_are_shown_when_two_confirm(town: Town) -> None:
    send(town)
    late = send(town, from_on="2027-01-01")
    assert late.status_code == 409
    page = late.content.decode()
    assert 'value="2027-01-01"' in page
    assert "1 september 2026" in page
    assert send(town, from_on="2027-01-01", seen=1).status_code == 302
    assert [row.from_on for row in SwitchDate.objects.order_by("number")] == [DAY, date(2027, 1, 1)]
    assert switch.confirmed_on() == date(2027, 1, 1)


def test_sent_twice_it_is_one_confirmation_and_what_is_wrong_comes_back(town: Town) -> None:
    once = new_id()
    assert {send(town, once=once).status_code for _ in range(2)} == {302}
    assert SwitchDate.objects.count() == 1
    assert "Zeg waar die dag gepubliceerd is." in send(town, source="").content.decode()


@pytest.mark.parametrize("name", sorted(set(PEOPLE) - {"hilde"}))
def test_everybody_reads_and_nobody_else_confirms(town: Town, name: str) -> None:
    assert "artikel 353, paragraaf 2" in read(town, name)
    assert send(town, name).status_code == 404
    assert not SwitchDate.objects.exists()


def test_a_day_that_somebody_wrote_into_the_database_counts_for_nothing(town: Town) -> None:
    send(town)
    unguarded(SwitchDate).update(from_on=date(2030, 1, 1))
    switch._known.clear()
    assert town.noor.client.get(PAGE).status_code == 404
