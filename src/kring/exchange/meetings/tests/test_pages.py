"""The pages of a meeting, with a real session over HTTP."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.exchange.meetings import actions
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import TeamAgreement
from kring.exchange.meetings.models import Meeting
from kring.exchange.testing import a_meeting, a_topic, opened
from kring.team.clock import today
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id
from tests.stories.browsing import without_token

HOUSEKEEPING = ("SAVEPOINT", "vault_journal")
LONG = "Een school belt elke dag. " * 80


def fields(page: Any, name: str) -> dict[str, str]:
    form = page.context[name]
    return {"once": form["once"].value(), "seen": str(form["seen"].value()) if "seen" in form.fields else ""}


def without(answer: Any, place: str) -> str:
    """What it says, but for the address that was asked."""
    return without_token(answer.content.decode()).replace(place, "")


def put(who: Persona, meeting: str, **given: str) -> Any:
    asked = {"kind": "question", "title": "Wie kent een zaaltje?", "words": "", "question": "", "once": new_id()}
    return who.client.post(f"/exchange/{meeting}/put", {**asked, **given})


def test_a_meeting_from_planning_to_what_was_agreed(town: Town) -> None:
    on = today() + timedelta(days=3)
    sent = town.noor.client.post(
        "/exchange/plan", {"once": new_id(), "on": on, "at": "10 uur", "place": "Zaal", "circle": "together"}
    )
    [meeting] = Meeting.objects.values_list("id", flat=True)
    assert sent.headers["Location"] == f"/exchange/{meeting}?done=planned"
    assert put(town.samir, meeting, kind="vignette", words=LONG).status_code == 302
    page = town.nele.client.get(f"/exchange/{meeting}").content.decode()
    assert "Wie kent een zaaltje?" in page
    [topic] = opened(town.nele, meeting).topics
    path = f"/exchange/{meeting}/topic/{topic.id}"
    assert town.nele.client.post(path, {"once": new_id(), "words": "Bij ons hielp een vast uur."}).status_code == 302
    assert "Bij ons hielp een vast uur." in town.tom.client.get(path).content.decode()
    deal = {"once": new_id(), "what": "Vraag het zaaltje", "owner": town.nele.principal, "due_on": on.isoformat()}
    assert town.noor.client.post(f"/exchange/{meeting}/agree", deal).status_code == 302
    assert "Vraag het zaaltje" in town.nele.client.get("/exchange").content.decode()
    [agreed] = opened(town.nele, meeting).deals
    town.nele.client.post(f"/exchange/{meeting}/agreed/{agreed.id}/done")
    assert "Vraag het zaaltje" not in town.nele.client.get("/exchange").content.decode()


def test_somebody_who_belongs_to_no_circle_of_casework_finds_no_page(town: Town) -> None:
    meeting = a_meeting(town.noor)
    topic = a_topic(town.noor, meeting)
    for path in ("/exchange", "/exchange/plan", f"/exchange/{meeting}", f"/exchange/{meeting}/topic/{topic}"):
        for who in (town.greet, town.ann, town.hilde, town.wout):
            assert who.client.get(path).status_code == 404
        assert Client().get(path).status_code == 302
        assert town.nele.client.get(path).status_code == 200


def test_a_meeting_of_another_circle_looks_like_one_that_is_not_there(town: Town) -> None:
    meeting, nowhere = a_meeting(town.nele, circle="samen"), new_id()
    there, absent = (town.noor.client.get(f"/exchange/{one}") for one in (meeting, nowhere))
    assert there.status_code == absent.status_code == 404
    assert without(there, meeting) == without(absent, nowhere)


def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(town: Town) -> None:
    meeting = a_meeting(town.noor)
    answer = put(town.noor, meeting, title="", words="Dit blijft staan.")
    assert answer.status_code == 422
    assert "Dit blijft staan." in answer.content.decode()
    assert not opened(town.noor, meeting).topics
    past = {"once": new_id(), "on": (today() - timedelta(days=1)).isoformat(), "place": "Kelder", "circle": "together"}
    answer = town.noor.client.post("/exchange/plan", past)
    assert answer.status_code == 422
    assert "Kelder" in answer.content.decode()


def test_two_who_write_notes_see_both_texts(town: Town) -> None:
    meeting = a_meeting(town.noor)
    page = town.nele.client.get(f"/exchange/{meeting}")
    stands = fields(page, "notes_form")
    town.noor.client.post(f"/exchange/{meeting}/notes", {**stands, "once": new_id(), "notes": "Eerst dit."})
    late = town.nele.client.post(f"/exchange/{meeting}/notes", {**stands, "notes": "Dan dat."})
    assert late.status_code == 409
    assert all(words in late.content.decode() for words in ("Eerst dit.", "Dan dat."))
    again = fields(late, "notes_form")
    sent = town.nele.client.post(f"/exchange/{meeting}/notes", {**again, "notes": "Eerst dit. Dan dat."})
    assert sent.status_code == 302
    assert opened(town.tom, meeting).frame.content.notes == "Eerst dit. Dan dat."


def test_the_meeting_is_over_once_one_says_so_twice(town: Town) -> None:
    meeting = a_meeting(town.noor)
    a_topic(town.noor, meeting)
    assert town.noor.client.post(f"/exchange/{meeting}/end").status_code == 422
    assert opened(town.noor, meeting).topics
    assert town.noor.client.post(f"/exchange/{meeting}/end", {"sure": "yes"}).status_code == 302
    assert not opened(town.noor, meeting).topics
    assert put(town.noor, meeting).status_code == 422


def test_the_next_meeting_begins_with_hour_and_place_of_this_one(town: Town) -> None:
    meeting = a_meeting(town.nele, circle="samen")
    page = town.nele.client.get(f"/exchange/plan?after={meeting}")
    form = page.context["form"]
    assert (form["place"].value(), form["circle"].value()) == (
        "Zaal 2",
        "samen",
    )
    assert town.noor.client.get(f"/exchange/plan?after={meeting}").status_code == 404


def asked(browser: Client, path: str) -> int:
    """How much a page asks, the journal and transactions not counted."""
    browser.get(path)
    with CaptureQueriesContext(connection) as found:
        assert browser.get(path).status_code == 200
    return sum(not any(word in one["sql"] for word in HOUSEKEEPING) for one in found.captured_queries)


def test_every_page_asks_at_most_eight_questions_however_much_there_is(town: Town) -> None:
    meeting, browser = a_meeting(town.noor), town.samir.client
    topic = a_topic(town.noor, meeting, kind=Kind.QUESTION)
    paths = ["/exchange", "/exchange/plan", *(f"/exchange/{meeting}{one}" for one in ("", "/put", f"/topic/{topic}"))]
    few = {path: asked(browser, path) for path in paths}
    for number, who in enumerate((town.noor, town.nele, town.tom) * 3):
        a_topic(who, meeting, kind=Kind.QUESTION)
        a_meeting(who, on=today() + timedelta(days=number))
        actions.agree(opened(who, meeting), TeamAgreement("Bel", who.principal), once=new_id())
    assert {path: asked(browser, path) for path in paths} == few
    assert max(few.values()) <= 8, few
