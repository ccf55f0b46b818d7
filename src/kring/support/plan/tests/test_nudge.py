"""A question to who has no account: one line behind a link and a word, three answers, filed at the next opening."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.dossier.actions import close_dossier
from kring.support.plan import actions, filing, nudging, queries
from kring.support.plan.content import HowFar, NudgeAnswer, Owner
from kring.support.plan.models import NudgeLink
from kring.support.plan.rules import NotWhole
from kring.support.plan.testing import ROOM, a_row, an_action, plan_of
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.models import Extract, Letter, Slot
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db
WORD = "piano kayak"
LINE = "Een rustig lokaal vrijhouden, tussen 10.10 en 10.30 uur."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def asked(town: Town, dossier: Any, action: str, word: str = WORD) -> str:
    """The token of a question that goes out."""
    plan = plan_of(town.noor, dossier)
    kept = plan.action(action)
    seen = kept.record.revision
    nudging.send_nudge(plan, kept, line=LINE, to="griet@school.example", word=word, seen=seen, once=new_id())
    [*_, mail] = outbox.waiting()
    return mail.words["token"]


def read(answer: Any) -> str:
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def stranger(place: str = "10.0.0.1") -> Client:
    return Client(headers={"accept-language": "nl"}, REMOTE_ADDR=place)


def once_of(answer: Any) -> str:
    found = re.search(r'name="once" value="([^"]+)"', answer.content.decode())
    assert found
    return found[1]


def test_the_mail_holds_the_link_alone(town: Town) -> None:
    robin = a_dossier(town).dossier
    token = asked(town, robin, an_action(town.noor, robin))
    [mail] = outbox.waiting()
    assert (mail.to, mail.template, mail.words, mail.dossier) == (
        "griet@school.example",
        "nudge",
        {"token": token},
        robin.id,
    )
    assert WORD not in str(mail.words)


def test_an_owner_answers_with_one_tap_and_it_is_filed(town: Town) -> None:
    robin = a_dossier(town).dossier
    row = a_row(town.noor, robin)
    action = an_action(town.noor, robin, replace(ROOM, row=row))
    path, browser = f"/actie/{asked(town, robin, action)}", stranger()
    looked = browser.get(path)
    assert (looked.status_code, LINE in read(looked), "Robin" in read(looked)) == (200, False, False)
    opened = browser.post(path, {"word": " Piano-Kayak "})
    assert (opened.status_code, LINE in read(opened)) == (200, True)
    for hidden in ("Robin", "Griet", "voetballen", "Noor", robin.number):
        assert hidden not in read(opened)
    fields = {"word": WORD, "once": once_of(opened), "answer": "busy", "words": "Het lokaal wordt nog geverfd."}
    assert "We vragen het later nog eens." in read(browser.post(path, fields))
    assert "We vragen het later nog eens." in read(browser.post(path, fields)), "a double tap is no mistake"
    assert Letter.objects.filter(kind="nudge").count() == 1
    page = read(town.joris.client.get(f"/dossiers/{robin.id}/plan"))
    for said in ("Het lokaal wordt nog geverfd.", "antwoordde via de link", "bezig"):
        assert said in page
    assert (Letter.objects.filter(kind="nudge").count(), NudgeLink.objects.count(), Extract.objects.count()) == (
        0,
        0,
        0,
    )
    content = plan_of(town.noor, robin).action(action).content
    assert [(one.how_far, one.way) for one in content.told] == [(HowFar.AGREED, "page"), (HowFar.BUSY, "link")]
    assert browser.post(path, {"word": WORD}).status_code == 404


def test_who_does_not_know_of_it_says_so(town: Town) -> None:
    robin = a_dossier(town).dossier
    action = an_action(town.noor, robin)
    opened = nudging.open_nudge(asked(town, robin, action), WORD)
    nudging.answer_nudge(opened, NudgeAnswer(HowFar.CANNOT, unknown=True), once=new_id())
    filing.with_answers(town.noor.session, plan_of(town.noor, robin))
    assert "kent deze afspraak niet" in read(town.noor.client.get(f"/dossiers/{robin.id}/plan"))


def test_looking_changes_nothing_and_spends_no_try(town: Town) -> None:
    robin = a_dossier(town).dossier
    token = asked(town, robin, an_action(town.noor, robin))
    before = list(Slot.objects.filter(kind="link").values_list("mac", "tries_left"))
    for _ in range(12):
        assert stranger().get(f"/actie/{token}").status_code == 200
    assert list(Slot.objects.filter(kind="link").values_list("mac", "tries_left")) == before


@pytest.mark.parametrize("way", ["wrong word", "guessed", "expired", "done", "asked again", "closed", "silent"])
def test_whatever_does_not_open_gets_one_answer(town: Town, way: str) -> None:
    robin = a_dossier(town)
    action = an_action(town.noor, robin.dossier)
    token, word = asked(town, robin.dossier, action), WORD
    never = stranger().post(f"/actie/{new_id()}", {"word": WORD})
    match way:
        case "wrong word":
            word = "banjo piano"
        case "guessed":
            token = new_id()
        case "expired":
            with acting("test.expire", by="system") as act:
                act.change(Slot.objects.get(kind="link"), expires_at=timezone.now() - timedelta(seconds=1))
        case "done":
            plan = plan_of(town.noor, robin.dossier)
            kept = plan.action(action)
            done = replace(kept.content, how_far=HowFar.DONE)
            actions.write_action(plan, done, on=kept, seen=kept.record.revision, once=new_id())
            assert NudgeLink.objects.count() == 0
        case "asked again":
            asked(town, robin.dossier, action, "banjo piano")
        case "closed" | "silent":
            with acting("test.close", by=town.noor.principal) as act:
                close_dossier(act, robin.keys, robin.dossier, ON, silent=way == "silent")
    answer = stranger().post(f"/actie/{token}", {"word": word})
    assert (answer.status_code, read(answer)) == (never.status_code, read(never)) == (404, read(never))


def test_an_answer_to_a_closed_dossier_is_silent(town: Town) -> None:
    robin = a_dossier(town)
    opened = nudging.open_nudge(asked(town, robin.dossier, an_action(town.noor, robin.dossier)), WORD)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, ON, silent=True)
    with pytest.raises(Refused):
        nudging.answer_nudge(opened, NudgeAnswer(HowFar.DONE), once=new_id())
    assert Letter.objects.filter(kind="nudge").count() == 0


def test_a_word_needs_four_letters(town: Town) -> None:
    robin = a_dossier(town).dossier
    with pytest.raises(NotWhole):
        asked(town, robin, an_action(town.noor, robin), "ja!")


def test_a_colleague_asks_on_the_page_of_the_plan(town: Town) -> None:
    robin, noor = a_dossier(town).dossier, town.noor.client
    action = an_action(town.noor, robin)
    path = f"/dossiers/{robin.id}/plan/action/{action}/ask"
    page = noor.get(path)
    assert "Wat de ander leest" in read(page)
    given = {"line": LINE, "to": "griet", "word": WORD, "language": "nl", "seen": "1", "once": new_id()}
    assert noor.post(path, given).status_code == 400
    assert not list(outbox.waiting())
    answer = noor.post(path, {**given, "to": "griet@school.example"}, follow=True)
    assert f"woord: {WORD}" in read(answer)
    assert len(list(outbox.waiting())) == 1
    mine = an_action(town.noor, robin, replace(ROOM, owner=Owner.COLLEAGUE, person=town.noor.principal))
    assert noor.get(f"/dossiers/{robin.id}/plan/action/{mine}/ask").status_code == 404


def test_silent_owners_come_first(town: Town) -> None:
    robin = a_dossier(town).dossier
    late = an_action(town.noor, robin, replace(ROOM, what="voorbij", due_on=ON - timedelta(days=3)))
    ours = an_action(town.noor, robin, replace(ROOM, owner=Owner.COLLEAGUE, person=town.noor.principal, due_on=ON))
    to_come = an_action(town.noor, robin, replace(ROOM, due_on=ON + timedelta(days=30)))
    stuck = an_action(town.noor, robin, replace(ROOM, how_far=HowFar.CANNOT))
    an_action(town.noor, robin, replace(ROOM, how_far=HowFar.DONE))
    plan = plan_of(town.noor, robin)
    waiting = queries.actions_waiting(plan.keys, [robin.id, a_dossier(town).dossier.id])
    assert [one.action for one in waiting] == [late, stuck, ours, to_come]
    assert (waiting[0].silent, waiting[0].waits_days) == (True, 3)
