"""Noor walks a round with Joris: taps, nicknames, the end. Nobody on it has a dossier, and none comes of it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.clarification.tests.asking import asked
from kring.support.contacts.models import StreetRecord
from kring.support.contacts.rounds import actions, rules
from kring.support.contacts.rounds.content import RoundContent, StreetContact
from kring.support.contacts.rounds.opening import MOST_OVER, Street, street
from kring.support.dossier.models import Dossier
from kring.team.testing import Persona, Town
from kring.vault.models import Fact
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

MOST_QUERIES = 8
STATION = "Stationsplein onder de luifel"


def opened(persona: Persona) -> Street:
    return street(persona.session, act="test.street")


def a_spot(persona: Persona, name: str = STATION) -> str:
    return actions.add_spot(opened(persona), name=name, area="centre", once=new_id())


def a_round(persona: Persona, *beside: Persona) -> str:
    return actions.start_round(opened(persona), beside=tuple(one.principal for one in beside), once=new_id())


def tap(persona: Persona, walked: str, spot: str, by: int = 1, kind: str = "seen", once: str = "") -> int:
    return actions.press(opened(persona), walked, spot=spot, kind=kind, by=by, once=once or new_id())


def muts(persona: Persona) -> StreetContact:
    return StreetContact(new_id(), "nickname", persona.principal, timezone.now(), nickname="Muts", words="lachte terug")


def test_a_tap_counts_once_however_often_it_is_sent_and_never_below_nothing(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor)
    assert [tap(town.noor, walked, spot) for _ in range(3)] == [1, 2, 3]
    once = new_id()
    assert [tap(town.noor, walked, spot, once=once) for _ in range(3)] == [4, 4, 4]
    assert [tap(town.noor, walked, spot, by=-1) for _ in range(6)] == [3, 2, 1, 0, 0, 0]


def test_two_who_walk_together_both_count(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor, town.joris)
    assert [tap(one, walked, spot) for one in (town.noor, town.joris, town.noor)] == [1, 2, 3]
    actions.join_round(opened(town.fatma), walked)
    assert tap(town.fatma, walked, spot) == 4


def test_who_does_not_walk_it_counts_nothing_and_other_circles_do_not_see_it(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor)
    with pytest.raises(Refused):
        tap(town.samir, walked, spot)
    assert opened(town.samir).mine is None
    assert [one.id for one in opened(town.samir).of_others] == [walked]
    for outside in (town.nele, town.greet, town.hilde, town.ann):
        try:
            seen = opened(outside)
        except Refused:
            continue
        assert (seen.spots, seen.rounds) == ([], [])
        assert seen.circle != town.groups["welfare"]


@pytest.mark.parametrize("who", ["greet", "bart", "hilde", "ann", "saar", "marc"])
def test_who_is_in_no_circle_of_casework_is_refused(town: Town, who: str) -> None:
    a_spot(town.noor)
    with pytest.raises(Refused):
        opened(town.people[who])
    assert town.people[who].client.get("/street").status_code == 404


def test_1_11_a_nickname_makes_no_dossier_and_is_taken_back_for_good(town: Town) -> None:
    walked = a_round(town.noor)
    contact = muts(town.noor)
    once = new_id()
    for _ in range(2):
        actions.meet(opened(town.noor), walked, contact, once=once)
    mine = opened(town.noor).mine
    assert mine is not None
    assert [one.nickname for one in mine.content.met] == ["Muts"]
    assert Dossier.objects.count() == 0
    actions.take_back(opened(town.noor), walked, contact.id)
    mine = opened(town.noor).mine
    assert mine is not None
    assert mine.content.met == ()


def test_6_3_a_note_counts_nothing_and_the_facts_say_how_many_contacts(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One tally per contact, not per note; the same round ended again replaces what it said."""
    written: list[Any] = []
    monkeypatch.setattr("kring.vault.facts.write_all", lambda act, entries: written.extend(entries))
    spot, walked = a_spot(town.noor), a_round(town.noor)
    for _ in range(3):
        tap(town.noor, walked, spot)
    tap(town.noor, walked, spot, kind="talk")
    actions.meet(opened(town.noor), walked, muts(town.noor), once=new_id())
    for _ in range(2):
        actions.end_round(opened(town.noor), walked)
    assert sorted((one.content.kind, one.content.number, one.content.area) for one in written) == [
        ("seen", 3, "centre"),
        ("talk", 1, "centre"),
    ]
    assert "Muts" not in repr(written)
    assert STATION not in repr(written)


def test_facts_of_a_round_are_sealed_for_statistics_alone(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor)
    tap(town.noor, walked, spot)
    actions.end_round(opened(town.noor), walked)
    assert Fact.objects.count() == 1
    with pytest.raises(Refused):
        tap(town.noor, walked, spot)
    [over] = opened(town.joris).over
    assert rules.total_of(over.content, "seen") == 1


def test_a_contact_noted_elsewhere_without_a_dossier_lands_here_once(town: Town) -> None:
    once = new_id()
    ids = {
        actions.note_contact(town.noor.session, kind="phone", nickname="Lange", words="belde zelf", once=once)
        for _ in range(2)
    }
    assert len(ids) == 1
    assert [one.nickname for one in opened(town.joris).contacts] == ["Lange"]
    assert Fact.objects.count() == 1
    assert Dossier.objects.count() == 0


def test_it_is_noted_on_the_page_of_the_street_and_keeps_every_word_when_it_came_back(town: Town) -> None:
    browser = town.noor.client
    sent = {"without-nickname": "Lange", "without-words": "belde zelf", "once": new_id()}
    page = browser.post("/street/note", sent).content.decode()
    assert "belde zelf" in page
    assert "Hoe was er contact?" in page
    for _ in range(2):
        assert browser.post("/street/note", {**sent, "without-kind": "phone"}).status_code == 302
    assert [one.nickname for one in opened(town.joris).contacts] == ["Lange"]
    assert Fact.objects.count() == 1


def test_nothing_of_it_lies_readable(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor)
    tap(town.noor, walked, spot)
    actions.meet(opened(town.noor), walked, muts(town.noor), once=new_id())
    lying = b"".join(bytes(row.blob) for row in StreetRecord.objects.all())
    assert all(word.encode() not in lying for word in (STATION, "Muts", "lachte terug", town.noor.principal))


def test_a_spot_we_no_longer_come_to_keeps_what_was_counted(town: Town) -> None:
    spot, walked = a_spot(town.noor), a_round(town.noor)
    tap(town.noor, walked, spot)
    actions.drop_spot(opened(town.noor), spot)
    actions.end_round(opened(town.noor), walked)
    assert opened(town.noor).spots == []
    assert Fact.objects.count() == 1


def walked_page(town: Town) -> tuple[Client, str, str]:
    spot, walked = a_spot(town.noor), a_round(town.noor, town.joris)
    return town.noor.client, walked, spot


def test_the_page_works_with_forms_alone(town: Town) -> None:
    browser, walked, spot = walked_page(town)
    tapped = {"plus": "talk", "spot": spot, "once": new_id()}
    browser.post(f"/street/{walked}/tally", tapped)
    page = browser.post(f"/street/{walked}/tally", tapped, follow=True).content.decode()
    assert ">1</output>" in page
    assert "met Joris" in page
    by_script = browser.post(
        f"/street/{walked}/tally", {"min": "talk", "spot": spot, "once": new_id()}, headers={"HX-Request": "true"}
    )
    assert by_script.content == b"0"


def test_a_form_that_came_back_wrong_keeps_every_word(town: Town) -> None:
    browser, walked, spot = walked_page(town)
    sent = {"sort": "nickname", "nickname": "", "words": "zag hem bij het bankje", "spot": spot, "once": new_id()}
    page = browser.post(f"/street/{walked}/met", sent).content.decode()
    assert "zag hem bij het bankje" in page
    assert "Een roepnaam is genoeg" in page
    group = {"sort": "group", "words": "Zaaltje op vrijdag", "spot": spot, "once": new_id()}
    page = browser.post(f"/street/{walked}/met", group).content.decode()
    assert "Zaaltje op vrijdag" in page
    assert '<a href="#group-size">' in page, "the summary leads to what is wrong, wherever on the page it stands"


def test_every_field_of_the_page_has_a_name_of_its_own(town: Town) -> None:
    browser, _walked, _spot = walked_page(town)
    ids = re.findall(r' id="([^"]+)"', browser.get("/street").content.decode())
    assert len(ids) == len(set(ids))


def test_from_beginning_to_end_in_the_browser(town: Town) -> None:
    browser = town.noor.client
    browser.post("/street/spot", {"name": STATION, "area": "centre", "once": new_id()})
    browser.post("/street/start", {"beside": [town.joris.principal], "once": new_id()})
    page = browser.get("/street").content.decode()
    assert STATION in page
    walked = StreetRecord.objects.get(kind="round").id
    browser.post(
        f"/street/{walked}/met", {"sort": "nickname", "nickname": "Muts", "known": "on", "spot": "", "once": new_id()}
    )
    assert "gekend, geen dossier" in strip_tags(browser.get("/street").content.decode())
    browser.post(f"/street/{walked}/end")
    assert "Begin een ronde" in browser.get("/street").content.decode()
    assert "Muts" in browser.get(f"/street/{walked}").content.decode()


def test_absent_and_forbidden_rounds_look_alike(town: Town) -> None:
    walked = a_round(town.noor)
    browser = town.samir.client
    answers = [browser.post(f"/street/{one}/{step}") for one in (walked, new_id()) for step in ("end", "take-back")]
    assert [answer.status_code for answer in answers] == [404] * 4


def test_the_page_asks_the_same_however_much_was_noted(town: Town) -> None:
    browser, walked, _ = walked_page(town)
    before = asked(browser, "/street")[2]
    for number in range(12):
        actions.meet(opened(town.noor), walked, muts(town.noor), once=f"{number}")
        a_spot(town.noor, f"Plek {number}")
    assert asked(browser, "/street")[2] == before <= MOST_QUERIES


@pytest.mark.parametrize("rounds", [1, 10, 20])
def test_without_a_round_the_page_asks_the_same_however_many_are_over(town: Town, rounds: int) -> None:
    for _ in range(rounds):
        actions.end_round(opened(town.noor), a_round(town.noor))
    browser = town.noor.client
    asked(browser, "/street")
    status, text, queries = asked(browser, "/street")
    assert (status, text.count('<a href="(this page)/')) == (200, min(rounds, MOST_OVER))
    assert queries <= MOST_QUERIES


def test_counting_is_pure_and_stops_somewhere() -> None:
    content = RoundContent("noor", timezone.now())
    for _ in range(rules.MOST + 5):
        content = rules.counted(content, "x", "seen", 1)
    assert rules.number_of(content, "x", "seen") == rules.MOST
    assert rules.counted(RoundContent("noor", timezone.now()), "x", "seen", -1).tallies == ()
