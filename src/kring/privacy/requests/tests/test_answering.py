"""Own words beside ours, a part frozen and thawed, an objection answered: over HTTP, by who may and by who may not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override

from kring.privacy.access.testing import a_file, contacted
from kring.privacy.requests import actions, answering, queries
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.support.consultation.case import actions as cases
from kring.support.consultation.case.rules import Basis
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.guests import open_seat
from kring.support.consultation.testing import a_table
from kring.support.contacts.log.models import ContactRecord
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.followup.content import HandoverContent, Told
from kring.support.followup.handover import answering as offers
from kring.support.followup.handover import moving, offering
from kring.support.plan.client_link import open_client
from kring.support.plan.content import Statement
from kring.support.plan.models import PlanRecord
from kring.support.plan.nudging import open_nudge
from kring.support.plan.testing import a_question, a_row, an_action
from kring.support.testing import ON
from kring.team.testing import Persona, Town
from kring.vault import gate, outbox
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

Kind = PersonRequest.Kind
OWN = "Ik was die dag ziek. Ik spijbelde niet."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> Iterator[None]:
    settings.KRING_TODAY = ON
    with override("nl"):
        yield


def asked(who: Persona, dossier: str, kind: str, words: str = OWN) -> str:
    opened = actions.enter(who.session, dossier, act="test.ask")
    return actions.take_down(opened, kind, RequestContent("client", who.principal, words), asked_on=ON, once=new_id())


def said(who: Persona, dossier: str, request: str, which: str, **given: str) -> Any:
    there = reverse("privacy:answer", args=[dossier, request])
    return who.client.post(there, {"once": new_id(), "which": which, **given})


def text_of(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def a_full_file(town: Town) -> str:
    """A file in which something stands in every part that can be frozen: a plan, minutes and own words too."""
    noor, robin = town.noor, a_file(town).dossier
    a_row(noor, robin)
    at_the_case = opening(noor.session, robin.id, act="test.case", parts=["minutes"])
    why = {"document": "P-7", "purpose": "Samen kijken.", "modalities": "Wie zwijgt, zwijgt."}
    cases.start(noor.session, at_the_case, on=ON, basis=Basis.LAW, **why, permitted=["Mia Peeters"], once=new_id())
    said(noor, robin.id, asked(noor, robin.id, Kind.RECTIFICATION), "rectification", words=OWN, of="")
    assert answering.there(robin.id) == set(answering.MAY_FREEZE)
    return robin.id


def outcome(who: Persona, dossier: str, request: str) -> str:
    return actions.find(actions.enter(who.session, dossier, act="test.look"), request).content.outcome


def test_gdp_08_own_words_stand_beside_ours_and_ours_stays(town: Town) -> None:
    made = a_file(town).dossier.id
    record = ContactRecord.objects.filter(dossier=made, form="contact").order_by("id").first()
    assert record is not None
    before = bytes(record.blob)
    request = asked(town.noor, made, Kind.RECTIFICATION)
    page = town.noor.client.get(reverse("privacy:answer", args=[made, request]))
    assert OWN in page.content.decode()
    assert said(town.noor, made, request, "rectification", words=OWN, of=record.id).status_code == 302
    record.refresh_from_db()
    assert bytes(record.blob) == before
    contact = reverse("desk:contact", args=[made, record.id])
    for who in (town.noor, town.joris):
        assert OWN in text_of(who.client.get(contact))
    row = PlanRecord.objects.get(dossier=made, of=record.id)
    opened = opening(town.noor.session, made, act="test.look", parts=["statements"])
    kept = opened.keys.open(row, Statement)
    assert (kept.words, kept.taken_by, kept.beside.startswith("Een contact")) == (OWN, town.noor.principal, True)
    assert town.noor.client.get(reverse("plan:plan", args=[made])).status_code == 200


def test_min_06_no_route_of_ours_changes_own_words(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RECTIFICATION)
    said(town.noor, made, request, "rectification", words=OWN, of="")
    again = said(town.joris, made, request, "rectification", words="Toch wel.", of="")
    assert again.status_code == 409
    [row] = PlanRecord.objects.filter(dossier=made, kind=PlanRecord.Kind.STATEMENT)
    assert row.revision == 1


def test_gdp_08_frozen_opens_for_nobody_until_it_is_lifted(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RESTRICTION)
    network = reverse("network:map", args=[made])
    stream = reverse("desk:dossier", args=[made])
    assert "Yasmina" in text_of(town.noor.client.get(network))
    assert said(town.noor, made, request, "restriction", part="network").status_code == 302
    for who in (town.noor, town.joris):
        assert "Yasmina" not in text_of(who.client.get(network))
        page = text_of(who.client.get(stream))
        assert "Dit deel is bevroren op vraag van de persoon" in page
        with pytest.raises(Refused):
            gate.entering(who.session, act="test.read", of=[made], parts=["network"])
    with pytest.raises(Refused):
        gate.entering(town.tom.session, act="test.glass", of=[made], parts=["network"], kind=Envelope.Kind.GLASS)
    assert "Netwerk" in text_of(town.noor.client.get(reverse("privacy:person", args=[made])))
    assert said(town.noor, made, request, "thawed", why="").status_code == 422
    assert said(town.joris, made, request, "thawed", why="Robin weet het sinds vandaag.").status_code == 302
    assert "Yasmina" in text_of(town.noor.client.get(network))
    assert outcome(town.noor, made, request) == answering.THAWED


@pytest.mark.parametrize("part", ["minutes", "plan"])
def test_gdp_08_once_a_part_is_frozen_what_opened_outside_opens_no_more_and_the_own_link_does(
    town: Town, part: str
) -> None:
    table = a_table(town)
    robin = Dossier.objects.get(id=table.dossier)
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    a_question(town.noor, robin, an_action(town.noor, robin), "lindeboom")
    question = token_of("nudge")
    own = {"to": "robin@post.example", "word": "piano kayak", "once": new_id()}
    assert town.noor.client.post(f"/dossiers/{robin.id}/plan/client/send", own).status_code == 302
    request = asked(town.noor, robin.id, Kind.RESTRICTION)
    assert open_seat(path.rpartition("/")[2], code_of(lens.id)).shown.lines
    assert said(town.noor, robin.id, request, "restriction", part=part).status_code == 302
    with pytest.raises(Refused):
        open_seat(path.rpartition("/")[2], code_of(lens.id))
    with pytest.raises(Refused):
        open_nudge(question, "lindeboom")
    assert open_client(token_of("sheet"), "piano kayak").copy.name
    assert (
        "gaat open tot"
        not in text_of(town.noor.client.get(reverse("disclosure:told", args=[robin.id]))).partition(
            "Links die nu opengaan"
        )[0]
    )


def token_of(template: str) -> str:
    return [mail.words["token"] for mail in outbox.waiting() if mail.template == template][-1]


def test_frozen_is_not_written_either_and_nothing_typed_is_lost(town: Town) -> None:
    made = a_file(town).dossier.id
    keys = opening(town.noor.session, made, act="test.before", parts=["journal"])
    request = asked(town.noor, made, Kind.RESTRICTION)
    said(town.noor, made, request, "restriction", part="journal")
    number = ContactRecord.objects.filter(dossier=made).count()
    with pytest.raises(Refused):
        contacted(town.noor, made, "Toch nog iets.")
    row = ContactRecord(dossier_id=made, on=ON, form="own")
    keys.keys.seal(row, Statement("x"), bundle=made, part="journal")
    with pytest.raises(Refused), acting("test.write", by=town.noor.principal) as act:
        act.add(row)  # with a key that was in memory before
    assert ContactRecord.objects.filter(dossier=made).count() == number


@pytest.mark.parametrize("part", ["plan", "network"])
def test_gdp_08_who_holds_a_frozen_part_reads_that_it_is_frozen_and_where_to_lift_it(town: Town, part: str) -> None:
    made = a_full_file(town)
    request = asked(town.noor, made, Kind.RESTRICTION)
    before = text_of(town.noor.client.get(reverse("privacy:answer", args=[made, request])))
    assert "Dit gaat dicht voor iedereen, ook voor jou" in before
    said(town.noor, made, request, "restriction", part=part)
    for who in (town.noor, town.joris):
        answer = who.client.get(reverse({"plan": "plan:plan", "network": "network:map"}[part], args=[made]))
        assert answer.status_code == 423
        assert "Bevroren sinds" in text_of(answer)
        assert reverse("privacy:person", args=[made]) in answer.content.decode()
        assert "Bevroren op vraag van de cliënt" in text_of(who.client.get(reverse("desk:dossier", args=[made])))
        told = "Het plan is bevroren" in text_of(who.client.get(reverse("desk:today")))
        assert told == (part == "plan")


@pytest.mark.parametrize("who", ["samir", "nele", "greet", "hilde", "ann"])
def test_gdp_08_who_holds_no_key_hears_nothing_of_freezing(town: Town, who: str) -> None:
    made, browser = a_full_file(town), town.people[who].client
    request = asked(town.noor, made, Kind.RESTRICTION)
    answers = []
    for dossier in (made, new_id(), made):
        with CaptureQueriesContext(connection) as caught:
            answer = browser.get(reverse("plan:plan", args=[dossier]))
        answers.append((answer.status_code, text_of(answer), len(caught)))
        if dossier != made:
            said(town.noor, made, request, "restriction", part="plan")
            assert answering.frozen(made) == {"plan"}
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 404


@pytest.mark.parametrize("part", answering.MAY_FREEZE)
def test_every_part_that_can_be_frozen_leaves_the_pages_standing(town: Town, part: str) -> None:
    made = a_full_file(town)
    request = asked(town.noor, made, Kind.RESTRICTION)
    said(town.noor, made, request, "restriction", part=part)
    assert answering.frozen(made) == {part}
    for name in ("desk:dossier", "privacy:person", "privacy:looked", "disclosure:told"):
        assert town.noor.client.get(reverse(name, args=[made])).status_code == 200, name
    for path in (reverse("desk:my_dossiers"), reverse("desk:today")):
        assert town.noor.client.get(path).status_code == 200


def test_a_frozen_part_goes_along_to_the_next_holder_unread(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RESTRICTION)
    said(town.noor, made, request, "restriction", part="network")
    before = keycheck()["too_few_holders"]
    told = HandoverContent("Robin", "Belangrijk", "Ander werk", Told.YES)
    opened = opening(town.noor.session, made, act="test.offer")
    plan = offering.Plan(town.samir.principal, town.joris.principal, "b")
    offer = offering.offer(town.noor.session, opened, plan, told, once=new_id())
    moving.move(town.noor.session, offers.answer(town.samir.session, offer, offers.YES).id)
    assert "Yasmina" not in text_of(town.samir.client.get(reverse("network:map", args=[made])))
    assert said(town.samir, made, request, "thawed", why="Het mag weer.").status_code == 302
    assert "Yasmina" in text_of(town.samir.client.get(reverse("network:map", args=[made])))
    with pytest.raises(Refused):
        gate.entering(town.noor.session, act="test.read", of=[made], parts=["network"])
    assert keycheck()["too_few_holders"] == before


def test_gdp_09_an_objection_gets_a_reasoned_answer(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.OBJECTION, "Ik wil niet dat jullie mijn school bellen.")
    assert said(town.noor, made, request, "objection", outcome="stops", why="").status_code == 422
    why = "We bellen de school niet meer. We vragen het eerst aan jou."
    assert said(town.noor, made, request, "objection", outcome="stops", why=why).status_code == 302
    page = text_of(town.joris.client.get(reverse("privacy:answer", args=[made, request])))
    assert why in page
    assert PersonRequest.objects.get().done_on == ON
    assert said(town.joris, made, request, "objection", outcome="goes_on", why="Toch wel.").status_code == 409


def test_what_is_not_done_has_a_reason(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RESTRICTION)
    assert said(town.noor, made, request, "not", why="").status_code == 422
    assert said(town.noor, made, request, "not", why="Dan kunnen we je niet helpen vrijdag.").status_code == 302
    assert answering.frozen(made) == set()
    assert outcome(town.noor, made, request) == answering.NOT


def test_an_answered_request_stays_in_the_privacy_officers_list_for_a_year(town: Town, settings: Any) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RESTRICTION)
    row = PersonRequest.objects.get()
    assert "Beantwoord in de laatste" not in text_of(town.hilde.client.get("/privacy/requests"))
    said(town.noor, made, request, "not", why="Dan kunnen we je niet helpen vrijdag.")
    page = text_of(town.hilde.client.get("/privacy/requests"))
    assert "Beantwoord in de laatste twaalf maanden" in page
    assert row.number in page
    assert "op tijd" in page
    assert "vrijdag" not in page
    settings.KRING_TODAY = ON + timedelta(days=366)
    assert row.number not in text_of(town.hilde.client.get("/privacy/requests"))


def test_the_same_answer_sent_twice_is_one(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RECTIFICATION)
    there, given = reverse("privacy:answer", args=[made, request]), {"once": new_id(), "which": "rectification"}
    opened = actions.enter(town.noor.session, made, act="test.twice")
    known = actions.find(opened, request)
    for _again in (1, 2):
        answering.put_beside(opened, known, words=OWN, of="", called="", once=given["once"])
    assert PlanRecord.objects.filter(dossier=made, kind=PlanRecord.Kind.STATEMENT).count() == 1
    assert town.noor.client.get(there).status_code == 200


@pytest.mark.parametrize(
    ("kind", "which", "given"),
    [
        (Kind.RECTIFICATION, "rectification", {"words": OWN, "of": ""}),
        (Kind.RESTRICTION, "restriction", {"part": "journal"}),
        (Kind.OBJECTION, "objection", {"outcome": "stops", "why": "Wij stoppen."}),
        (Kind.RESTRICTION, "not", {"why": "Er valt niets te bevriezen."}),
    ],
)
def test_a_form_sent_twice_leads_to_the_same_page_and_a_later_one_loses_no_word(
    town: Town, kind: str, which: str, given: dict[str, str]
) -> None:
    made = a_file(town).dossier.id
    request, once = asked(town.noor, made, kind), new_id()
    for _again in (1, 2):
        assert said(town.noor, made, request, which, once=once, **given).status_code == 302
    late = said(town.joris, made, request, "not" if which == "restriction" else which, **given | {"why": "Een zin."})
    assert late.status_code == 409
    if which != "restriction":
        assert given.get("words", "Een zin.") in text_of(late)
    if kind == Kind.RESTRICTION and which == "restriction":
        once = new_id()
        for _again in (1, 2):
            assert said(town.noor, made, request, "thawed", once=once, why="Het mag weer.").status_code == 302


@pytest.mark.parametrize("who", ["fatma", "samir", "greet", "hilde", "ann"])
def test_nobody_else_answers_or_reads_an_answer(town: Town, who: str) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.OBJECTION)
    there = reverse("privacy:answer", args=[made, request])
    other = town.people[who]
    assert other.client.get(there).status_code == 404
    assert said(other, made, request, "objection", outcome="stops", why="Ja.").status_code == 404
    assert len(queries.clocks()) == 1


def test_own_words_come_along_in_the_copy(town: Town) -> None:
    from kring.privacy.access.items import open_file

    made = a_file(town).dossier.id
    request = asked(town.noor, made, Kind.RECTIFICATION)
    said(town.noor, made, request, "rectification", words=OWN, of="")
    file = open_file(town.noor.session, made, act="test.copy")
    told = [text for piece in file.pieces if piece.part == "statements" for _label, text in file.lines(piece)]
    assert OWN in told
    assert Lock.objects.filter(bundle=made, part="statements").exists()
