"""The journal in its reader's words: what left the circle, whose page it was, and from a day to a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import URLPattern
from django.utils import timezone, translation
from django.utils.html import strip_tags

from kring.privacy.desk import log
from kring.privacy.desk.areas import AREAS, area, verb
from kring.privacy.urls import urlpatterns
from kring.team.testing import Town
from kring.vault import journal
from kring.vault.checks import views
from kring.vault.journal import Verb


def said(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


LEFT = (("privacy.give", Verb.GAVE), ("letters.print", Verb.OPENED), ("disclosure.urgent", Verb.WROTE))
LOOKED = (
    *(("privacy.give", Verb.OPENED), ("letters.letters", Verb.OPENED), ("disclosure.told", Verb.OPENED)),
    *(("disclosure.urgent", Verb.REFUSED), ("disclosure.decline", Verb.WROTE), ("letters.word", Verb.WROTE)),
    *(("briefing.of_dossier", Verb.OPENED), ("disclosure.list", Verb.LISTED)),
)


@pytest.mark.parametrize(("act", "done"), [*LEFT, ("briefing.write", Verb.WROTE), ("link.opened", Verb.WROTE)])
def test_what_left_the_circle_stands_among_what_left(town: Town, act: str, done: Verb) -> None:
    before = len(log.page(log.Asked(kind="left")).lines)
    journal.record(verb=done, act=act, actor=town.noor.principal)
    assert len(log.page(log.Asked(kind="left")).lines) == before + 1


@pytest.mark.parametrize(("act", "done"), LOOKED)
def test_a_page_that_was_only_looked_at_did_not_leave_the_circle(town: Town, act: str, done: Verb) -> None:
    before = len(log.page(log.Asked(kind="left")).lines)
    journal.record(verb=done, act=act, actor=town.noor.principal)
    assert len(log.page(log.Asked(kind="left")).lines) == before


def test_giving_the_copy_is_said_as_it_is() -> None:
    with translation.override("nl"):
        assert str(verb(Verb.GAVE, "privacy.give")[0]) == "gaf de kopie van het dossier"
        assert str(verb(Verb.GAVE, "plan.add")[0]) == "gaf een sleutel"


@pytest.mark.parametrize("route", [one for one in urlpatterns if str(one.pattern).startswith("dossiers/")], ids=str)
def test_a_caseworker_on_the_page_for_the_client_is_not_at_the_privacy_desk(route: URLPattern) -> None:
    with translation.override("nl"):
        door = str(getattr(route.callback, "door", ""))
        assert str(area(door)) == ("Voor de cliënt" if door.startswith("privacy.") else "Bewaartermijn"), door
        assert str(area("privacy.journal")) == "Privacybureau"


def test_every_area_that_has_a_door_has_words() -> None:
    doors = {str(getattr(view, "door", "")).partition(".")[0] for _route, view in views()} - {""}
    assert len(doors) > 20
    assert doors <= set(AREAS)


@pytest.mark.parametrize("act", ["house.found", "demo.founded", "town.close", "town.street", "briefing.write"])
def test_no_code_of_an_act_stands_on_the_page(town: Town, act: str) -> None:
    journal.record(verb=Verb.WROTE, act=act, actor=town.noor.principal)
    assert act not in said(town.hilde.client.get("/privacy/journal"))


def test_from_a_day_to_a_day_both_included(town: Town) -> None:
    now = timezone.localdate()
    journal.record(verb=Verb.OPENED, act="desk.dossier", actor=town.lotte.principal)
    for first, last, there in ((0, 0, True), (-400, 0, True), (-400, -1, False), (1, 9, False)):
        between = (now + timedelta(first), now + timedelta(last))
        found = log.page(log.Asked(about=town.lotte.principal, first=between[0], last=between[1])).lines
        assert bool(found) is there, between
    page = town.hilde.client.post("/privacy/journal", {"first": f"{now - timedelta(400)}", "last": f"{now}"})
    assert "Lotte Smets" in said(page)
    assert f'value="{now - timedelta(400)}"' in page.content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"first": "2021-03-05", "last": "2021-03-01"}, "Deze dag komt voor de eerste."),
        ({"last": "2021-03-01"}, "Vul ook de eerste dag in."),
        ({"first": "gisteren"}, "gisteren"),
    ],
)
def test_a_wrong_day_gets_a_sentence_beside_it_and_stays(town: Town, given: dict[str, str], sentence: str) -> None:
    page = town.hilde.client.post("/privacy/journal", given).content.decode()
    assert sentence in page
    assert all(one in page for one in given.values())
