"""The page of a vignette: started by the holder of a dossier, read over, put on an agenda; nobody else finds it."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.testing import a_meeting, opened
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.content import Identity
from kring.support.network.actions import add_tie
from kring.support.network.testing import a_tie, entered
from kring.support.testing import a_dossier
from kring.team.own_words import own_words
from kring.team.testing import Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id

STORY = "Robins zus Amina belt elke week naar school. Op 3 maart 2021 stond Robin er niet, zegt Wannes."
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor that knows who Robin is, with a sister Amina around."""
    made = a_dossier(town, identity=Identity("Robin Verstraeten", "Muts", date(2004, 5, 6), "0470 12 34 56"))
    add_tie(entered(town.noor, made.dossier.id), a_tie("Amina"), once=new_id())
    return made


def told(town: Town, dossier: str, story: str = STORY) -> Any:
    fields = {"once": new_id(), "title": "Robin en school", "story": story, "question": "Hoe houden we Amina erbij?"}
    return town.noor.client.post(f"/exchange/vignette/{dossier}", fields)


def sent(town: Town, dossier: str, meeting: str, **changed: str) -> Any:
    fields = {"once": new_id(), "title": "Een school", "story": "De [cliënt] was er niet.", "question": "En nu?"}
    fields |= {"meeting": meeting, "room": "nobody", "read_over": "on"}
    return town.noor.client.post(f"/exchange/vignette/{dossier}/put", {**fields, **changed})


def test_what_the_dossier_knows_comes_out_and_the_rest_is_named(town: Town, robin: OpenedDossier) -> None:
    meeting = a_meeting(town.noor)
    page = told(town, robin.dossier.id)
    form = page.context["form"]
    assert form["title"].value() == "[cliënt] en school"
    assert form["story"].value() == (
        "[cliënt] zus [persoon 1] belt elke week naar school. Op [lente 2021] stond [cliënt] er niet, zegt Wannes."
    )
    assert form["question"].value() == "Hoe houden we [persoon 1] erbij?"
    assert page.context["left"] == ["Wannes"]
    assert [choice[0] for choice in form.fields["meeting"].choices] == [meeting]


def test_the_vignette_reaches_colleagues_of_another_circle_and_a_name_typed_back_does_not(
    town: Town, robin: OpenedDossier
) -> None:
    meeting = a_meeting(town.noor)
    again = sent(town, robin.dossier.id, meeting, story="Toch Robin genoemd, en Aminas broer.")
    assert again.status_code == 422
    assert again.context["form"]["story"].value() == "Toch [cliënt] genoemd, en [persoon 1] broer."
    assert not opened(town.nele, meeting).topics
    assert sent(town, robin.dossier.id, meeting).status_code == 302
    [topic] = opened(town.nele, meeting).topics
    assert (topic.content.title, topic.content.words) == ("Een school", "De [cliënt] was er niet.")


@pytest.mark.parametrize("changed", [{"room": "somebody"}, {"room": ""}, {"read_over": ""}, {"question": ""}])
def test_it_is_put_nowhere_before_it_was_read_over_and_nobody_is_recognisable(
    town: Town, robin: OpenedDossier, changed: dict[str, str]
) -> None:
    meeting = a_meeting(town.noor)
    answer = sent(town, robin.dossier.id, meeting, **changed)
    assert answer.status_code == 422
    assert "De [cliënt] was er niet." in answer.content.decode()
    assert not opened(town.noor, meeting).topics


def test_a_rare_combination_is_named_on_the_page(town: Town, robin: OpenedDossier) -> None:
    a_meeting(town.noor)
    page = told(town, robin.dossier.id, "Een tweeling van 14 jaar uit Syrië, na de brand in het nieuws.")
    assert len(page.context["rare"]) == 4
    assert "Samen zeldzaam" in page.content.decode()
    assert told(town, robin.dossier.id).context["rare"] == []


def test_only_the_holder_starts_one(town: Town, robin: OpenedDossier) -> None:
    path = f"/exchange/vignette/{robin.dossier.id}"
    assert town.noor.client.get(path).status_code == 200
    assert "Maak een vignet" in town.noor.client.get(f"/dossiers/{robin.dossier.id}").content.decode()
    for who in (town.joris, town.samir, town.nele, town.greet, town.ann):
        assert who.client.get(path).status_code == 404
        assert who.client.post(path, {"story": "Robin"}).status_code == 404
    assert "Maak een vignet" not in town.joris.client.get(f"/dossiers/{robin.dossier.id}").content.decode()


def test_sec_03_a_meeting_of_another_circle_takes_no_vignette_of_mine(town: Town, robin: OpenedDossier) -> None:
    closed = a_meeting(town.nele, circle="samen")
    assert sent(town, robin.dossier.id, closed).status_code == 422
    assert not opened(town.nele, closed).topics


def test_a_frozen_part_is_not_read_around(town: Town, robin: OpenedDossier) -> None:
    with acting("test.freeze", by=town.noor.principal) as act:
        sharing.freeze(act, bundle=robin.dossier.id, part="network")
    assert town.noor.client.get(f"/exchange/vignette/{robin.dossier.id}").status_code == 423


def test_what_is_told_is_kept_nowhere_and_each_look_is_in_the_journal(town: Town, robin: OpenedDossier) -> None:
    told(town, robin.dossier.id)
    looks = [one for one in JournalEntry.objects.all() if b"exchange.vignette" in bytes(one.text or b"")]
    assert len(looks) == 1
    assert own_words(town.noor.session, robin.dossier.id, act="test.look").people[1] == ("Amina",)


def test_at_most_eight_questions(town: Town, robin: OpenedDossier) -> None:
    for _ in range(3):
        a_meeting(town.noor)
    browser, path = town.noor.client, f"/exchange/vignette/{robin.dossier.id}"
    for fields in (None, {"once": new_id(), "story": STORY}):
        browser.get(path)
        with CaptureQueriesContext(connection) as found:
            answer = browser.post(path, fields) if fields else browser.get(path)
        assert answer.status_code == 200
        asked = [one["sql"] for one in found.captured_queries if not any(w in one["sql"] for w in HOUSEKEEPING)]
        assert len(asked) <= 8, asked
